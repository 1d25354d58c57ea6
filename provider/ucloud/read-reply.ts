import { ApiError } from "../errors/api-error.ts";
import { ResponseShapeError } from "../errors/response-shape-error.ts";
import { TransportError } from "../errors/transport-error.ts";
import { proxyAuth } from "./classify-failure.ts";
import { retCodeFact } from "./ret-codes.ts";
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
    throw new TransportError(
      "REDIRECT",
      `HTTP ${reply.status}: the gateway sends ${action} elsewhere, which is not followed; check \`baseUrl\``,
    );
  }
  const members = parseObject(reply.body);
  const retCode = members === undefined ? undefined : readRetCode(members["RetCode"]);
  // A RetCode says more than an HTTP status, so it counts first.
  if (members !== undefined && retCode !== undefined && retCode !== 0)
    throw refusal(action, retCode, members, reply);
  if (reply.status < 200 || reply.status > 299) throw statusError(reply, wallClock());
  if (members === undefined) throw unreadable(action, reply);
  if (retCode === undefined)
    throw new ResponseShapeError("SCHEMA", `${action}: RetCode must be a whole number`);
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

function refusal(action: string, retCode: number, members: ReplyMembers, reply: HttpReply): ApiError {
  const message = typeof members["Message"] === "string" ? members["Message"] : undefined;
  const body = members["request_uuid"];
  const requestId = typeof body === "string" ? body : reply.header("x-ucloud-request-uuid");
  return new ApiError({ action, retCode, message, requestId, ...retCodeFact(retCode, message) });
}

function statusError(reply: HttpReply, now: number): TransportError {
  const { status } = reply;
  if (status === 407) return proxyAuth();
  const retryAfterMs = readRetryAfter(reply.header("retry-after"), reply.header("date"), now);
  if (status === 429)
    return new TransportError("HTTP_THROTTLED", `HTTP ${status}: too many requests${asked(retryAfterMs)}`, {
      retryAfterMs,
    });
  if ([408, 425, 500, 502, 503, 504].includes(status)) {
    return new TransportError(
      "HTTP_RETRYABLE",
      `HTTP ${status}: the gateway is having trouble${asked(retryAfterMs)}`,
      { retryAfterMs },
    );
  }
  return new TransportError(
    "HTTP_REFUSED",
    `HTTP ${status}: the gateway does not accept the request; check \`baseUrl\` and the proxy`,
  );
}

function asked(retryAfterMs: number | undefined): string {
  return retryAfterMs === undefined ? "" : `; it asks to wait ${Math.ceil(retryAfterMs / 1000)} s`;
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
  if (body.trim() === "") return new ResponseShapeError("BODY_EMPTY", `${action}: the answer is empty`);
  if (/^\s*[{[]/.test(body) && !/[}\]]\s*$/.test(body)) {
    return new ResponseShapeError(
      "BODY_TRUNCATED",
      `${action}: the answer ends in the middle, after ${body.length} characters`,
    );
  }
  const type = /^[\w.+-]+\/[\w.+-]+/.exec(reply.header("content-type") ?? "")?.[0] ?? "no content type";
  return new ResponseShapeError(
    "BODY_NOT_JSON",
    `${action}: the answer is no JSON object but ${type} of ${body.length} characters; a portal or proxy may have answered in CompShare's place`,
  );
}
