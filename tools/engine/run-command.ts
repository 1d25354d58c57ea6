import { spawn } from "node:child_process";
import { constants } from "node:os";
import { killTree, signalGroup } from "./process-group.ts";

/** How a command ended; a code above 128 means that signal number code - 128 ended it. */
export interface CommandResult {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** A command that has been started. */
export interface RunningCommand {
  readonly pid: number | undefined;
  /** Settles when the command and everybody who holds its output have ended. */
  readonly done: Promise<CommandResult>;
  /** What it has written so far. */
  readonly output: () => { readonly stdout: string; readonly stderr: string };
  signal(signal: NodeJS.Signals): void;
  /** Asks it to end, and kills it with all its descendants when it does not. */
  stop(): Promise<void>;
}

/** Where and how long a command runs. */
export interface CommandOptions {
  readonly cwd: string;
  readonly env: Readonly<Record<string, string>>;
  readonly timeoutMs: number;
}

const GRACE_MS = 5_000;

/** Starts a command in a process group of its own; over its time limit it is stopped and `done` rejects. */
export function startCommand(file: string, args: readonly string[], options: CommandOptions): RunningCommand {
  const child = spawn(file, args, {
    cwd: options.cwd,
    env: options.env,
    stdio: ["ignore", "pipe", "pipe"],
    detached: process.platform !== "win32",
  });
  const output = { stdout: "", stderr: "" };
  child.stdout.setEncoding("utf8").on("data", (chunk: string) => {
    output.stdout += chunk;
  });
  child.stderr.setEncoding("utf8").on("data", (chunk: string) => {
    output.stderr += chunk;
  });
  let timedOut = false;
  const closed = new Promise<number>((resolve, reject) => {
    child.once("error", reject);
    child.once("close", (code, signal) =>
      resolve(code ?? 128 + (signal === null ? 0 : constants.signals[signal])),
    );
  });
  const stop = async (): Promise<void> => {
    signalGroup(child, "SIGINT");
    const kill = setTimeout(() => killTree(child), GRACE_MS);
    await closed.catch(() => undefined);
    clearTimeout(kill);
  };
  const timer = setTimeout(() => {
    timedOut = true;
    void stop();
  }, options.timeoutMs);
  const finish = async (): Promise<CommandResult> => {
    try {
      const code = await closed;
      if (timedOut) {
        throw new Error(timeoutMessage(file, args, options.timeoutMs, output));
      }
      return { code, ...output };
    } finally {
      clearTimeout(timer);
    }
  };
  return {
    pid: child.pid,
    done: finish(),
    output: () => ({ ...output }),
    signal: (signal) => signalGroup(child, signal),
    stop,
  };
}

function timeoutMessage(
  file: string,
  args: readonly string[],
  timeoutMs: number,
  output: { readonly stdout: string; readonly stderr: string },
): string {
  const tail = `${output.stdout}${output.stderr}`.slice(-2000);
  return `${[file, ...args].join(" ")} did not end within ${timeoutMs / 1000} s; it wrote:\n${tail}`;
}
