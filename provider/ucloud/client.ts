import type { ActionName, ActionRequest } from "../contract/actions.ts";
import { CancelledError } from "../errors/cancelled-error.ts";
import { CompShareError } from "../errors/compshare-error.ts";
import { texts } from "../errors/texts.ts";
import { TransportError } from "../errors/transport-error.ts";
import { classifyFailure } from "./classify-failure.ts";
import { type Clock, pause } from "./clock.ts";
import { encodeRequest } from "./encode-request.ts";
import type { Endpoint } from "./endpoint.ts";
import { type ReplyMembers, readReply } from "./read-reply.ts";
import { retryDelay } from "./retry.ts";
import type { Secret } from "./secret.ts";
import { signature } from "./signature.ts";
import type { Post } from "./transport.ts";

/** What a client is made of. */
export interface ClientParts {
  readonly endpoint: Endpoint;
  readonly publicKey: string;
  readonly privateKey: Secret;
  /** Where the keys were found. */
  readonly place: string;
  readonly maxAttempts: number;
  readonly post: Post;
  readonly clock: Clock;
  readonly random: () => number;
  /** Longest time of one attempt. @default 20000 */
  readonly attemptTimeoutMs?: number;
}

/** How long a call may take and who may stop it. */
export interface CallLimits {
  /** The moment of the client's clock at which the whole call ends. */
  readonly deadline: number;
  readonly signal: AbortSignal;
}

/** Calls CompShare: signs, sends, reads, and repeats what may pass. */
export interface Client {
  call<Name extends ActionName>(
    action: Name,
    request: ActionRequest<Name>,
    limits: CallLimits,
  ): Promise<ReplyMembers>;
}

/** A client for one account at one gateway. */
export function createClient(parts: ClientParts): Client {
  return {
    async call(action, request, limits) {
      const parameters = encodeRequest(action, request).set("PublicKey", parts.publicKey);
      const sent = signature(parameters, parts.privateKey.reveal());
      parameters.set("Signature", sent);
      const form = new URLSearchParams([...parameters]).toString();
      return repeat(parts, limits, async (signal) => {
        const reply = await parts.post(parts.endpoint, form, signal);
        // A refusal may quote the request, and a signature does not expire.
        return readReply(action, { ...reply, body: reply.body.replaceAll(sent, "[signature]") });
      });
    },
  };
}

async function repeat(
  parts: ClientParts,
  limits: CallLimits,
  once: (signal: AbortSignal) => Promise<ReplyMembers>,
): Promise<ReplyMembers> {
  const start = parts.clock.now();
  for (let attempt = 1; ; attempt += 1) {
    const failure = await attemptOnce(parts, limits, once);
    if (!(failure instanceof CompShareError)) return failure;
    const now = parts.clock.now();
    const retryAfterMs = failure instanceof TransportError ? failure.retryAfterMs : undefined;
    const delay = retryDelay(
      {
        category: failure.category,
        attempt,
        maxAttempts: parts.maxAttempts,
        remainingMs: limits.deadline - now,
        retryAfterMs,
      },
      parts.random,
    );
    if (delay === undefined) {
      const seconds = ((now - start) / 1000).toFixed(1);
      // Who is refused wants to know which keys were used.
      const place = failure.category === "access" ? parts.place : undefined;
      failure.trail = texts().gateway.trail(attempt, parts.maxAttempts, seconds, place);
      throw failure;
    }
    await pause(parts.clock, delay, limits.signal);
  }
}

async function attemptOnce(
  parts: ClientParts,
  limits: CallLimits,
  once: (signal: AbortSignal) => Promise<ReplyMembers>,
): Promise<ReplyMembers | CompShareError> {
  if (limits.signal.aborted) return new CancelledError();
  const attemptTimeoutMs = parts.attemptTimeoutMs ?? 20_000;
  const remainingMs = limits.deadline - parts.clock.now();
  if (remainingMs <= 0) return deadlinePassed();
  const controller = new AbortController();
  const stop = (): void => controller.abort();
  const cancelTimer = parts.clock.after(Math.min(attemptTimeoutMs, remainingMs), stop);
  limits.signal.addEventListener("abort", stop, { once: true });
  try {
    return await once(controller.signal);
  } catch (error) {
    if (error instanceof CompShareError) return error;
    if (limits.signal.aborted) return new CancelledError();
    if (!controller.signal.aborted) {
      const failure = classifyFailure(error);
      // What is no failure of the network is a fault of ours: repeating it would only hide it.
      if (failure === undefined) throw error;
      return failure;
    }
    if (remainingMs <= attemptTimeoutMs) return deadlinePassed();
    return new TransportError(
      "TIMEOUT_ATTEMPT",
      texts().gateway.network.attemptTimeout(attemptTimeoutMs / 1000),
    );
  } finally {
    cancelTimer();
    limits.signal.removeEventListener("abort", stop);
  }
}

function deadlinePassed(): TransportError {
  return new TransportError("DEADLINE", texts().gateway.network.deadline);
}
