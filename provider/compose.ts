import { readFile } from "node:fs/promises";
import { homedir } from "node:os";
import type { Configuration } from "./contract/configuration.ts";
import { speak } from "./errors/texts.ts";
import type { FunctionContext } from "./functions/context.ts";
import { createTurns } from "./functions/turns.ts";
import { createCatalogue } from "./images/catalogue.ts";
import { suggestedLanguage } from "./service/choose-language.ts";
import { createProvider } from "./service/create-provider.ts";
import { createEngineLog } from "./service/engine-log.ts";
import type { Provider } from "./service/provider.ts";
import { type Environment, resolveSettings } from "./service/resolve-settings.ts";
import { createClient } from "./ucloud/client.ts";
import { systemClock } from "./ucloud/clock.ts";
import { cliConfigurationPath } from "./ucloud/credential-files.ts";
import { findCredentials } from "./ucloud/credentials.ts";
import { createTraffic } from "./ucloud/traffic.ts";
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
  const random = Math.random;
  const wire = { post, clock: systemClock, random, traffic: createTraffic(random) };

  function context(configuration: Configuration, providerUrn: string): FunctionContext {
    const settings = resolveSettings(configuration, environment);
    const warn = (text: string, urn = providerUrn): void => log("WARNING", text, urn);
    const catalogue = createCatalogue({
      connect: async () => {
        const { endpoint, maxAttempts, warnings } = settings.connection();
        const { notes, ...account } = await findCredentials(configuration, places);
        for (const line of [...warnings, ...notes]) warn(line);
        return createClient({ ...account, endpoint, maxAttempts, ...wire, warn });
      },
      now: () => systemClock.now(),
      timeoutMs: settings.timeoutMs,
      cacheMs: settings.cacheMs,
    });
    return {
      catalogue,
      scope: settings.scope,
      turn,
      warn,
      inform: (text, urn = providerUrn) => log("INFO", text, urn),
    };
  }

  return createProvider({ wallClock: Date.now, context });
}

/** Speaks the language that the machine suggests, until the provider's configuration says otherwise. */
export async function chooseLanguage(environment: Environment): Promise<void> {
  const path =
    environment["COMPSHARE_CONFIG_FILE"] || cliConfigurationPath({ environment, home: homeFolder() });
  speak(suggestedLanguage(environment, path === undefined ? undefined : await readIfThere(path)));
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
