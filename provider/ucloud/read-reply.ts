import { ApiError, type ApiRefusal } from "../errors/api-error.ts";
import { ResponseShapeError } from "../errors/response-shape-error.ts";
import { TransportError } from "../errors/transport-error.ts";
import { messages } from "../messages/messages.ts";
import { waitAsked } from "../messages/wait-asked.ts";
import { proxyAuth } from "./classify-failure.ts";
import { retCodeFact } from "./ret-codes.ts";
import { scanJson } from "./scan-json.ts";
import type { HttpReply } from "./transport.ts";

/** The members of a successful answer. */
export type ReplyMembers = Readonly<Record<string, unknown>>;

/** Reads an answer: its members if CompShare says yes, else an error that says what came back, never the body itself. */
export function readReply(
  action: string,
  reply: HttpReply,
  wallClock: () => number = Date.now,
): ReplyMembers {
  if (reply.status >= 300 && reply.status < 400) {
    throw new TransportError("REDIRECT", messages().gateway.reply.redirect(reply.status, action));
  }
  const flaw = scanJson(reply.body);
  const members = flaw === undefined ? parseObject(reply.body) : undefined;
  const retryAfterMs = readRetryAfter(reply.header("retry-after"), reply.header("date"), wallClock());
  const retCode = members === undefined ? undefined : readRetCode(members["RetCode"]);
  // A RetCode says more than an HTTP status, so it counts first.
  if (members !== undefined && retCode !== undefined && retCode !== 0)
    throw refusal({ action, retCode, retryAfterMs }, members, reply);
  if (reply.status < 200 || reply.status > 299) throw statusError(reply.status, retryAfterMs);
  const reasons = messages().gateway.reply;
  if (flaw === "deep") throw new ResponseShapeError("SCHEMA", reasons.tooDeep(action));
  if (flaw === "repeated") throw new ResponseShapeError("SCHEMA", reasons.memberTwice(action));
  if (members === undefined) throw unreadable(action, reply);
  if (retCode === undefined) throw new ResponseShapeError("SCHEMA", reasons.noRetCode(action));
  return members;
}

function parseObject(body: string): ReplyMembers | undefined {
  try {
    const value: unknown = JSON.parse(body);
    return typeof value === "object" && value !== null && !Array.isArray(value) ? { ...value } : undefined;
  } catch {
    // The parser's own message quotes the body.
    return undefined;
  }
}

function readRetCode(value: unknown): number | undefined {
  const number = typeof value === "string" && /^-?\d{1,15}$/.test(value) ? Number(value) : value;
  return typeof number === "number" && Number.isSafeInteger(number) ? number : undefined;
}

function refusal(
  facts: Pick<ApiRefusal, "action" | "retCode" | "retryAfterMs">,
  members: ReplyMembers,
  reply: HttpReply,
): ApiError {
  const message = typeof members["Message"] === "string" ? members["Message"] : undefined;
  const body = members["request_uuid"];
  const requestId = typeof body === "string" ? body : reply.header("x-ucloud-request-uuid");
  return new ApiError({ ...facts, message, requestId, ...retCodeFact(facts.retCode, message) });
}

function statusError(status: number, retryAfterMs: number | undefined): TransportError {
  const reasons = messages().gateway.reply;
  if (status === 407) return proxyAuth();
  const asked = waitAsked(retryAfterMs);
  if (status === 429)
    return new TransportError("HTTP_THROTTLED", `${reasons.tooMany(status)}${asked}`, { retryAfterMs });
  if ([408, 425, 500, 502, 503, 504].includes(status)) {
    return new TransportError("HTTP_RETRYABLE", `${reasons.trouble(status)}${asked}`, { retryAfterMs });
  }
  return new TransportError("HTTP_REFUSED", reasons.notAccepted(status));
}

/** The `Retry-After` header in milliseconds; nonsense counts as absent. Dates are read against the server's own clock. */
export function readRetryAfter(
  value: string | undefined,
  date: string | undefined,
  now: number,
): number | undefined {
  if (value === undefined) return undefined;
  if (/^\d{1,9}$/.test(value)) return Number(value) * 1000;
  const until = Date.parse(value);
  const since = date === undefined ? now : Date.parse(date);
  return /[a-z]/i.test(value) && until > since ? until - since : undefined;
}

function unreadable(action: string, reply: HttpReply): ResponseShapeError {
  const { body } = reply;
  const reasons = messages().gateway.reply;
  if (body.trim() === "") return new ResponseShapeError("BODY_EMPTY", reasons.empty(action));
  if (/^\s*[{[]/.test(body) && !/[}\]]\s*$/.test(body)) {
    return new ResponseShapeError("BODY_TRUNCATED", reasons.truncated(action, body.length));
  }
  const type = /^[\w.+-]+\/[\w.+-]+/.exec(reply.header("content-type") ?? "")?.[0] ?? reasons.noContentType;
  const message = reasons.notJson(action, type, body.length);
  // A page of a portal or proxy may be gone the next time; anything else the gateway would say again.
  const page = type === "text/html" || /^\s*</.test(body);
  return new ResponseShapeError("BODY_NOT_JSON", message, { category: page ? "retryOnce" : "internal" });
}
