import { execFile } from "node:child_process";

/** Where and for how long Pulumi's command line runs. */
export interface PulumiPlace {
  readonly cwd: string;
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly signal: AbortSignal;
}

/** What a command of Pulumi printed; where it failed, what it said of it: nothing if there is no pulumi on PATH. */
export type PulumiRun =
  | { readonly stdout: string }
  | { readonly stdout?: never; readonly stderr: string | undefined };

/** What went wrong, of what a command of Pulumi said as it failed: there may be warnings in front. */
export function pulumiError(stderr: string): string {
  const lines = stderr.trim().split("\n");
  const error = lines.find((line) => line.startsWith("error: "))?.slice("error: ".length);
  return error ?? lines.at(-1) ?? "";
}

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
