import { ApiError } from "../errors/api-error.ts";
import { CancelledError } from "../errors/cancelled-error.ts";
import { CompShareError } from "../errors/compshare-error.ts";
import { TransportError } from "../errors/transport-error.ts";
import { classifyFailure } from "./classify-failure.ts";
import { type Clock, pause } from "./clock.ts";
import type { SharedLimits } from "./shared-limits.ts";
import type { Throttled } from "./throttle-pause.ts";

/** Longest time that a call sleeps in a pause before it looks again. */
const longestSleep = 250;

/** How long a call may take and who may stop it. */
export interface CallLimits {
  /** The moment of the client's clock at which the whole call ends. */
  readonly deadline: number;
  readonly signal: AbortSignal;
}

/** What an attempt needs. */
export interface AttemptParts {
  readonly clock: Clock;
  readonly sharedLimits: SharedLimits;
  /** Longest time of one attempt. @default 20000 */
  readonly attemptTimeoutMs?: number;
}

/** Sends a request once and reads the response. */
export type Once<Response> = (signal: AbortSignal) => Promise<Response>;

/** One attempt: waits for a permit, sends, and returns what came back or what it failed of. */
export async function attemptOnce<Response>(
  parts: AttemptParts,
  limits: CallLimits,
  once: Once<Response>,
  retry: boolean,
): Promise<Response | CompShareError> {
  if (limits.signal.aborted) return new CancelledError();
  const now = parts.clock.now();
  const remainingMs = limits.deadline - now;
  if (remainingMs <= 0) return deadlinePassed();
  const heldUp = pauseBeyond(parts, limits, now);
  if (heldUp !== undefined) return heldUp;
  const controller = new AbortController();
  const stop = (): void => controller.abort();
  const cancelTimer = parts.clock.after(remainingMs, stop);
  limits.signal.addEventListener("abort", stop, { once: true });
  try {
    // A retry goes first: when it succeeds, it pays for the retries of others.
    const release = await parts.sharedLimits.semaphore.acquire(controller.signal, retry);
    const outcome = release && (await send(parts, limits, controller, once).finally(release));
    if (outcome !== undefined) return outcome;
    return limits.signal.aborted ? new CancelledError() : deadlinePassed();
  } finally {
    cancelTimer();
    limits.signal.removeEventListener("abort", stop);
  }
}

/** Why there is a pause that this call cannot wait for; it need not stand in line either. */
function pauseBeyond(
  { sharedLimits }: AttemptParts,
  { deadline }: CallLimits,
  now: number,
): CompShareError | undefined {
  const current = sharedLimits.pause.current(now);
  return current !== undefined && current.until >= deadline ? heldUpBy(current.failure) : undefined;
}

/** The failure of another call as one of this call, which has an attempt summary of its own. */
function heldUpBy(failure: Throttled): CompShareError {
  return failure instanceof ApiError ? new ApiError(failure.refusal) : new TransportError(failure.failure);
}

/** Sends one request, after a pause that there may be; `undefined` when the call was stopped meanwhile. */
async function send<Response>(
  parts: AttemptParts,
  limits: CallLimits,
  controller: AbortController,
  once: Once<Response>,
): Promise<Response | CompShareError | undefined> {
  const { clock, sharedLimits } = parts;
  const { signal } = controller;
  while (!signal.aborted) {
    const now = clock.now();
    const heldUp = pauseBeyond(parts, limits, now);
    if (heldUp !== undefined) return heldUp;
    const current = sharedLimits.pause.admit(now);
    if (current === undefined) break;
    // A success may end the pause before its time.
    await pause(clock, Math.min(current.until - now, longestSleep), signal);
  }
  if (signal.aborted) return undefined;
  const attemptTimeoutMs = parts.attemptTimeoutMs ?? 20_000;
  let tooSlow = false;
  const cancelTimer = clock.after(attemptTimeoutMs, () => {
    tooSlow = !signal.aborted;
    controller.abort();
  });
  try {
    const members = await once(signal);
    sharedLimits.pause.note(clock.now(), undefined);
    return members;
  } catch (error) {
    const failure = failureOf(error, signal, tooSlow, attemptTimeoutMs);
    if (failure !== undefined) sharedLimits.pause.note(clock.now(), failure);
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
  if (tooSlow) return new TransportError({ reason: "TIMEOUT_ATTEMPT", timeoutMs: attemptTimeoutMs });
  if (signal.aborted) return undefined;
  const failure = classifyFailure(error);
  // What is no failure of the network is a bug of ours: retrying it would only hide it.
  if (failure === undefined) throw error;
  return failure;
}

function deadlinePassed(): TransportError {
  return new TransportError({ reason: "DEADLINE" });
}
