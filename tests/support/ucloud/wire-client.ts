import type { ActionResponse } from "../../../provider/contract/actions.ts";
import type { CallLimits } from "../../../provider/ucloud/attempt.ts";
import { type Client, type ClientParts, createClient } from "../../../provider/ucloud/client.ts";
import { systemClock } from "../../../provider/ucloud/clock.ts";
import { type Endpoint, readEndpoint } from "../../../provider/ucloud/endpoint.ts";
import { createSecret } from "../../../provider/ucloud/secret.ts";
import { createSharedLimits } from "../../../provider/ucloud/shared-limits.ts";
import { createTransport, type TransportParts } from "../../../provider/ucloud/transport.ts";
import { demoPrivateKey, demoPublicKey } from "../../../simulator/state/demo-account.ts";
import { listRequest } from "./client-parts.ts";

/** An endpoint that is known to be usable. */
function endpointOf(baseUrl: string): Endpoint {
  const endpoint = readEndpoint(baseUrl, true);
  if ("broken" in endpoint) throw new Error(`${baseUrl} ${endpoint.broken}`);
  return endpoint;
}

/** A client that opens real connections, with the simulator's keys and no wait between attempts. */
export function wireClient(
  baseUrl: string,
  parts: Partial<ClientParts> = {},
  transport: Partial<TransportParts> = {},
): Client {
  return createClient({
    endpoint: endpointOf(baseUrl),
    publicKey: demoPublicKey,
    privateKey: createSecret(demoPrivateKey),
    credentialsSource: "environment",
    maxAttempts: 4,
    post: createTransport({ userAgent: "test", environment: {}, ...transport }),
    clock: systemClock,
    random: () => 0,
    sharedLimits: createSharedLimits(() => 0),
    warn: () => undefined,
    ...parts,
  });
}

/** Limits of a call that has ten seconds. */
export function tenSeconds(signal: AbortSignal = new AbortController().signal): CallLimits {
  return { deadline: systemClock.now() + 10_000, signal };
}

/** A page of the platform's images. */
export type ListingResponse = ActionResponse<"DescribeCompShareImages">;

/** Asks for the first page of the platform's images. */
export function listImages(client: Client, limits: CallLimits = tenSeconds()): Promise<ListingResponse> {
  return client.call("DescribeCompShareImages", listRequest, limits);
}
