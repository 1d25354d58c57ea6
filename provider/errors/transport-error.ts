import { type Category, CompShareError } from "./compshare-error.ts";

/** Every way in which no usable HTTP response comes back, and what can be done about it. docs/errors.md lists them. */
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

/** Why no usable HTTP response came back. */
export type TransportReason = keyof typeof transportReasons;

/** What a connection failed at. */
export type ConnectObstacle = "name" | "refused" | "unreachable" | "timeout" | "proxy";

interface SystemFailure {
  /** Code of the operating system, Node.js or undici, for example `ECONNRESET`. */
  readonly systemCode: string;
}

interface StatusFailure {
  readonly status: number;
  readonly retryAfterMs?: number | undefined;
}

/** What is known of each failure beside its reason. */
interface TransportFacts {
  NET_DNS: SystemFailure;
  NET_CONNECT: SystemFailure & { readonly obstacle: ConnectObstacle };
  NET_RESET: SystemFailure;
  TLS_CERT: SystemFailure;
  TLS_PROTOCOL: SystemFailure;
  PROXY_AUTH: object;
  PROXY_REFUSED: SystemFailure;
  HTTP_PROTOCOL: object;
  HTTP_RETRYABLE: StatusFailure;
  HTTP_THROTTLED: StatusFailure;
  /** A status, or headers that are too large. */
  HTTP_REFUSED: StatusFailure | SystemFailure;
  REDIRECT: StatusFailure & { readonly action: string };
  TIMEOUT_ATTEMPT: { readonly timeoutMs: number };
  DEADLINE: object;
}

/** A reason with what is known of it. */
export type TransportFailure = {
  [Reason in TransportReason]: { readonly reason: Reason } & TransportFacts[Reason];
}[TransportReason];

/** No usable HTTP response came back. */
export class TransportError extends CompShareError {
  override name = "TransportError" as const;
  readonly code = "TRANSPORT_FAILED";
  readonly category: Category;
  readonly failure: TransportFailure;
  override readonly retryAfterMs: number | undefined;

  constructor(failure: TransportFailure) {
    super(failure.reason);
    this.category = transportReasons[failure.reason];
    this.failure = failure;
    this.retryAfterMs = "retryAfterMs" in failure ? failure.retryAfterMs : undefined;
  }

  override get reason(): TransportReason {
    return this.failure.reason;
  }

  get facts(): object {
    const { reason: _reason, ...facts } = this.failure;
    return facts;
  }
}
