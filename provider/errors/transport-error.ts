import { type Category, CompShareError } from "./compshare-error.ts";

/** Every way in which no usable HTTP answer comes back, and what can be done about it. docs/errors.md lists them. */
export const transportReasons = {
  NET_DNS: "retryOnce",
  NET_CONNECT: "transient",
  NET_RESET: "transient",
  TLS_CERT: "caller",
  TLS_PROTOCOL: "caller",
  PROXY_AUTH: "caller",
  PROXY_REFUSED: "retryOnce",
  HTTP_PROTOCOL: "retryOnce",
  HTTP_RETRYABLE: "transient",
  HTTP_THROTTLED: "throttled",
  HTTP_REFUSED: "caller",
  REDIRECT: "caller",
  TIMEOUT_ATTEMPT: "transient",
  DEADLINE: "cancelled",
} as const satisfies Record<string, Category>;

/** Why no usable HTTP answer came back. */
export type TransportReason = keyof typeof transportReasons;

/** No usable HTTP answer came back. */
export class TransportError extends CompShareError {
  override name = "TransportError" as const;
  readonly code = "TRANSPORT_FAILED";
  readonly category: Category;
  readonly reason: TransportReason;
  override readonly retryAfterMs: number | undefined;

  constructor(
    reason: TransportReason,
    message: string,
    options?: { cause?: unknown; retryAfterMs?: number | undefined },
  ) {
    super(`${reason}: ${message}`, { cause: options?.cause });
    this.reason = reason;
    this.category = transportReasons[reason];
    this.retryAfterMs = options?.retryAfterMs;
  }
}
