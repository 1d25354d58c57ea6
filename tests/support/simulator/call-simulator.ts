import { documentedSignature } from "../../../simulator/server/request-signature.ts";
import type { Simulator } from "../../../simulator/simulator.ts";

/** Row of a response, as parsed. */
export type Row = Readonly<Record<string, unknown>>;

/** A response of the simulator, as parsed. */
export interface ParsedResponse {
  readonly RetCode: unknown;
  readonly Action?: string;
  readonly Message?: string;
  readonly TotalCount?: unknown;
  readonly Total?: unknown;
  readonly ImageSet: readonly Row[];
  readonly request_uuid?: string;
  readonly [member: string]: unknown;
}

/** Parameters of a listing; Action and Region are added. */
export type Parameters = Readonly<Record<string, string | number>>;

/** All parameters of a request, signed for the simulator's account without the plugin's code, so that no mistake of it is shared. */
export function signedParameters(simulator: Simulator, parameters: Parameters): Record<string, string> {
  const all = {
    Action: "DescribeCompShareImages",
    Region: "cn-wlcb",
    PublicKey: simulator.publicKey,
    ...Object.fromEntries(Object.entries(parameters).map(([name, value]) => [name, String(value)])),
  };
  return { ...all, Signature: documentedSignature(new Map(Object.entries(all)), simulator.privateKey) };
}

/** Sends a signed form and gives the raw response. */
export function postForm(simulator: Simulator, parameters: Parameters = {}): Promise<Response> {
  const body = new URLSearchParams(signedParameters(simulator, parameters));
  return fetch(simulator.endpoint, { method: "POST", body, redirect: "manual" });
}

/** Sends a signed form and gives the parsed response. */
export async function call(simulator: Simulator, parameters: Parameters = {}): Promise<ParsedResponse> {
  return (await (await postForm(simulator, parameters)).json()) as ParsedResponse;
}

/** Names of the rows of a response, in its order. */
export function namesOf(response: ParsedResponse): unknown[] {
  return response.ImageSet.map((row) => row["Name"]);
}

/** IDs of the rows of a response, in its order. */
export function idsOf(response: ParsedResponse): unknown[] {
  return response.ImageSet.map((row) => row["CompShareImageId"]);
}

/** How many rows of each type a response holds. */
export function typesOf(response: ParsedResponse): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const row of response.ImageSet) {
    const type = String(row["ImageType"]);
    counts[type] = (counts[type] ?? 0) + 1;
  }
  return counts;
}
