import type { Environment } from "../contract/variables.ts";
import { createYieldToEventLoop } from "../lookup/yield-to-event-loop.ts";
import { homeFolder } from "../parts/home-folder.ts";
import type { ClientParts } from "../ucloud/client.ts";
import { systemClock } from "../ucloud/clock.ts";
import { createSharedLimits } from "../ucloud/shared-limits.ts";
import { createTransport } from "../ucloud/transport.ts";
import type { CredentialParts } from "./credential-files.ts";
import { readIfThere } from "./read-if-there.ts";

/** What a lookup needs of the machine that it runs on; shared by all lookups of a process. */
export interface Machine extends CredentialParts {
  /** What signed requests go through. */
  readonly wire: Pick<ClientParts, "post" | "clock" | "random" | "sharedLimits">;
  readonly yieldToEventLoop: () => Promise<void>;
  /** Milliseconds since 1970. */
  readonly today: () => number;
}

/** The machine that this process runs on. */
export function thisMachine(userAgent: string, environment: Environment): Machine {
  const random = Math.random;
  return {
    environment,
    home: homeFolder(),
    readFile: readIfThere,
    wire: {
      post: createTransport({ userAgent, environment }),
      clock: systemClock,
      random,
      sharedLimits: createSharedLimits(random),
    },
    yieldToEventLoop: createYieldToEventLoop(),
    today: Date.now,
  };
}
