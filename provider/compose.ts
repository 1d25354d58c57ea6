import { functionRegistry } from "./functions/registry.ts";
import { createProvider } from "./grpc/create-provider.ts";
import type { WriteLine } from "./grpc/engine-log.ts";
import type { Provider } from "./grpc/provider.ts";
import { type Language, messages, setLanguage } from "./messages/messages.ts";
import { createResources } from "./resources/registry.ts";
import { suggestedLanguage } from "./settings/choose-language.ts";
import { cliConfigurationFile } from "./settings/cli-configuration-file.ts";
import { homeFolder, readIfThere, thisMachine } from "./settings/machine.ts";
import { openLookup } from "./settings/open-lookup.ts";
import type { Environment } from "./settings/resolve-settings.ts";

/** Joins the parts into the provider that the plugin serves. */
export function composeProvider(
  version: string,
  environment: Environment,
  log: WriteLine,
  language: Language = "en",
): Provider {
  const machine = thisMachine(`pulumi-compshare/${version}`, environment);
  return createProvider({
    functions: functionRegistry,
    resources: createResources(Date.now),
    language,
    open: (configuration, providerUrn) =>
      openLookup(configuration, machine, {
        warn: (text, urn = providerUrn) => log("WARNING", text, urn),
        inform: (text, urn = providerUrn) => log("INFO", text, urn),
      }),
  });
}

/** The language that the machine suggests, which holds until the provider's configuration says otherwise. */
export async function suggestLanguage(environment: Environment): Promise<Language> {
  const path = cliConfigurationFile({ environment, home: homeFolder() });
  // Whoever needs the file for keys is told that it cannot be read.
  const text = path === undefined ? undefined : await readIfThere(path).catch(() => undefined);
  return suggestedLanguage(environment, text);
}

/** What the plugin says of itself to people who start it by hand. */
export async function introduction(version: string, environment: Environment): Promise<string> {
  setLanguage(await suggestLanguage(environment));
  const { what, started, programs, debug, options } = messages().start;
  return [what(version), "", started, programs, debug, "", options].join("\n");
}
