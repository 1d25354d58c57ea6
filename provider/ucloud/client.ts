import type { ActionName, ActionRequest } from "../contract/actions.ts";
import { ApiError } from "../errors/api-error.ts";
import { type Category, CompShareError } from "../errors/compshare-error.ts";
import { messages } from "../messages/messages.ts";
import { quoted } from "../messages/plain-text.ts";
import { type AttemptParts, attemptOnce, type CallLimits, type Once } from "./attempt.ts";
import { pause } from "./clock.ts";
import { encodeRequest } from "./encode-request.ts";
import type { Endpoint } from "./endpoint.ts";
import { type ReplyMembers, readReply } from "./read-reply.ts";
import { retryDelay } from "./retry.ts";
import type { Secret } from "./secret.ts";
import { signature } from "./signature.ts";
import type { Post } from "./transport.ts";

/** What a client is made of. */
export interface ClientParts extends AttemptParts {
  readonly endpoint: Endpoint;
  readonly publicKey: string;
  readonly privateKey: Secret;
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
  ): Promise<ReplyMembers>;
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
      const parameters = encodeRequest(action, request).set("PublicKey", parts.publicKey);
      const sent = signature(parameters, parts.privateKey.reveal());
      parameters.set("Signature", sent);
      const form = new URLSearchParams([...parameters]).toString();
      return repeat(parts, limits, async (signal) => {
        if (refusal !== undefined) throw refusal;
        const reply = await parts.post(parts.endpoint, form, signal);
        try {
          // A refusal may quote the request, and a signature does not expire.
          const body = reply.body.replaceAll(sent, "[signature]");
          const members = readReply(action, { ...reply, body });
          checkName(action, members);
          return members;
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
