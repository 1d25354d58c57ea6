import type { Members } from "../contract/members.ts";
import { isRow } from "../contract/wire-row.ts";
import { ApiError } from "../errors/api-error.ts";
import { ResponseShapeError } from "../errors/response-shape-error.ts";
import { TransportError } from "../errors/transport-error.ts";
import { retCodeMeaning } from "./ret-codes.ts";
import { scanJson } from "./scan-json.ts";
import type { HttpReply } from "./transport.ts";

/** How a response is read. */
export interface ReadOptions {
  /** Hides what nobody may see in words of the server: a refusal may quote the request. @default nothing */
  readonly hide?: (text: string) => string;
  /** Milliseconds since 1970. @default Date.now */
  readonly wallClock?: () => number;
}

/** Reads a response: its members if CompShare says yes, else an error that says what came back, never the body itself. */
export function readReply(action: string, reply: HttpReply, options: ReadOptions = {}): Members {
  const { hide = (text) => text, wallClock = Date.now } = options;
  const { status, body } = reply;
  if (status >= 300 && status < 400) throw new TransportError({ reason: "REDIRECT", status, action });
  const flaw = scanJson(body);
  const members = flaw === undefined ? parseObject(body) : undefined;
  const retryAfterMs = readRetryAfter(reply.header("retry-after"), reply.header("date"), wallClock());
  const retCode = members === undefined ? undefined : readRetCode(members["RetCode"]);
  // A RetCode says more than an HTTP status, so it counts first.
  if (members !== undefined && retCode !== undefined && retCode !== 0) {
    const said = (value: unknown): string | undefined =>
      typeof value === "string" ? hide(value) : undefined;
    const message = said(members["Message"]);
    const requestId = said(members["request_uuid"]) ?? said(reply.header("x-ucloud-request-uuid"));
    const meaning = retCodeMeaning(retCode, message);
    throw new ApiError({ action, retCode, message, requestId, retryAfterMs, meaning });
  }
  if (status < 200 || status > 299) throw statusError(status, retryAfterMs);
  if (flaw !== undefined) throw new ResponseShapeError({ reason: "SCHEMA", problem: flaw, action });
  if (members === undefined) throw unreadable(action, reply);
  if (retCode === undefined) throw new ResponseShapeError({ reason: "SCHEMA", problem: "retCode", action });
  return members;
}

function parseObject(body: string): Members | undefined {
  try {
    const value: unknown = JSON.parse(body);
    return isRow(value) ? value : undefined;
  } catch {
    // The parser's own message quotes the body.
    return undefined;
  }
}

function readRetCode(value: unknown): number | undefined {
  const number = typeof value === "string" && /^-?\d{1,15}$/.test(value) ? Number(value) : value;
  return typeof number === "number" && Number.isSafeInteger(number) ? number : undefined;
}

function statusError(status: number, retryAfterMs: number | undefined): TransportError {
  if (status === 407) return new TransportError({ reason: "PROXY_AUTH" });
  if (status === 429) return new TransportError({ reason: "HTTP_THROTTLED", status, retryAfterMs });
  if ([408, 425, 500, 502, 503, 504].includes(status))
    return new TransportError({ reason: "HTTP_RETRYABLE", status, retryAfterMs });
  return new TransportError({ reason: "HTTP_REFUSED", status });
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
  const characters = body.length;
  if (body.trim() === "") return new ResponseShapeError({ reason: "BODY_EMPTY", action });
  if (/^\s*[{[]/.test(body) && !/[}\]]\s*$/.test(body))
    return new ResponseShapeError({ reason: "BODY_TRUNCATED", action, characters });
  const contentType = /^[\w.+-]+\/[\w.+-]+/.exec(reply.header("content-type") ?? "")?.[0];
  const webPage = contentType === "text/html" || /^\s*</.test(body);
  return new ResponseShapeError({ reason: "BODY_NOT_JSON", action, contentType, characters, webPage });
}
