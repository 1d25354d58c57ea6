import { readFile } from "node:fs/promises";
import { homedir } from "node:os";
import type { Configuration } from "./contract/configuration.ts";
import type { FunctionContext } from "./functions/context.ts";
import { createProvider } from "./grpc/create-provider.ts";
import type { WriteLine } from "./grpc/engine-log.ts";
import type { Provider } from "./grpc/provider.ts";
import { createCatalogue } from "./listings/catalogue.ts";
import { createYieldToEventLoop } from "./lookup/yield-to-event-loop.ts";
import { setLanguage } from "./messages/messages.ts";
import { suggestedLanguage } from "./settings/choose-language.ts";
import { cliConfigurationPath } from "./settings/credential-files.ts";
import { findCredentials } from "./settings/credentials.ts";
import { type Environment, resolveSettings } from "./settings/resolve-settings.ts";
import { createClient } from "./ucloud/client.ts";
import { systemClock } from "./ucloud/clock.ts";
import { createTraffic } from "./ucloud/traffic.ts";
import { createTransport } from "./ucloud/transport.ts";

/** Joins the parts into the provider that the plugin serves. */
export function composeProvider(version: string, environment: Environment, log: WriteLine): Provider {
  const post = createTransport({ userAgent: `pulumi-compshare/${version}`, environment });
  const places = { environment, home: homeFolder(), readFile: readIfThere };
  const yieldToEventLoop = createYieldToEventLoop();
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
      yieldToEventLoop,
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
  setLanguage(suggestedLanguage(environment, path === undefined ? undefined : await readIfThere(path)));
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
