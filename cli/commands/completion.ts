import type { Language } from "../../provider/messages/messages.ts";
import { commonFlagsOf } from "../command-flags.ts";
import { bashCompletion } from "../completion/bash.ts";
import { type CompletedCommand, completedFlag } from "../completion/completed.ts";
import { fishCompletion } from "../completion/fish.ts";
import { zshCompletion } from "../completion/zsh.ts";
import { exitCodes } from "../exit-codes.ts";
import { UsageFailure } from "../failures.ts";
import type { Flags } from "../flags.ts";
import { isCommand } from "../help-text.ts";
import { jsonDocument } from "../output/json-document.ts";
import { type Command, command } from "./command.ts";
import { type CommandName, summaries } from "./summaries.ts";

const shells = { bash: bashCompletion, zsh: zshCompletion, fish: fishCompletion } as const;

type Registry = Readonly<Record<Exclude<CommandName, "help">, () => Promise<Command>>>;

/** Prints a completion script. `commands` loads the registry that this command is part of. */
export function completionOf(commands: () => Promise<Registry>): Command {
  return command({
    usage: "bash|zsh|fish",
    help: {
      en: "Prints the completion script of a shell, with every command, flag and known value.",
      zh: "输出某个 shell 的补全脚本，包含所有命令、选项和已知的取值。",
    },
    examples: [
      "source <(compshare-images completion bash)",
      "compshare-images completion zsh > ~/.zfunc/_compshare-images",
      "compshare-images completion fish | source",
    ],
    flags: {},
    operands: [1, 1],
    run: async ({ operands, language, stdout, format }) => {
      const [shell = ""] = operands;
      const script = Object.entries(shells).find(([name]) => name === shell)?.[1];
      if (script === undefined)
        throw new UsageFailure({
          en: `completion knows ${Object.keys(shells).join(", ")}, not ${JSON.stringify(shell)}`,
          zh: `completion 支持 ${Object.keys(shells).join("、")}，不支持 ${JSON.stringify(shell)}`,
        });
      const text = script(await completed(await commands(), language));
      stdout.write(
        format === "json" ? jsonDocument("compshare-completion/1", { shell, script: text }) : text,
      );
      return exitCodes.done;
    },
  });
}

function allFlags(one: Command): Flags {
  return { ...commonFlagsOf(one), ...one.flags };
}

async function completed(registry: Registry, language: Language): Promise<readonly CompletedCommand[]> {
  const names = Object.keys(summaries).filter(isCommand);
  return Promise.all(
    names.map(async (name) => {
      const flags = name === "help" ? {} : allFlags(await registry[name]());
      const words = name === "help" ? names : name === "completion" ? Object.keys(shells) : [];
      return {
        name,
        about: summaries[name][language],
        flags: Object.entries(flags).map(([flag, one]) => completedFlag(flag, one, one.help[language])),
        words,
      };
    }),
  );
}
