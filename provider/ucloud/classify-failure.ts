import { TransportError, type TransportFailure } from "../errors/transport-error.ts";

type Failure = (systemCode: string) => TransportFailure;

const reset: Failure = (systemCode) => ({ reason: "NET_RESET", systemCode });
const unreachable: Failure = (systemCode) => ({
  reason: "NET_CONNECT",
  obstacle: "unreachable",
  systemCode,
});

const byCode: ReadonlyMap<string, Failure> = new Map<string, Failure>([
  ["ENOTFOUND", (systemCode) => ({ reason: "NET_DNS", systemCode })],
  ["EAI_AGAIN", (systemCode) => ({ reason: "NET_CONNECT", obstacle: "name", systemCode })],
  ["ECONNREFUSED", (systemCode) => ({ reason: "NET_CONNECT", obstacle: "refused", systemCode })],
  ["EHOSTUNREACH", unreachable],
  ["ENETUNREACH", unreachable],
  ["ETIMEDOUT", unreachable],
  ["UND_ERR_CONNECT_TIMEOUT", (systemCode) => ({ reason: "NET_CONNECT", obstacle: "timeout", systemCode })],
  ["UND_ERR_PRX_CONN", (systemCode) => ({ reason: "NET_CONNECT", obstacle: "proxy", systemCode })],
  ["ECONNRESET", reset],
  ["EPIPE", reset],
  ["UND_ERR_SOCKET", reset],
  ["UND_ERR_RES_CONTENT_LENGTH_MISMATCH", reset],
  // Neither the caller nor a timeout aborted: undici reports a proxy that refuses to tunnel in this way.
  ["UND_ERR_ABORTED", (systemCode) => ({ reason: "PROXY_REFUSED", systemCode })],
  ["UND_ERR_HEADERS_OVERFLOW", (systemCode) => ({ reason: "HTTP_REFUSED", systemCode })],
  ["EPROTO", (systemCode) => ({ reason: "TLS_PROTOCOL", systemCode })],
]);

const certificate =
  /^(CERT_|DEPTH_ZERO_SELF_SIGNED_CERT|SELF_SIGNED_CERT|UNABLE_TO_|ERR_TLS_CERT_ALTNAME_INVALID|INVALID_CA|HOSTNAME_MISMATCH)/;

/** undici has no code of its own for a proxy that wants credentials: in a tunnel it aborts, else it calls its arguments invalid. */
function isProxyAuth({ code, message }: Link): boolean {
  if (code !== "UND_ERR_ABORTED" && code !== "UND_ERR_INVALID_ARG") return false;
  return typeof message === "string" && message.includes("(407)");
}

interface Link {
  readonly code?: unknown;
  readonly message?: unknown;
  readonly name?: unknown;
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
  const systemCode = typeof link.code === "string" ? link.code : "";
  if (isProxyAuth(link)) return { reason: "PROXY_AUTH" };
  if (certificate.test(systemCode)) return { reason: "TLS_CERT", systemCode };
  if (systemCode.startsWith("ERR_SSL_")) return { reason: "TLS_PROTOCOL", systemCode };
  const known = byCode.get(systemCode)?.(systemCode);
  if (known !== undefined) return known;
  return link.name === "HTTPParserError" ? { reason: "HTTP_PROTOCOL" } : undefined;
}
