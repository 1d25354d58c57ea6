import { type ActionCall, type ActionResponse, notAvailable, type Refusal } from "../actions/action.ts";
import { actions } from "../actions/actions.ts";
import { undocumentedMembers } from "../actions/row-text.ts";
import type { Random } from "../catalogue/seeded-random.ts";
import type { Quirks } from "../quirks/quirks.ts";
import { documentedSignature } from "./request-signature.ts";

/** Who may call, and with which project. */
export interface Account {
  readonly publicKey: string;
  readonly privateKey: string;
  readonly projectId: string;
}

/** A response as it goes over the wire. */
export interface GatewayResponse {
  readonly retCode: number;
  readonly requestId: string;
  readonly text: string;
}

const regions = ["cn-wlcb", "cn-sh2", "cn-bj2"];

type Parameters = ReadonlyMap<string, string>;

function signatureRefusal(parameters: Parameters, account: Account): Refusal | undefined {
  const signature = parameters.get("Signature");
  if (signature === undefined) return { retCode: 170, message: "Missing Signature" };
  if (parameters.get("PublicKey") !== account.publicKey) return { retCode: 172, message: "User Not Exists" };
  if (signature !== documentedSignature(parameters, account.privateKey)) {
    return { retCode: 171, message: "Signature VerifyAC Error" };
  }
  return undefined;
}

function projectOrRegionRefusal(
  parameters: Parameters,
  account: Account,
  quirks: Quirks,
): Refusal | undefined {
  const projectId = parameters.get("ProjectId");
  if (projectId === undefined ? quirks.projectRequired : projectId !== account.projectId) {
    return { retCode: 292, message: "Project Not Exists" };
  }
  const region = parameters.get("Region");
  return region === undefined || regions.includes(region) ? undefined : notAvailable("Region");
}

function actionResponse(call: ActionCall, account: Account): ActionResponse {
  const { parameters, quirks } = call;
  const action = parameters.get("Action");
  if (action === undefined) return { retCode: 160, message: "Missing Action" };
  const handler = actions.get(action);
  if (handler === undefined) return { retCode: 161, message: `Action [${action}] Not Exists` };
  return (
    signatureRefusal(parameters, account) ??
    projectOrRegionRefusal(parameters, account, quirks) ??
    handler(call)
  );
}

function newRequestId(random: Random): string {
  const digits = (count: number): string =>
    Array.from({ length: count }, () => Math.floor(random() * 16).toString(16)).join("");
  return `${digits(8)}-${digits(4)}-4${digits(3)}-a${digits(3)}-${digits(12)}`;
}

function responseText(action: string, requestId: string, response: ActionResponse, quirks: Quirks): string {
  const retCode = String("retCode" in response ? response.retCode : 0);
  const extra = quirks.extraMembers ? undocumentedMembers : {};
  const members = Object.entries<string>({
    RetCode: quirks.retCodeAsText ? `"${retCode}"` : retCode,
    Action: JSON.stringify(`${action}Response`),
    ...("retCode" in response ? { Message: JSON.stringify(response.message) } : response.members),
    request_uuid: JSON.stringify(requestId),
    ...Object.fromEntries(Object.entries(extra).map(([name, value]) => [name, JSON.stringify(value)])),
  });
  return `{${members.map(([name, text]) => `${JSON.stringify(name)}:${text}`).join(",")}}`;
}

/** Responds to a request the way the gateway does: the action, who signed, the project, the region, then the action itself. */
export function respond(call: ActionCall, account: Account): GatewayResponse {
  return writeResponse(call, actionResponse(call, account));
}

/** Writes a response, right or refused, with the gateway's members around it. */
export function writeResponse(call: ActionCall, response: ActionResponse): GatewayResponse {
  const requestId = newRequestId(call.random);
  const text = responseText(call.parameters.get("Action") ?? "", requestId, response, call.quirks);
  return { retCode: "retCode" in response ? response.retCode : 0, requestId, text };
}
