import { execFile } from "node:child_process";
import type { Environment } from "../provider/contract/variables.ts";
import { plainText } from "../provider/messages/plain-text.ts";

/** Where and for how long Pulumi's command line runs. */
export interface PulumiPlace {
  readonly cwd: string;
  readonly environment: Environment;
  readonly signal: AbortSignal;
}

/** What a command of Pulumi printed; where it failed, what it said of it: nothing if there is no pulumi on PATH. */
export type PulumiRun =
  | { readonly stdout: string }
  | { readonly stdout?: never; readonly stderr: string | undefined };

/** Runs a command of Pulumi on a stack. */
export function runPulumi(
  args: readonly string[],
  stack: string,
  { cwd, environment, signal }: PulumiPlace,
): Promise<PulumiRun> {
  // One word, so that a name can be no flag of its own.
  const words = [...args, "--non-interactive", `--stack=${stack}`];
  const env = { ...environment, PULUMI_SKIP_UPDATE_CHECK: "true" };
  const options = { cwd, env, signal, maxBuffer: 512 * 1024 * 1024 };
  return new Promise((resolve) => {
    execFile("pulumi", words, options, (error, stdout, stderr) => {
      if (error === null) resolve({ stdout });
      else resolve({ stderr: error.code === "ENOENT" ? undefined : stderr });
    });
  });
}

/** What a command of Pulumi that failed says went wrong, as one line. */
export function pulumiError(stderr: string): string {
  const lines = stderr.split("\n").map((line) => line.trim());
  const error =
    lines.find((line) => line.startsWith("error: ")) ?? lines.findLast((line) => line !== "") ?? "";
  return plainText(error.replace(/^error: /, ""));
}
