import packageJson from "../package.json" with { type: "json" };
import { openCodeCache } from "../provider/parts/code-cache.ts";
import { keepCode, useCodeCache } from "../provider/parts/run-part.ts";
import { setV8Flags } from "../provider/parts/v8-flags.ts";
import { chooseLanguage } from "./choose-language.ts";
import { thisProcess } from "./environment.ts";
import { type ExitCode, exitCodes } from "./exit-codes.ts";
import { programHelp } from "./help-text.ts";
import { splitWords } from "./split-words.ts";

const { version } = packageJson;
const surroundings = thisProcess();

/** What is asked of the program itself is answered here; the rest of it is loaded for commands only. */
async function main(): Promise<ExitCode> {
  const { args, environment, stdout } = surroundings;
  const split = splitWords(args);
  const language = chooseLanguage(args, environment);
  const words = [...split.front, ...split.rest];
  const ofProgram =
    split.name === undefined || (split.name === "help" && splitWords(split.rest).name === undefined);
  // Behind a command it may be a flag of that command: of `find` it is a range.
  if (split.front.includes("--version")) {
    stdout.write(`${version}\n`);
    return exitCodes.done;
  }
  if (ofProgram && words.every((word) => isOperand(word) || ofHelp.test(word))) {
    stdout.write(programHelp(language, stdout));
    return exitCodes.done;
  }
  setV8Flags();
  useCodeCache(openCodeCache(environment), [surroundings.nodeOptions, lookUp(split.name)].join(" "));
  const { runCommand } = await import("./run-command.ts");
  const code = await runCommand(split, { language, version }, surroundings);
  // By now the functions that the command needs have been compiled.
  keepCode();
  return code;
}

/**
 * What is kept holds the functions that the first command has called. The commands that people wait for have a file of
 * their own, in which theirs are; one for each command would drive out the plugin's.
 */
function lookUp(name: string | undefined): string {
  return name === "find" || name === "explain" ? "look up" : "";
}

/** Flags that change nothing of what the program's help says, or only its looks. */
const ofHelp = /^(-h|--help|--lang(=.*)?|--(no-)?color)$/;

function isOperand(word: string): boolean {
  return !word.startsWith("-");
}

/** The exit code once everything has been written: what is lost must not look like success. */
async function ended(code: ExitCode): Promise<ExitCode> {
  const { args, environment, stderr, lostOutput } = surroundings;
  const lost = await lostOutput();
  const succeeded = code === exitCodes.done || code === exitCodes.findings;
  if (lost === undefined || !succeeded) return code;
  stderr.write(
    chooseLanguage(args, environment) === "zh"
      ? `错误：输出未能全部写出（${lost}）\n`
      : `error: not all of the output could be written (${lost})\n`,
  );
  await lostOutput();
  return exitCodes.failed;
}

void main().then(ended).then(surroundings.exit);
