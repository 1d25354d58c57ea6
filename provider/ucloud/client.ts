import { type ActionName, type ActionRequest, type ActionResponse, actions } from "../contract/actions.ts";
import { ApiError } from "../errors/api-error.ts";
import { type Category, CompShareError } from "../errors/compshare-error.ts";
import { messages } from "../messages/messages.ts";
import { quoted } from "../messages/plain-text.ts";
import { type AttemptParts, attemptOnce, type CallLimits, type Once } from "./attempt.ts";
import { pause } from "./clock.ts";
import { decodeResponse } from "./decode-response.ts";
import type { Endpoint } from "./endpoint.ts";
import { type ReplyMembers, readReply } from "./read-reply.ts";
import { retryDelay } from "./retry.ts";
import { type SigningKeys, signedForm } from "./signed-form.ts";
import type { Post } from "./transport.ts";

/** What a client is made of. */
export interface ClientParts extends AttemptParts, SigningKeys {
  readonly endpoint: Endpoint;
  /** Where the keys were found. */
  readonly place: string;
  readonly maxAttempts: number;
  readonly post: Post;
  readonly random: () => number;
  readonly warn: (text: string) => void;
}

/** Calls CompShare: signs, sends, reads, and repeats what may pass. */
export interface Client {
  call<Name extends ActionName>(
    action: Name,
    request: ActionRequest<Name>,
    limits: CallLimits,
  ): Promise<ActionResponse<Name>>;
}

/** RetCodes that say that the keys themselves are wrong, whatever is asked. */
const keysRefused: ReadonlySet<number> = new Set([171, 172, 174]);

/** A client for one account at one gateway. */
export function createClient(parts: ClientParts): Client {
  // Keys that were refused once are not sent again: 200 more refusals tell nobody anything.
  let refusal: ApiError | undefined;
  let warned = false;
  const checkName = (action: ActionName, { Action: name }: ReplyMembers): void => {
    if (warned || typeof name !== "string" || ["", `${action}Response`].includes(name)) return;
    warned = true;
    parts.warn(messages().gateway.reply.otherAction(action, quoted(name, 80)));
  };
  return {
    async call(action, request, limits) {
      const { form, signature } = signedForm(action, request, parts);
      return repeat(parts, limits, actions[action].readsOnly, async (signal) => {
        if (refusal !== undefined) throw refusal;
        const reply = await parts.post(parts.endpoint, form, signal);
        try {
          // A refusal may quote the request, and a signature does not expire.
          const body = reply.body.replaceAll(signature, "[signature]");
          const members = readReply(action, { ...reply, body });
          checkName(action, members);
          return decodeResponse(action, members);
        } catch (error) {
          if (error instanceof ApiError && keysRefused.has(error.retCode)) refusal = error;
          throw error;
        }
      });
    },
  };
}

async function repeat<Response>(
  parts: ClientParts,
  limits: CallLimits,
  readsOnly: boolean,
  once: Once<Response>,
): Promise<Response> {
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
    const delay = retryDelay(
      { category, readsOnly, attempt, maxAttempts, remainingMs, retryAfterMs },
      random,
    );
    const allowed = delay !== undefined && traffic.quota.take(category);
    if (!allowed) {
      const { attemptSummary, notRepeated } = messages().gateway;
      // Who is refused wants to know which keys were used.
      const place = category === "access" ? parts.place : undefined;
      const tried = attemptSummary(attempt, maxAttempts, ((now - start) / 1000).toFixed(1), place);
      failure.attemptSummary ??= delay === undefined ? tried : `${tried}, ${notRepeated}`;
      throw failure;
    }
    repeated = category;
    await pause(clock, delay, limits.signal);
  }
}
