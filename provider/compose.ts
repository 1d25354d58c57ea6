import { readFile } from "node:fs/promises";
import { homedir } from "node:os";
import type { Configuration } from "./contract/configuration.ts";
import type { FunctionContext } from "./functions/context.ts";
import { createTurns } from "./functions/turns.ts";
import { createCatalogue } from "./images/catalogue.ts";
import { createProvider } from "./service/create-provider.ts";
import { createEngineLog } from "./service/engine-log.ts";
import type { Provider } from "./service/provider.ts";
import { type Environment, resolveSettings } from "./service/resolve-settings.ts";
import { createClient } from "./ucloud/client.ts";
import { systemClock } from "./ucloud/clock.ts";
import { findCredentials } from "./ucloud/credentials.ts";
import { createTransport } from "./ucloud/transport.ts";

/** Joins the parts into the provider that the plugin serves. */
export function composeProvider(
  version: string,
  environment: Environment,
  engineAddress: () => string,
): Provider {
  const log = createEngineLog(engineAddress);
  const post = createTransport({ userAgent: `pulumi-compshare/${version}`, environment });
  const places = { environment, home: homeFolder(), readFile: readIfThere };
  const turn = createTurns();

  function context(configuration: Configuration): FunctionContext {
    const settings = resolveSettings(configuration, environment);
    const catalogue = createCatalogue({
      connect: async () => {
        const { endpoint, maxAttempts, warnings } = settings.connection();
        const { publicKey, privateKey, place, notes } = await findCredentials(configuration, places);
        for (const line of [...warnings, ...notes]) log("WARNING", line);
        return createClient({
          endpoint,
          publicKey,
          privateKey,
          place,
          maxAttempts,
          post,
          clock: systemClock,
          random: Math.random,
        });
      },
      now: () => systemClock.now(),
      timeoutMs: settings.timeoutMs,
      cacheMs: settings.cacheMs,
    });
    return {
      catalogue,
      scope: settings.scope,
      turn,
      warn: (text, urn) => log("WARNING", text, urn),
      inform: (text, urn) => log("INFO", text, urn),
    };
  }

  return createProvider({ version, wallClock: Date.now, context });
}

/** Home folder of the user; a user without one has no files to look in. */
function homeFolder(): string | undefined {
  try {
    return homedir() || undefined;
  } catch {
    return undefined;
  }
}

async function readIfThere(path: string): Promise<string | undefined> {
  try {
    return await readFile(path, "utf8");
  } catch {
    return undefined;
  }
}
