import type { Language } from "../provider/messages/messages.ts";
import { textTable } from "../provider/messages/text-table.ts";
import { commonFlagsOf } from "./command-flags.ts";
import type { Command } from "./commands/command.ts";
import { type CommandName, summaries } from "./commands/summaries.ts";
import { commonFlags, type Flag, type Flags } from "./flags.ts";
import type { Localized } from "./localized.ts";
import type { Output } from "./output/output.ts";
import { wrapText } from "./output/wrap-text.ts";

const words = {
  en: {
    usage: "Usage",
    commands: "Commands",
    flags: "Flags",
    examples: "Examples",
    common: "Flags of every command",
    more: "compshare-images COMMAND --help says more of a command.",
    what: "Finds images of UCloud CompShare, and keeps those that a program names up to date.",
  },
  zh: {
    usage: "用法",
    commands: "命令",
    flags: "选项",
    examples: "示例",
    common: "各命令共有的选项",
    more: "compshare-images 命令 --help 查看该命令的详细说明。",
    what: "查找 UCloud 算力共享平台（CompShare）的镜像，并让程序中写定的镜像保持最新。",
  },
} as const satisfies Localized<object>;

/** The common flags where no command is named yet; which forms of output there are depends on it. */
const flagsOfAll: Flags = {
  ...commonFlags,
  format: {
    type: commonFlags.format.type,
    value: commonFlags.format.value,
    help: {
      en: "Form of the output: text or json; some commands have more.",
      zh: "输出格式：text 或 json；部分命令还有其他格式。",
    },
  },
};

export function programHelp(language: Language, output: Output): string {
  const { style } = output;
  const text = words[language];
  const rows = Object.entries(summaries).map(([name, summary]) => [`  ${name}`, summary[language]]);
  return [
    text.what,
    "",
    `${style("bold", text.usage)}: compshare-images COMMAND [FLAGS]`,
    "",
    style("bold", text.commands),
    ...textTable(rows),
    "",
    style("bold", text.common),
    ...flagLines(flagsOfAll, language, output),
    "",
    text.more,
    "",
  ].join("\n");
}

/** Flags with what they do: beside them, or below them where the terminal is narrow. */
function flagLines(flags: Flags, language: Language, { columns = 100 }: Output): string[] {
  const usages = Object.entries(flags).map(([name, flag]) => ({ usage: `  ${flagUsage(name, flag)}`, flag }));
  const indent = Math.min(Math.max(...usages.map(({ usage }) => usage.length)) + 2, 34);
  const beside = columns >= indent + 40;
  return usages.flatMap(({ usage, flag }) => {
    const left = beside ? indent : 10;
    const text = wrapText(flagHelp(flag, language), Math.max(20, columns - left));
    const lines = text.map((line) => `${" ".repeat(left)}${line}`);
    return beside && usage.length < indent
      ? [usage + (lines[0] ?? "").slice(usage.length), ...lines.slice(1)]
      : [usage, ...lines];
  });
}

function flagUsage(name: string, { short, value, type }: Flag): string {
  return `${short === undefined ? "    " : `-${short}, `}--${name}${type === "boolean" ? "" : ` ${value ?? "VALUE"}`}`;
}

function flagHelp({ help, choices }: Flag, language: Language): string {
  const among =
    choices === undefined || choices.every((choice) => help[language].includes(choice))
      ? ""
      : language === "en"
        ? ` One of ${choices.join(", ")}.`
        : `可取 ${choices.join("、")}。`;
  return help[language] + among;
}

/** Whether a word is the name of a command. */
export function isCommand(name: string): name is CommandName {
  return Object.hasOwn(summaries, name);
}

export function commandHelp(name: CommandName, command: Command, language: Language, output: Output): string {
  const { usage, help, examples, flags } = command;
  const { style, columns = 100 } = output;
  const text = words[language];
  const title = (one: string): string => style("bold", one);
  const others = Object.fromEntries(
    Object.entries(commonFlagsOf(command)).filter(([flag]) => !Object.hasOwn(flags, flag)),
  );
  return [
    ...wrapText(help[language], columns),
    "",
    `${title(text.usage)}: ${["compshare-images", name, usage].filter(Boolean).join(" ")}`,
    ...(examples.length === 0
      ? []
      : ["", title(text.examples), ...examples.map((example) => `  ${example}`)]),
    ...(Object.keys(flags).length === 0
      ? []
      : ["", title(text.flags), ...flagLines(flags, language, output)]),
    "",
    title(text.common),
    ...flagLines(others, language, output),
    "",
  ].join("\n");
}
