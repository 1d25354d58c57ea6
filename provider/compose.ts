import { functionRegistry } from "./functions/registry.ts";
import { createProvider } from "./grpc/create-provider.ts";
import type { WriteLine } from "./grpc/engine-log.ts";
import type { Provider } from "./grpc/provider.ts";
import { setLanguage } from "./messages/messages.ts";
import { createResources } from "./resources/registry.ts";
import { suggestedLanguage } from "./settings/choose-language.ts";
import { cliConfigurationFile } from "./settings/cli-configuration-file.ts";
import { homeFolder, readIfThere, thisMachine } from "./settings/machine.ts";
import { openLookup } from "./settings/open-lookup.ts";
import type { Environment } from "./settings/resolve-settings.ts";

/** Joins the parts into the provider that the plugin serves. */
export function composeProvider(version: string, environment: Environment, log: WriteLine): Provider {
  const machine = thisMachine(`pulumi-compshare/${version}`, environment);
  return createProvider({
    functions: functionRegistry,
    resources: createResources(Date.now),
    open: (configuration, providerUrn) =>
      openLookup(configuration, machine, {
        warn: (text, urn = providerUrn) => log("WARNING", text, urn),
        inform: (text, urn = providerUrn) => log("INFO", text, urn),
      }),
  });
}

/** Chooses the language that the machine suggests, until the provider's configuration says otherwise. */
export async function chooseLanguage(environment: Environment): Promise<void> {
  const path = cliConfigurationFile({ environment, home: homeFolder() });
  // Whoever needs the file for keys is told that it cannot be read.
  const text = path === undefined ? undefined : await readIfThere(path).catch(() => undefined);
  setLanguage(suggestedLanguage(environment, text));
}
