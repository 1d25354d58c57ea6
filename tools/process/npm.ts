import { type CommandOptions, type CommandResult, mustRun } from "./run-command.ts";

/** Runs npm, whose failure is ours; `failing` says what could not be done. */
export function runNpm(
  failing: string,
  args: readonly string[],
  options: CommandOptions = {},
): Promise<CommandResult> {
  // Scripts that npm has started know where it is; as a program for node it needs no shell on Windows.
  const script = process.env["npm_execpath"];
  return script?.endsWith("npm-cli.js") === true
    ? mustRun(failing, process.execPath, [script, ...args], options)
    : mustRun(failing, "npm", args, options);
}
