import { type ActionName, type ActionRequest, type ActionResponse, actions } from "../contract/actions.ts";
import type { Members } from "../contract/members.ts";
import { ApiError, type ApiRefusal } from "../errors/api-error.ts";
import { CompShareError, type CredentialsSource } from "../errors/compshare-error.ts";
import { messages } from "../messages/messages.ts";
import { quoted } from "../messages/plain-text.ts";
import { type AttemptParts, attemptOnce, type CallLimits, type Once } from "./attempt.ts";
import { pause } from "./clock.ts";
import { decodeResponse } from "./decode-response.ts";
import type { Endpoint } from "./endpoint.ts";
import { readReply } from "./read-reply.ts";
import { createRedaction } from "./redaction.ts";
import { retryDelay } from "./retry.ts";
import { type SigningKeys, signedForm } from "./signed-form.ts";
import type { Post } from "./transport.ts";

/** What a client is made of. */
export interface ClientParts extends AttemptParts, SigningKeys {
  readonly endpoint: Endpoint;
  readonly credentialsSource: CredentialsSource;
  readonly maxAttempts: number;
  readonly post: Post;
  readonly random: () => number;
  readonly warn: (text: string) => void;
}

/** Calls CompShare: signs, sends, reads, and retries what may pass. */
export interface Client {
  call<Name extends ActionName>(
    action: Name,
    request: ActionRequest<Name>,
    limits: CallLimits,
  ): Promise<ActionResponse<Name>>;
}

/** A client for one account at one gateway. */
export function createClient(parts: ClientParts): Client {
  // Keys that were refused once are not sent again: 200 more refusals tell nobody anything.
  let refusal: ApiRefusal | undefined;
  let warned = false;
  const checkName = (action: ActionName, { Action: name }: Members): void => {
    if (warned || typeof name !== "string" || ["", `${action}Response`].includes(name)) return;
    warned = true;
    parts.warn(messages().gateway.response.otherAction(action, quoted(name, 80)));
  };
  return {
    async call(action, request, limits) {
      const { form, signature } = signedForm(action, request, parts);
      const hide = createRedaction({ "[signature]": signature, "[publicKey]": parts.publicKey });
      return withRetries(parts, limits, actions[action].readsOnly, async (signal) => {
        if (refusal !== undefined) throw new ApiError(refusal);
        const reply = await parts.post(parts.endpoint, form, signal);
        try {
          const members = readReply(action, reply, { hide });
          checkName(action, members);
          return decodeResponse(action, members);
        } catch (error) {
          if (error instanceof ApiError && error.meaning.refusesKeys) refusal = error.refusal;
          throw error;
        }
      });
    },
  };
}

async function withRetries<Response>(
  parts: ClientParts,
  limits: CallLimits,
  readsOnly: boolean,
  once: Once<Response>,
): Promise<Response> {
  const { clock, sharedLimits } = parts;
  const start = clock.now();
  for (let attempt = 1; ; attempt += 1) {
    const failure = await attemptOnce(parts, limits, once, attempt > 1);
    if (!(failure instanceof CompShareError)) {
      sharedLimits.quota.earn();
      return failure;
    }
    const { category, retryAfterMs } = failure;
    const now = clock.now();
    const { maxAttempts, random } = parts;
    const remainingMs = limits.deadline - now;
    const delay = retryDelay(
      { category, readsOnly, attempt, maxAttempts, remainingMs, retryAfterMs },
      random,
    );
    const allowed = delay !== undefined && sharedLimits.quota.spend();
    if (!allowed) {
      failure.attemptSummary ??= {
        attempts: attempt,
        maxAttempts,
        elapsedMs: now - start,
        // Who is refused wants to know which keys were used.
        credentialsSource: category === "access" ? parts.credentialsSource : undefined,
        quotaSpent: delay !== undefined,
      };
      throw failure;
    }
    await pause(clock, delay, limits.signal);
  }
}
