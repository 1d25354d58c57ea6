import type { ActionName, ActionRequest } from "../../../provider/contract/actions.ts";
import type { CallLimits } from "../../../provider/ucloud/attempt.ts";
import type { Client, ClientParts } from "../../../provider/ucloud/client.ts";
import type { Clock } from "../../../provider/ucloud/clock.ts";
import { decodeResponse } from "../../../provider/ucloud/decode-response.ts";
import { createSecret } from "../../../provider/ucloud/secret.ts";
import { createSharedLimits } from "../../../provider/ucloud/shared-limits.ts";
import type { HttpReply, Post } from "../../../provider/ucloud/transport.ts";

/** A request as the plugin sends them most often. */
export const listRequest: ActionRequest<"DescribeCompShareImages"> = {
  region: "cn-wlcb",
  offset: 0,
  limit: 100,
};

/** Parts of a client in tests: keys, four attempts, and waits in the middle of their range. */
export function clientParts(post: Post, clock: Clock): ClientParts {
  return {
    endpoint: { origin: "https://api.compshare.cn", loopback: false },
    publicKey: "public-key",
    privateKey: createSecret("private-key"),
    credentialsSource: "environment",
    maxAttempts: 4,
    post,
    clock,
    random: () => 0.5,
    sharedLimits: createSharedLimits(() => 0.5),
    warn: () => undefined,
  };
}

/** What a gateway is asked. */
export interface Asked {
  readonly action: ActionName;
  readonly request: Readonly<Record<string, string | number | undefined>>;
  readonly limits: CallLimits;
}

/** A client without a network: its gateway responds with the members that the test gives. */
export function clientOver(respond: (asked: Asked) => object | Promise<object>): Client {
  return {
    call: async (action, request, limits) =>
      decodeResponse(action, { ...(await respond({ action, request: { ...request }, limits })) }),
  };
}

/** An HTTP response in memory. */
export function reply(
  status: number,
  body: string,
  headers: Readonly<Record<string, string>> = {},
): HttpReply {
  return { status, body, header: (name) => headers[name] };
}

/** What a gateway does with a request. */
export type Step = HttpReply | Error | "hang";

/** A gateway that takes the steps one after the other, the last one for ever, and notes when each request came and what it was. */
export function script(
  steps: readonly Step[],
  clock: Clock,
): { readonly post: Post; readonly times: number[]; readonly forms: string[] } {
  const times: number[] = [];
  const forms: string[] = [];
  const post: Post = async (_, form, signal) => {
    const step = steps[Math.min(times.length, steps.length - 1)] ?? "hang";
    times.push(clock.now());
    forms.push(form);
    if (step === "hang")
      return new Promise((_, reject) => signal.addEventListener("abort", () => reject(signal.reason)));
    if (step instanceof Error) throw step;
    return step;
  };
  return { post, times, forms };
}
