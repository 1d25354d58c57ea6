import type { ActionRequest } from "../../../provider/contract/actions.ts";
import type { ClientParts } from "../../../provider/ucloud/client.ts";
import type { Clock } from "../../../provider/ucloud/clock.ts";
import { createSecret } from "../../../provider/ucloud/secret.ts";
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
    place: "the test",
    maxAttempts: 4,
    post,
    clock,
    random: () => 0.5,
  };
}

/** An HTTP answer in memory. */
export function reply(
  status: number,
  body: string,
  headers: Readonly<Record<string, string>> = {},
): HttpReply {
  return { status, body, header: (name) => headers[name] };
}
