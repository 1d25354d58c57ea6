import packageJson from "../package.json" with { type: "json" };
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
  const ofProgram = split.name === undefined || (split.name === "help" && !words.some(isOperand));
  if (ofProgram && words.includes("--version")) {
    stdout.write(`${version}\n`);
    return exitCodes.done;
  }
  if (ofProgram && words.every((word) => isOperand(word) || ofHelp.test(word))) {
    stdout.write(programHelp(language, stdout));
    return exitCodes.done;
  }
  const { runCommand } = await import("./run-command.ts");
  return runCommand(split, { language, version }, surroundings);
}

/** Flags that change nothing of what the program's help says, or only its looks. */
const ofHelp = /^(-h|--help|--lang(=.*)?|--(no-)?color)$/;

function isOperand(word: string): boolean {
  return !word.startsWith("-");
}

void main().then(surroundings.exit);
