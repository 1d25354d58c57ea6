import type { Configuration } from "../provider/contract/configuration.ts";
import type { Language } from "../provider/messages/messages.ts";
import { thisMachine } from "../provider/settings/machine.ts";
import { openLookup } from "../provider/settings/open-lookup.ts";
import type { Context } from "./context.ts";
import type { Surroundings } from "./environment.ts";
import { CommandFailure } from "./failures.ts";
import type { Format } from "./flags.ts";
import { withProgress } from "./output/progress.ts";
import type { Parsed } from "./parse-arguments.ts";
import { readConfiguration } from "./read-configuration.ts";

/** What is known of a command line before its command runs. */
export interface ContextParts extends Surroundings {
  readonly parsed: Parsed;
  readonly format: Format;
  readonly language: Language;
  readonly version: string;
}

/** Puts together what a command gets. Nothing is opened before the command asks for it. */
export function openContext({ parsed, ...parts }: ContextParts): Context {
  const { stderr, language, version } = parts;
  const { flags, operands } = parsed;
  let read: Promise<Configuration> | undefined;
  const configuration = (): Promise<Configuration> => {
    read ??= readConfiguration(flags, { ...parts, cwd: () => workingFolder(parts.cwd) });
    return read;
  };
  const warn = (text: string): void =>
    stderr.write(`${stderr.style("yellow", language === "zh" ? "警告：" : "warning: ")}${text}\n`);
  const inform = (text: string): void => stderr.write(`${text}\n`);
  return {
    ...parts,
    get cwd() {
      return workingFolder(parts.cwd);
    },
    flags,
    operands,
    now: Date.now,
    configuration,
    warn,
    openLookup: async (options = {}) => {
      const machine = thisMachine(`compshare-images/${version}`, parts.environment);
      const lookup = openLookup(await configuration(), machine, { warn, inform }, options);
      return { ...lookup, catalogue: withProgress(lookup.catalogue, stderr, language) };
    },
  };
}

function workingFolder(cwd: Surroundings["cwd"]): string {
  try {
    return cwd();
  } catch {
    throw new CommandFailure({
      en: "the working folder does not exist any more; change to another one",
      zh: "当前文件夹已不存在；请切换到其他文件夹",
    });
  }
}
