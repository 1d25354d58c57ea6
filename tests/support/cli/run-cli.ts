import { tmpdir } from "node:os";
import { join } from "node:path";
import { type CommandResult, runCommand } from "../../../tools/process/run-command.ts";

/** The executable that the build has written. */
export const cliFile: string = join(process.cwd(), "dist", "compshare-images");

/** How a command line is run. */
export interface CliOptions {
  /** Variables on top of an environment that knows of no keys, no home and no locale. */
  readonly environment?: Readonly<Record<string, string>>;
  readonly cwd?: string;
  /** Words in front of the command. */
  readonly before?: readonly string[];
  /** What it finds on its standard input. @default nothing */
  readonly input?: string;
}

/** How a command line ended. */
export type CliResult = CommandResult;

/** Runs the built command line. */
export function runCli(
  args: readonly string[],
  { environment = {}, cwd = tmpdir(), input = "", before = [] }: CliOptions = {},
): Promise<CliResult> {
  const [command = process.execPath, ...words] = [...before, process.execPath, cliFile, ...args];
  const env = { PATH: process.env["PATH"] ?? "", HOME: "/nonexistent", ...environment };
  return runCommand(command, words, { cwd, env, input });
}
