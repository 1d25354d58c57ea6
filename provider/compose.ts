import type { Environment } from "./contract/variables.ts";
import { functionRegistry } from "./functions/registry.ts";
import { createProvider } from "./grpc/create-provider.ts";
import type { WriteLine } from "./grpc/engine-log.ts";
import type { Provider } from "./grpc/provider.ts";
import { type Language, type Messages, messages, setLanguage } from "./messages/messages.ts";
import { quoted } from "./messages/plain-text.ts";
import { homeFolder } from "./parts/home-folder.ts";
import { createResources } from "./resources/registry.ts";
import { cliConfigurationFile } from "./settings/cli-configuration-file.ts";
import { thisMachine } from "./settings/machine.ts";
import { openLookup } from "./settings/open-lookup.ts";
import { readIfThere } from "./settings/read-if-there.ts";
import { suggestedLanguage } from "./settings/suggest-language.ts";

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
  const { what, started, programs, debug, options } = await startMessages(environment);
  return [what(version), "", started, programs, debug, "", options].join("\n");
}

/** What is said of an argument that neither an engine nor a person would pass. */
export async function unexpectedArgument(word: string, environment: Environment): Promise<string> {
  return (await startMessages(environment)).unexpected(quoted(word));
}

/** What is said of a port that could not be printed; without a code the output leads nowhere. */
export async function unreportedPort(code: string | undefined, environment: Environment): Promise<string> {
  const { portUnreported, isNowhere, isUnwritable } = await startMessages(environment);
  return portUnreported(code === undefined ? isNowhere : isUnwritable(code));
}

async function startMessages(environment: Environment): Promise<Messages["start"]> {
  setLanguage(await suggestLanguage(environment));
  return messages().start;
}
