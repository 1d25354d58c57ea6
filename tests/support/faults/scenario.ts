import type { Members } from "../plugin/plugin-calls.ts";
import type { FaultName } from "./faults.ts";

/** One thing that the server does to a connection. */
export type Wire =
  | { readonly send: string | Uint8Array }
  | { readonly wait: number }
  /** Sends a character again and again, until the connection is gone. */
  | { readonly drip: string; readonly everyMs: number }
  /** Sends as much as the connection takes, until it is gone. */
  | { readonly flood: string }
  | "reset"
  | "end"
  | "hang";

/** What a step may look at. */
export interface StepContext {
  /** The form that was sent. */
  readonly form: URLSearchParams;
  /** Where nobody should ever go: an address at which connections are counted. */
  readonly strayAddress: string;
}

/** What the server does with one request. */
export type Step = readonly Wire[] | ((context: StepContext) => readonly Wire[]);

/** Certificates with which a connection can begin. */
export const securedOpenings = [
  "trusted",
  "self-signed",
  "expired",
  "other name",
  "other purpose",
  "weak key",
] as const;

/** A connection over TLS, by its certificate. */
export type SecuredOpening = (typeof securedOpenings)[number];

/** How a connection begins: plain, over TLS with a certificate, or in a way that leads nowhere. */
export type Opening = "plain" | "no TLS" | SecuredOpening | "hang" | "reset";

/** How a server misbehaves. */
export interface ServerScript {
  /** How each connection begins, the last for ever. @default plain */
  readonly openings?: readonly Opening[];
  /** What happens to each request, the last for ever. @default an honest response */
  readonly steps?: readonly Step[];
}

/** One way in which a fault shows, and what has to come of it. */
export interface Scenario extends ServerScript {
  readonly fault: FaultName;
  readonly what: string;
  /** @default https where connections begin with TLS */
  readonly scheme?: "http" | "https";
  /** The certificate that is known as an authority. @default the first of `openings` that is not to be distrusted */
  readonly trusts?: "trusted";
  /** What looking up the gateway's name gives each time, the last for ever: an error code, `connect` and one, or an address. */
  readonly names?: readonly string[];
  readonly environment?: Readonly<Record<string, string>>;
  readonly configuration?: Members;
  /** @default getCompShareImageTags, which is one request */
  readonly call?: readonly [name: string, inputs: Members];
  /** An honest call before, so that a connection is open. @default false */
  readonly warm?: boolean;
  /** Requests that have to reach the server. */
  readonly requests: number | readonly [least: number, most: number];
  /** What comes back: outputs that have to be among the result's, or an error. */
  readonly result: Members | Failure;
  /** Bounds of the time that the call takes, in milliseconds. */
  readonly took?: readonly [least: number, most: number];
  /** Lines that the engine's log has to hold. @default none at all */
  readonly log?: readonly RegExp[];
}

/** Lines that the engine's log has to hold: a gateway off loopback over plain http has its warning. */
export function logOf({ names, log = [] }: Scenario): readonly RegExp[] {
  return names === undefined ? log : [/^WARNING: requests to CompShare go over plain http;/, ...log];
}

/** An error as it comes over gRPC. */
export interface Failure {
  readonly status: number;
  /** How the text begins: the code, and the reason if there is one. */
  readonly code: string;
  /** What the text also says. */
  readonly says: string | readonly string[];
}

/** Whether something is an error that is awaited. */
export function isFailure(result: Members | Failure): result is Failure {
  return "status" in result && "code" in result;
}

/** An HTTP response in bytes. */
export function http(
  body: string | Uint8Array,
  {
    status = 200,
    headers = {},
  }: { readonly status?: number; readonly headers?: Readonly<Record<string, string>> } = {},
): Wire {
  const bytes = Buffer.from(body);
  const lines = Object.entries({
    "content-type": "application/json",
    "content-length": String(bytes.length),
    ...headers,
  }).map(([name, value]) => `${name}: ${value}\r\n`);
  return { send: Buffer.concat([Buffer.from(`HTTP/1.1 ${status} Status\r\n${lines.join("")}\r\n`), bytes]) };
}

/** A response of the gateway. */
export function json(
  value: unknown,
  status = 200,
  headers: Readonly<Record<string, string>> = {},
): readonly Wire[] {
  return [http(JSON.stringify(value), { status, headers })];
}

/** The images that the server has. */
export const rows: readonly Members[] = [
  { CompShareImageId: "compshareImage-one", Name: "one", ImageType: "App", Status: "Available", Tags: ["a"] },
  { CompShareImageId: "compshareImage-two", Name: "two", ImageType: "App", Status: "Available", Tags: ["b"] },
];

/** The honest response to a request. */
export const honest: Step = ({ form }) => {
  const action = form.get("Action") ?? "";
  const named = { RetCode: 0, Action: `${action}Response` };
  if (action === "DescribeCompShareImageTags") return json({ ...named, Tags: ["a", "b"], TagsMap: {} });
  const [offset, limit] = [Number(form.get("Offset")), Number(form.get("Limit"))];
  return json({ ...named, TotalCount: rows.length, ImageSet: rows.slice(offset, offset + limit) });
};

/** The result of a call for the honest tags. */
export const tagsFound: Members = { tags: ["a", "b"] };
