import { spawn } from "node:child_process";
import { once } from "node:events";
import { tmpdir } from "node:os";
import { join } from "node:path";

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
export interface CliResult {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs the built command line. */
export async function runCli(
  args: readonly string[],
  { environment = {}, cwd = tmpdir(), input = "", before = [] }: CliOptions = {},
): Promise<CliResult> {
  const [command = process.execPath, ...words] = [...before, process.execPath, cliFile, ...args];
  const child = spawn(command, words, {
    cwd,
    env: { PATH: process.env["PATH"] ?? "", HOME: "/nonexistent", ...environment },
  });
  const written = { stdout: "", stderr: "" };
  for (const name of ["stdout", "stderr"] as const) {
    child[name].setEncoding("utf8").on("data", (text: string) => {
      written[name] += text;
    });
  }
  child.stdin.on("error", () => undefined).end(input);
  await once(child, "close");
  return { code: child.exitCode, ...written };
}
