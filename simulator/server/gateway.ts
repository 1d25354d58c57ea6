import { type ActionAnswer, type ActionCall, notAvailable, type Refusal } from "../actions/action.ts";
import { actions } from "../actions/actions.ts";
import { undocumentedMembers } from "../actions/row-text.ts";
import type { Random } from "../catalogue/seeded-random.ts";
import type { Quirks } from "../quirks.ts";
import { documentedSignature } from "./request-signature.ts";

/** Who may call, and with which project. */
export interface Account {
  readonly publicKey: string;
  readonly privateKey: string;
  readonly projectId: string;
}

/** An answer as it goes over the wire. */
export interface GatewayAnswer {
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

function placeRefusal(parameters: Parameters, account: Account, quirks: Quirks): Refusal | undefined {
  const projectId = parameters.get("ProjectId");
  if (projectId === undefined ? quirks.projectRequired : projectId !== account.projectId) {
    return { retCode: 292, message: "Project Not Exists" };
  }
  const region = parameters.get("Region");
  return region === undefined || regions.includes(region) ? undefined : notAvailable("Region");
}

function answerOf(call: ActionCall, account: Account): ActionAnswer {
  const { parameters, quirks } = call;
  const action = parameters.get("Action");
  if (action === undefined) return { retCode: 160, message: "Missing Action" };
  const handler = actions.get(action);
  if (handler === undefined) return { retCode: 161, message: `Action [${action}] Not Exists` };
  return signatureRefusal(parameters, account) ?? placeRefusal(parameters, account, quirks) ?? handler(call);
}

/** A request id in the form of a UUID. */
function newRequestId(random: Random): string {
  const digits = (count: number): string =>
    Array.from({ length: count }, () => Math.floor(random() * 16).toString(16)).join("");
  return `${digits(8)}-${digits(4)}-4${digits(3)}-a${digits(3)}-${digits(12)}`;
}

function answerText(action: string, requestId: string, answer: ActionAnswer, quirks: Quirks): string {
  const retCode = String("retCode" in answer ? answer.retCode : 0);
  const extra = quirks.extraMembers ? undocumentedMembers : {};
  const members = Object.entries<string>({
    RetCode: quirks.retCodeAsText ? `"${retCode}"` : retCode,
    Action: JSON.stringify(`${action}Response`),
    ...("retCode" in answer ? { Message: JSON.stringify(answer.message) } : answer.members),
    request_uuid: JSON.stringify(requestId),
    ...Object.fromEntries(Object.entries(extra).map(([name, value]) => [name, JSON.stringify(value)])),
  });
  return `{${members.map(([name, text]) => `${JSON.stringify(name)}:${text}`).join(",")}}`;
}

/** Answers a request the way the gateway does: the action, who signed, the project, the region, then the action itself. */
export function answerRequest(call: ActionCall, account: Account): GatewayAnswer {
  return writeAnswer(call, answerOf(call, account));
}

/** Writes an answer, right or refused, with the gateway's members around it. */
export function writeAnswer(call: ActionCall, answer: ActionAnswer): GatewayAnswer {
  const requestId = newRequestId(call.random);
  const text = answerText(call.parameters.get("Action") ?? "", requestId, answer, call.quirks);
  return { retCode: "retCode" in answer ? answer.retCode : 0, requestId, text };
}
