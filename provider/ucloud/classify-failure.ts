import { TransportError, type TransportReason } from "../errors/transport-error.ts";

const connect = "the gateway could not be reached";
const reset = "the connection broke before the answer was complete";

const noTls = "the gateway does not speak TLS on this port; check `baseUrl`";

const byCode: ReadonlyMap<string, readonly [TransportReason, string]> = new Map<
  string,
  readonly [TransportReason, string]
>([
  [
    "ENOTFOUND",
    ["NET_DNS", "the gateway's name is unknown; check `baseUrl` and this machine's name servers"],
  ],
  ["EAI_AGAIN", ["NET_CONNECT", "the gateway's name could not be looked up for now"]],
  ["ECONNREFUSED", ["NET_CONNECT", "the gateway refused the connection; check `baseUrl` and proxy settings"]],
  ["EHOSTUNREACH", ["NET_CONNECT", connect]],
  ["ENETUNREACH", ["NET_CONNECT", connect]],
  ["ETIMEDOUT", ["NET_CONNECT", connect]],
  ["UND_ERR_CONNECT_TIMEOUT", ["NET_CONNECT", "connecting took too long"]],
  ["UND_ERR_PRX_CONN", ["NET_CONNECT", "the proxy could not be reached"]],
  ["ECONNRESET", ["NET_RESET", reset]],
  ["EPIPE", ["NET_RESET", reset]],
  ["UND_ERR_SOCKET", ["NET_RESET", reset]],
  ["UND_ERR_RES_CONTENT_LENGTH_MISMATCH", ["NET_RESET", reset]],
  // Neither the caller nor a timeout aborted: undici reports a proxy that refuses to tunnel in this way.
  ["UND_ERR_ABORTED", ["PROXY_REFUSED", "the proxy refused to connect; check its address and NO_PROXY"]],
  ["UND_ERR_HEADERS_OVERFLOW", ["HTTP_REFUSED", "the answer's headers are too large"]],
  ["EPROTO", ["TLS_PROTOCOL", noTls]],
]);

const certificate =
  /^(CERT_|DEPTH_ZERO_SELF_SIGNED_CERT|SELF_SIGNED_CERT|UNABLE_TO_|ERR_TLS_CERT_ALTNAME_INVALID|INVALID_CA|HOSTNAME_MISMATCH)/;
const certificateText =
  "the gateway's certificate cannot be trusted; behind an inspecting proxy, put its CA into NODE_EXTRA_CA_CERTS";

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

/** The proxy wants other credentials. */
export function proxyAuth(): TransportError {
  return new TransportError(
    "PROXY_AUTH",
    "HTTP 407: the proxy wants other credentials; check HTTPS_PROXY and HTTP_PROXY",
  );
}

/**
 * What a failed request means; `undefined` when it is no failure of the network.
 * The original is not kept: it may hold the socket, headers or bytes of a body.
 */
export function classifyFailure(error: unknown): TransportError | undefined {
  for (const link of links(error)) {
    const code = typeof link.code === "string" ? link.code : "";
    if (isProxyAuth(link)) return proxyAuth();
    if (certificate.test(code)) return new TransportError("TLS_CERT", `${certificateText} [${code}]`);
    if (code.startsWith("ERR_SSL_")) return new TransportError("TLS_PROTOCOL", `${noTls} [${code}]`);
    const known = byCode.get(code);
    if (known !== undefined) return new TransportError(known[0], `${known[1]} [${code}]`);
    if (link.name === "HTTPParserError")
      return new TransportError("HTTP_PROTOCOL", "the answer is not HTTP; check `baseUrl`");
  }
  return undefined;
}
