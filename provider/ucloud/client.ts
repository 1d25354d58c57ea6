import type { ActionName, ActionRequest } from "../contract/actions.ts";
import { ApiError } from "../errors/api-error.ts";
import { CancelledError } from "../errors/cancelled-error.ts";
import { type Category, CompShareError } from "../errors/compshare-error.ts";
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
import type { Traffic } from "./traffic.ts";
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
  readonly traffic: Traffic;
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

/** RetCodes that say that the keys themselves are wrong, whatever is asked. */
const keysRefused: ReadonlySet<number> = new Set([171, 172, 174]);

type Once = (signal: AbortSignal) => Promise<ReplyMembers>;

/** A client for one account at one gateway. */
export function createClient(parts: ClientParts): Client {
  // Keys that were refused once are not sent again: 200 more refusals tell nobody anything.
  let refusal: ApiError | undefined;
  return {
    async call(action, request, limits) {
      const parameters = encodeRequest(action, request).set("PublicKey", parts.publicKey);
      const sent = signature(parameters, parts.privateKey.reveal());
      parameters.set("Signature", sent);
      const form = new URLSearchParams([...parameters]).toString();
      return repeat(parts, limits, async (signal) => {
        if (refusal !== undefined) throw refusal;
        const reply = await parts.post(parts.endpoint, form, signal);
        try {
          // A refusal may quote the request, and a signature does not expire.
          return readReply(action, { ...reply, body: reply.body.replaceAll(sent, "[signature]") });
        } catch (error) {
          if (error instanceof ApiError && keysRefused.has(error.retCode)) refusal = error;
          throw error;
        }
      });
    },
  };
}

async function repeat(parts: ClientParts, limits: CallLimits, once: Once): Promise<ReplyMembers> {
  const { clock, traffic } = parts;
  const start = clock.now();
  let repeated: Category | undefined;
  for (let attempt = 1; ; attempt += 1) {
    const failure = await attemptOnce(parts, limits, once, attempt > 1);
    if (!(failure instanceof CompShareError)) {
      traffic.quota.refund(repeated);
      return failure;
    }
    const { category, retryAfterMs } = failure;
    const now = clock.now();
    const { maxAttempts, random } = parts;
    const remainingMs = limits.deadline - now;
    const delay = retryDelay({ category, attempt, maxAttempts, remainingMs, retryAfterMs }, random);
    const allowed = delay !== undefined && traffic.quota.take(category);
    if (!allowed) {
      const { trail, notRepeated } = texts().gateway;
      // Who is refused wants to know which keys were used.
      const place = category === "access" ? parts.place : undefined;
      const tried = trail(attempt, maxAttempts, ((now - start) / 1000).toFixed(1), place);
      failure.trail ??= delay === undefined ? tried : `${tried}, ${notRepeated}`;
      throw failure;
    }
    repeated = category;
    await pause(clock, delay, limits.signal);
  }
}

async function attemptOnce(
  parts: ClientParts,
  limits: CallLimits,
  once: Once,
  again: boolean,
): Promise<ReplyMembers | CompShareError> {
  if (limits.signal.aborted) return new CancelledError();
  const remainingMs = limits.deadline - parts.clock.now();
  if (remainingMs <= 0) return deadlinePassed();
  const controller = new AbortController();
  const stop = (): void => controller.abort();
  const cancelTimer = parts.clock.after(remainingMs, stop);
  limits.signal.addEventListener("abort", stop, { once: true });
  try {
    // Who has failed before goes first: when it succeeds, it pays for the repeats of others.
    const leave = await parts.traffic.gate.enter(controller.signal, again);
    const outcome = leave && (await send(parts, limits, controller, once).finally(leave));
    if (outcome !== undefined) return outcome;
    return limits.signal.aborted ? new CancelledError() : deadlinePassed();
  } finally {
    cancelTimer();
    limits.signal.removeEventListener("abort", stop);
  }
}

/** Sends one request, after a pause that there may be; `undefined` when the call was stopped meanwhile. */
async function send(
  parts: ClientParts,
  limits: CallLimits,
  controller: AbortController,
  once: Once,
): Promise<ReplyMembers | CompShareError | undefined> {
  const { clock, traffic } = parts;
  const { signal } = controller;
  for (let now = clock.now(); ; now = clock.now()) {
    const current = traffic.pause.current(now);
    if (current === undefined || signal.aborted) break;
    if (current.until >= limits.deadline) return current.failure;
    await pause(clock, current.until - now, signal);
  }
  if (signal.aborted) return undefined;
  const attemptTimeoutMs = parts.attemptTimeoutMs ?? 20_000;
  const sentAt = clock.now();
  let tooSlow = false;
  const cancelTimer = clock.after(attemptTimeoutMs, () => {
    tooSlow = !signal.aborted;
    controller.abort();
  });
  try {
    const members = await once(signal);
    traffic.pause.note(sentAt, clock.now(), undefined);
    return members;
  } catch (error) {
    const failure = failureOf(error, signal, tooSlow, attemptTimeoutMs);
    if (failure !== undefined) traffic.pause.note(sentAt, clock.now(), failure);
    return failure;
  } finally {
    cancelTimer();
  }
}

/** What an attempt has failed of; `undefined` when the call was stopped. */
function failureOf(
  error: unknown,
  signal: AbortSignal,
  tooSlow: boolean,
  attemptTimeoutMs: number,
): CompShareError | undefined {
  if (error instanceof CompShareError) return error;
  if (tooSlow)
    return new TransportError(
      "TIMEOUT_ATTEMPT",
      texts().gateway.network.attemptTimeout(attemptTimeoutMs / 1000),
    );
  if (signal.aborted) return undefined;
  const failure = classifyFailure(error);
  // What is no failure of the network is a fault of ours: repeating it would only hide it.
  if (failure === undefined) throw error;
  return failure;
}

function deadlinePassed(): TransportError {
  return new TransportError("DEADLINE", texts().gateway.network.deadline);
}
