import { TransportError, type TransportReason } from "../errors/transport-error.ts";
import { type Messages, messages } from "../messages/messages.ts";

type NetworkText = Exclude<keyof Messages["gateway"]["network"], "attemptTimeout">;

const byCode: ReadonlyMap<string, readonly [TransportReason, NetworkText]> = new Map<
  string,
  readonly [TransportReason, NetworkText]
>([
  ["ENOTFOUND", ["NET_DNS", "unknownName"]],
  ["EAI_AGAIN", ["NET_CONNECT", "noNameForNow"]],
  ["ECONNREFUSED", ["NET_CONNECT", "connectionRefused"]],
  ["EHOSTUNREACH", ["NET_CONNECT", "unreachable"]],
  ["ENETUNREACH", ["NET_CONNECT", "unreachable"]],
  ["ETIMEDOUT", ["NET_CONNECT", "unreachable"]],
  ["UND_ERR_CONNECT_TIMEOUT", ["NET_CONNECT", "connectTimeout"]],
  ["UND_ERR_PRX_CONN", ["NET_CONNECT", "proxyUnreachable"]],
  ["ECONNRESET", ["NET_RESET", "reset"]],
  ["EPIPE", ["NET_RESET", "reset"]],
  ["UND_ERR_SOCKET", ["NET_RESET", "reset"]],
  ["UND_ERR_RES_CONTENT_LENGTH_MISMATCH", ["NET_RESET", "reset"]],
  // Neither the caller nor a timeout aborted: undici reports a proxy that refuses to tunnel in this way.
  ["UND_ERR_ABORTED", ["PROXY_REFUSED", "proxyRefused"]],
  ["UND_ERR_HEADERS_OVERFLOW", ["HTTP_REFUSED", "headersTooLarge"]],
  ["EPROTO", ["TLS_PROTOCOL", "noTls"]],
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

/** The proxy wants other credentials. */
export function proxyAuth(): TransportError {
  return new TransportError("PROXY_AUTH", messages().gateway.network.proxyCredentials);
}

/**
 * What a failed request means; `undefined` when it is no failure of the network.
 * The original is not kept: it may hold the socket, headers or bytes of a body.
 */
export function classifyFailure(error: unknown): TransportError | undefined {
  const { network } = messages().gateway;
  for (const link of links(error)) {
    const code = typeof link.code === "string" ? link.code : "";
    if (isProxyAuth(link)) return proxyAuth();
    if (certificate.test(code)) return new TransportError("TLS_CERT", `${network.certificate} [${code}]`);
    if (code.startsWith("ERR_SSL_")) return new TransportError("TLS_PROTOCOL", `${network.noTls} [${code}]`);
    const known = byCode.get(code);
    if (known !== undefined) return new TransportError(known[0], `${network[known[1]]} [${code}]`);
    if (link.name === "HTTPParserError") return new TransportError("HTTP_PROTOCOL", network.noHttp);
  }
  return undefined;
}
