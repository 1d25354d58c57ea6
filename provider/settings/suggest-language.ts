import type { Environment } from "../contract/variables.ts";
import { languageVariable } from "../contract/variables.ts";
import { isRow } from "../contract/wire-row.ts";
import type { Language } from "../messages/messages.ts";

/** Names of Chinese: a code, a locale or a word. */
export const chineseName: RegExp = /^(zh([-_.@]|$)|chinese$|中文$)/i;

/** Variables that name the locale, first one wins. */
export const localeVariables: readonly string[] = ["LC_ALL", "LC_MESSAGES", "LANG"];

/** A language by its code or a locale's name, such as `zh`, `zh-CN` or `zh_CN.UTF-8`; `undefined` if there is none. */
function readLanguage(name: string | undefined): Language | undefined {
  const code = name?.trim() ?? "";
  if (code === "") return undefined;
  return chineseName.test(code) ? "zh" : "en";
}

/**
 * The language that the machine suggests: COMPSHARE_LANG, else what the CompShare CLI is set to, else the locale.
 * `cliConfiguration` is the text of the CLI's configuration file, if there is one.
 */
export function suggestedLanguage(environment: Environment, cliConfiguration: string | undefined): Language {
  const locale = localeVariables.map((name) => environment[name]).find((value) => value);
  return (
    readLanguage(environment[languageVariable]) ??
    readLanguage(cliLanguage(cliConfiguration)) ??
    readLanguage(locale) ??
    "en"
  );
}

function cliLanguage(configuration: string | undefined): string | undefined {
  try {
    const settings: unknown = JSON.parse(configuration ?? "{}");
    const language = isRow(settings) ? settings["language"] : undefined;
    return typeof language === "string" ? language : undefined;
  } catch {
    // Who needs the file for keys is told that it cannot be read.
    return undefined;
  }
}
