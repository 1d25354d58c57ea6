import { type Catalogue, createCatalogue } from "../../../provider/listings/catalogue.ts";
import type { Scope } from "../../../provider/listings/scope.ts";
import { createClient } from "../../../provider/ucloud/client.ts";
import { systemClock } from "../../../provider/ucloud/clock.ts";
import { readEndpoint } from "../../../provider/ucloud/endpoint.ts";
import { createSecret } from "../../../provider/ucloud/secret.ts";
import { createSharedLimits } from "../../../provider/ucloud/shared-limits.ts";
import { createTransport } from "../../../provider/ucloud/transport.ts";
import type { Simulator } from "../../../simulator/simulator.ts";

/** Where the tests look. */
export const scope: Scope = { source: "platform", region: "cn-wlcb", zone: undefined, projectId: undefined };

/** The rest of a function's context: no waiting for a yieldToEventLoop, and nobody who reads warnings. */
export const quietContext = {
  yieldToEventLoop: () => Promise.resolve(),
  warn: () => undefined,
  inform: () => undefined,
};

/** A catalogue of the real parts over a simulator; retries come at once. */
export function openCatalogue(simulator: Simulator, cacheMs = 60_000): Catalogue {
  const endpoint = readEndpoint(simulator.endpoint, false);
  if ("broken" in endpoint) throw new Error(endpoint.broken);
  const client = createClient({
    endpoint,
    publicKey: simulator.publicKey,
    privateKey: createSecret(simulator.privateKey),
    credentialsSource: "environment",
    maxAttempts: 4,
    post: createTransport({ userAgent: "test", environment: {} }),
    clock: systemClock,
    random: () => 0,
    sharedLimits: createSharedLimits(() => 0),
    warn: () => undefined,
  });
  return createCatalogue({
    connect: () => Promise.resolve(client),
    now: () => performance.now(),
    timeoutMs: 30_000,
    cacheMs,
  });
}
