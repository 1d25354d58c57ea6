import { readFileSync } from "node:fs";
import type { Environment } from "../provider/contract/variables.ts";
import type { Language } from "../provider/messages/messages.ts";
import { homeFolder } from "../provider/parts/home-folder.ts";
import { cliConfigurationFile } from "../provider/settings/cli-configuration-file.ts";
import { suggestedLanguage } from "../provider/settings/suggest-language.ts";

/** The language of a run: `--lang`, else what the machine suggests, as for the plugin. */
export function chooseLanguage(words: readonly string[], environment: Environment): Language {
  const flag = words.findLastIndex((word) => word === "--lang" || word.startsWith("--lang="));
  const wanted = words[flag]?.split("=")[1] ?? words[flag + 1];
  if (flag >= 0 && (wanted === "en" || wanted === "zh")) return wanted;
  return suggestedLanguage(environment, cliConfiguration(environment));
}

function cliConfiguration(environment: Environment): string | undefined {
  try {
    const path = cliConfigurationFile({ environment, home: homeFolder() });
    return path === undefined ? undefined : readFileSync(path, "utf8");
  } catch {
    // Without it the locale decides. Whoever needs the file for keys is told that it cannot be read.
    return undefined;
  }
}
