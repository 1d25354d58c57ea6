import { type ChildProcess, type StdioOptions, spawn } from "node:child_process";
import { constants } from "node:os";
import { ToolFailure } from "../engine/failure.ts";
import { killTree, signalGroup } from "./process-group.ts";

/** How a command ended; a code above 128 means that signal number code - 128 ended it. */
export interface CommandResult {
  readonly code: number;
  /** The signal that ended it; absent if none did. */
  readonly signal?: NodeJS.Signals;
  readonly stdout: string;
  readonly stderr: string;
}

export interface RunningCommand {
  readonly pid: number | undefined;
  /** Settles when the command and everybody who holds its output have ended; rejects if it cannot start. */
  readonly done: Promise<CommandResult>;
  readonly output: () => { readonly stdout: string; readonly stderr: string };
  signal(signal: NodeJS.Signals): void;
  /** Asks it to end, and kills it with all its descendants when it does not. */
  stop(): Promise<void>;
}

/** Where and how long a command runs, and who sees what it writes. */
export interface CommandOptions {
  /** @default our own */
  readonly cwd?: string;
  /** @default our own */
  readonly env?: NodeJS.ProcessEnv;
  /** @default no limit */
  readonly timeoutMs?: number;
  /** What it reads. @default nothing */
  readonly input?: string;
  /** Taken into the result, shown as it comes, only its errors shown, or dropped. @default "taken" */
  readonly output?: "taken" | "shown" | "errors shown" | "dropped";
  /** Sees what is taken as it comes. @default nobody does */
  readonly onOutput?: (stream: "stdout" | "stderr", text: string) => void;
}

const graceMs = 5_000;

const streams = {
  taken: ["pipe", "pipe"],
  shown: ["inherit", "inherit"],
  "errors shown": ["ignore", "inherit"],
  dropped: ["ignore", "ignore"],
} as const;

/** Runs a command to its end, whatever its exit code. What interrupts or ends us reaches it too. */
export async function runCommand(
  file: string,
  args: readonly string[],
  options: CommandOptions = {},
): Promise<CommandResult> {
  const command = launch(file, args, options, false);
  // An interrupt comes from the terminal, to all that it runs; the request to end comes to us alone.
  const end = (): void => command.signal("SIGTERM");
  process.on("SIGTERM", end);
  return await command.done.finally(() => process.off("SIGTERM", end));
}

/** Runs a command whose failure is ours; `failing` says what could not be done. */
export async function mustRun(
  failing: string,
  file: string,
  args: readonly string[],
  options: CommandOptions = {},
): Promise<CommandResult> {
  const result = await runCommand(file, args, options);
  if (result.code === 0) return result;
  const wrote = `${result.stdout}${result.stderr}`.trim();
  throw new ToolFailure(`${failing} (exit code ${result.code})${wrote === "" ? "" : `:\n${wrote}`}`);
}

/**
 * Starts a command in a process group of its own, unless `sharesGroup` says that the terminal's signals are for it too;
 * over its time limit it is stopped and `done` rejects.
 */
export function startCommand(
  file: string,
  args: readonly string[],
  { sharesGroup = false, ...options }: CommandOptions & { readonly sharesGroup?: boolean } = {},
): RunningCommand {
  return launch(file, args, options, !sharesGroup && process.platform !== "win32");
}

function launch(
  file: string,
  args: readonly string[],
  { cwd, env, timeoutMs, input, output = "taken", onOutput }: CommandOptions,
  ownGroup: boolean,
): RunningCommand {
  const stdio: StdioOptions = [input === undefined ? "ignore" : "pipe", ...streams[output]];
  const child = spawn(file, args, { cwd, env, stdio, detached: ownGroup });
  // A command may end without reading all that it is given.
  child.stdin?.on("error", () => undefined).end(input);
  const wrote = { stdout: "", stderr: "" };
  for (const name of ["stdout", "stderr"] as const) {
    child[name]?.setEncoding("utf8").on("data", (chunk: string) => {
      wrote[name] += chunk;
      onOutput?.(name, chunk);
    });
  }
  const closed = ending(child);
  const signal = (name: NodeJS.Signals): void => {
    if (ownGroup) signalGroup(child, name);
    else child.kill(name);
  };
  const stop = async (): Promise<void> => {
    signal("SIGINT");
    const kill = setTimeout(() => killTree(child), graceMs);
    await closed.catch(() => undefined);
    clearTimeout(kill);
  };
  const finish = async (): Promise<CommandResult> => {
    let timedOut = false;
    const limit =
      timeoutMs === undefined
        ? undefined
        : setTimeout(() => {
            timedOut = true;
            void stop();
          }, timeoutMs);
    try {
      const end = await closed;
      if (timedOut) throw new Error(timeoutMessage([file, ...args].join(" "), timeoutMs ?? 0, wrote));
      return { ...end, ...wrote };
    } finally {
      clearTimeout(limit);
    }
  };
  return { pid: child.pid, done: finish(), output: () => ({ ...wrote }), signal, stop };
}

function ending(child: ChildProcess): Promise<Pick<CommandResult, "code" | "signal">> {
  return new Promise((resolve, reject) => {
    child.once("error", reject);
    child.once("close", (code, signal) =>
      resolve(signal === null ? { code: code ?? 128 } : { code: 128 + constants.signals[signal], signal }),
    );
  });
}

function timeoutMessage(
  command: string,
  timeoutMs: number,
  { stdout, stderr }: { readonly stdout: string; readonly stderr: string },
): string {
  return `${command} did not end within ${timeoutMs / 1000} s; it wrote:\n${`${stdout}${stderr}`.slice(-2000)}`;
}
