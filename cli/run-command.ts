import { CancelledError } from "../provider/errors/cancelled-error.ts";
import type { Language } from "../provider/messages/messages.ts";
import { setLanguage } from "../provider/messages/messages.ts";
import { formatsOf } from "./command-flags.ts";
import { registry } from "./commands/registry.ts";
import { type CommandName, summaries } from "./commands/summaries.ts";
import type { Surroundings } from "./environment.ts";
import { type ExitCode, exitCodes } from "./exit-codes.ts";
import { exitCodeOf, failureDocument, failureText } from "./failure-text.ts";
import { UsageFailure } from "./failures.ts";
import { commonFlags, type Flags, type Format, formats } from "./flags.ts";
import { commandHelp, isCommand, programHelp } from "./help-text.ts";
import { openContext } from "./open-context.ts";
import type { Output } from "./output/output.ts";
import { parseArguments, unknownCommand } from "./parse-arguments.ts";
import { type SplitWords, splitWords } from "./split-words.ts";

/** How the program was started, beside its words. */
export interface Start {
  readonly language: Language;
  readonly version: string;
}

/** Runs the command that the words name, and says how it ended. */
export async function runCommand(
  split: SplitWords,
  start: Start,
  surroundings: Surroundings,
): Promise<ExitCode> {
  const { stderr, signal } = surroundings;
  const { stdout, isWritten } = watched(surroundings.stdout);
  setLanguage(start.language);
  try {
    return await run(split, start, { ...surroundings, stdout });
  } catch (error) {
    // A child or a request that was stopped fails in its own words.
    const failure = signal.aborted ? new CancelledError() : error;
    const mark = start.language === "zh" ? "错误：" : "error: ";
    stderr.write(`${stderr.style("red", mark)}${failureText(failure, start.language)}\n`);
    // Two documents would be no JSON.
    if (wantsJson([...split.front, ...split.rest]) && !isWritten())
      stdout.write(failureDocument(failure, start.language));
    return exitCodeOf(failure);
  }
}

/** An output, and whether anything has been written to it. */
function watched(output: Output): { readonly stdout: Output; readonly isWritten: () => boolean } {
  let written = false;
  const write = (text: string): void => {
    if (text !== "") written = true;
    output.write(text);
  };
  return { stdout: { ...output, write }, isWritten: () => written };
}

/** Whether the words ask for JSON, also where they cannot be read otherwise. */
function wantsJson(words: readonly string[]): boolean {
  return words.some(
    (word, index) =>
      word === "--json" || word === "--format=json" || (word === "json" && words[index - 1] === "--format"),
  );
}

async function run(
  { front, name = "help", rest }: SplitWords,
  start: Start,
  surroundings: Surroundings,
): Promise<ExitCode> {
  const { stdout } = surroundings;
  const asked = name === "help" ? splitWords(rest).name : name;
  if (asked === undefined) return programItself([...front, ...rest], start, stdout);
  if (!isCommand(asked)) throw unknownCommand(asked, Object.keys(summaries));
  if (asked === "help") return programItself(front, start, stdout);
  const command = await registry[asked]();
  const table: Flags = { ...commonFlags, ...command.flags };
  const parsed = parseArguments(name === "help" ? [] : [...front, ...rest], table);
  if (name === "help" || parsed.flags["help"] === true) {
    stdout.write(commandHelp(asked, command, start.language, stdout));
    return exitCodes.done;
  }
  checkOperands(asked, parsed.operands, command.operands ?? [0, 0]);
  const format = formatOf(parsed.flags, formatsOf(command), asked);
  return command.run(openContext({ ...surroundings, ...start, parsed, format }));
}

/** No command: its flags have to be known all the same. */
function programItself(words: readonly string[], { language }: Start, stdout: Output): ExitCode {
  parseArguments(words, commonFlags);
  stdout.write(programHelp(language, stdout));
  return exitCodes.done;
}

function checkOperands(
  name: CommandName,
  operands: readonly string[],
  [least, most]: readonly [number, number],
): void {
  const extra = operands[most];
  if (extra !== undefined)
    throw new UsageFailure({
      en: `${name} does not take ${JSON.stringify(extra)}; flags begin with --`,
      zh: `${name} 不接受 ${JSON.stringify(extra)}；选项以 -- 开头`,
    });
  if (operands.length < least)
    throw new UsageFailure({
      en: `${name} needs a word more; compshare-images ${name} --help shows which`,
      zh: `${name} 还缺参数，请见 compshare-images ${name} --help`,
    });
}

function formatOf(
  { json, format }: Readonly<Record<string, unknown>>,
  known: readonly Format[],
  name: CommandName,
): Format {
  const wanted = formats.find((one) => one === format) ?? (json === true ? "json" : "text");
  if (json === true && wanted !== "json")
    throw new UsageFailure({
      en: `--json and --format ${wanted} exclude each other`,
      zh: `--json 与 --format ${wanted} 不能同时使用`,
    });
  if (!known.includes(wanted))
    throw new UsageFailure({
      en: `${name} prints ${known.join(", ")}, not ${wanted}`,
      zh: `${name} 的输出格式只有 ${known.join("、")}，没有 ${wanted}`,
    });
  return wanted;
}
