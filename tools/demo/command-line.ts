import { join } from "node:path";
import { commandLineName, pluginFolder } from "../build.ts";
import { ToolFailure } from "../engine/failure.ts";
import { runCommand } from "../process/run-command.ts";

const words = ["find", "--one", "--framework", "vLLM", "--most-recent", "--id-only"];

/** A line of the command line at work on the same gateway as the examples: what was typed, and what came. */
export async function commandLineAtWork(environment: Readonly<Record<string, string>>): Promise<string> {
  const program = join(pluginFolder, commandLineName);
  const env = { PATH: process.env["PATH"], ...environment };
  const { code, stdout, stderr } = await runCommand(process.execPath, [program, ...words], { env });
  if (code !== 0) throw new ToolFailure(`${program} failed:\n${stderr}`);
  return `$ ${[program, ...words].join(" ")}  ->  ${stdout.trim()}`;
}
