import { TransportError, type TransportFailure } from "../errors/transport-error.ts";

type Failure = (systemCode: string) => TransportFailure;

const reset: Failure = (systemCode) => ({ reason: "NET_RESET", systemCode });
const unreachable: Failure = (systemCode) => ({
  reason: "NET_CONNECT",
  obstacle: "unreachable",
  systemCode,
});
const refused: Failure = (systemCode) => ({ reason: "NET_CONNECT", obstacle: "refused", systemCode });
const timedOut: Failure = (systemCode) => ({ reason: "NET_CONNECT", obstacle: "timeout", systemCode });
const unknownName: Failure = (systemCode) => ({ reason: "NET_DNS", systemCode });
const noName: Failure = (systemCode) => ({ reason: "NET_CONNECT", obstacle: "name", systemCode });

/** What a call of the system failed at; its code is only a detail. */
const bySystemCall: ReadonlyMap<unknown, Failure> = new Map<unknown, Failure>([
  ["getaddrinfo", noName],
  ["connect", unreachable],
  ["read", reset],
  ["write", reset],
  ["shutdown", reset],
]);

/** Codes that say more than the call, or that come without one. */
const byCode: ReadonlyMap<string, Failure> = new Map<string, Failure>([
  ["ENOTFOUND", unknownName],
  ["EAI_AGAIN", noName],
  ["ECONNREFUSED", refused],
  ["EHOSTUNREACH", unreachable],
  ["ENETUNREACH", unreachable],
  ["ETIMEDOUT", unreachable],
  ["ERR_SOCKET_CONNECTION_TIMEOUT", timedOut],
  ["UND_ERR_CONNECT_TIMEOUT", timedOut],
  ["UND_ERR_PRX_CONN", (systemCode) => ({ reason: "NET_CONNECT", obstacle: "proxy", systemCode })],
  ["ECONNRESET", reset],
  ["EPIPE", reset],
  ["UND_ERR_SOCKET", reset],
  ["UND_ERR_RES_CONTENT_LENGTH_MISMATCH", reset],
  // Neither the caller nor a timeout aborted: undici reports a proxy that refuses to tunnel in this way.
  ["UND_ERR_ABORTED", (systemCode) => ({ reason: "PROXY_REFUSED", systemCode })],
  ["UND_ERR_HEADERS_OVERFLOW", (systemCode) => ({ reason: "HTTP_REFUSED", systemCode })],
]);

/**
 * Whether an error is OpenSSL's verdict on a certificate, as Node.js reports it: a plain error that has a code and
 * nothing else. The code is one of OpenSSL's, in words and underscores, or UNSPECIFIED where Node.js knows no name.
 */
function isVerdict(link: Link, code: string): boolean {
  const isPlain = link.name === "Error" && Object.keys(link).every((key) => key === "code");
  return isPlain && (code === "UNSPECIFIED" || /^(?!ERR_|UND_|HPE_|EAI_)[A-Z]{2,}(_[A-Z0-9]+)+$/.test(code));
}

/** Whether a certificate is what is wrong: its verdict, its names, or that OpenSSL could not read or use it. */
function isCertificate(link: Link, code: string): boolean {
  if (code.startsWith("ERR_TLS_CERT_") || code.startsWith("ERR_OSSL_")) return true;
  // An alert is what the gateway says of us.
  if (code.startsWith("ERR_SSL_"))
    return /CERT|KEY_USAGE|TOO_SMALL|TOO_WEAK/.test(code) && !/ALERT/.test(code);
  return isVerdict(link, code);
}

/** UNSPECIFIED tells nobody anything, so OpenSSL's own words stand beside it; they are fixed sentences. */
function codeOfVerdict({ message }: Link, code: string): string {
  const words = code === "UNSPECIFIED" && typeof message === "string" ? message : "";
  return /^[\w ,.'()/-]{1,100}$/.test(words) ? `${code}: ${words}` : code;
}

/** undici has no code of its own for a proxy that wants credentials: in a tunnel it aborts, else it calls its arguments invalid. */
function isProxyAuth({ code, message }: Link): boolean {
  if (code !== "UND_ERR_ABORTED" && code !== "UND_ERR_INVALID_ARG") return false;
  return typeof message === "string" && message.includes("(407)");
}

interface Link {
  readonly code?: unknown;
  readonly message?: unknown;
  readonly name?: unknown;
  readonly syscall?: unknown;
  readonly cause?: unknown;
  readonly errors?: unknown;
}

/** Every error of a cause chain, innermost first: the innermost says what really happened. */
function links(error: unknown, depth = 0): Link[] {
  if (typeof error !== "object" || error === null || depth > 8) return [];
  const link: Link = error;
  const inner = Array.isArray(link.errors)
    ? link.errors.flatMap((entry: unknown) => links(entry, depth + 1))
    : [];
  return [...inner, ...links(link.cause, depth + 1), link];
}

/**
 * What a failed request means; `undefined` when it is no failure of the network.
 * The original is not kept: it may hold the socket, headers or bytes of a body.
 */
export function classifyFailure(error: unknown): TransportError | undefined {
  for (const link of links(error)) {
    const failure = failureOf(link);
    if (failure !== undefined) return new TransportError(failure);
  }
  return undefined;
}

function failureOf(link: Link): TransportFailure | undefined {
  const code = typeof link.code === "string" ? link.code : "";
  if (isProxyAuth(link)) return { reason: "PROXY_AUTH" };
  if (isCertificate(link, code)) return { reason: "TLS_CERT", systemCode: codeOfVerdict(link, code) };
  if (code.startsWith("ERR_SSL_") || code === "EPROTO") return { reason: "TLS_PROTOCOL", systemCode: code };
  // A connection that could not be made has not been reset, whatever the code.
  const call = bySystemCall.get(link.syscall);
  const known = call === unreachable && code !== "ECONNREFUSED" ? call : (byCode.get(code) ?? call);
  if (known !== undefined && code !== "") return known(code);
  return link.name === "HTTPParserError" ? { reason: "HTTP_PROTOCOL" } : undefined;
}
