import process from "node:process";
import { addAbortSignal } from "node:stream";
import { buffer } from "node:stream/consumers";
import { styleText } from "node:util";
import type { Environment } from "../provider/contract/variables.ts";
import type { Output, Style } from "./output/output.ts";
import { wantsColors } from "./output/wants-colors.ts";

/** What the command line needs of its process. */
export interface Surroundings {
  readonly args: readonly string[];
  readonly environment: Environment;
  /** What decides how Node compiles beside its version. */
  readonly nodeOptions: string;
  /** The working folder; throws where it has been deleted. */
  readonly cwd: () => string;
  readonly stdout: Output;
  readonly stderr: Output;
  readonly readInput: () => Promise<string>;
  readonly signal: AbortSignal;
  readonly parentEnded: () => Promise<void>;
  /** Ends the process. */
  readonly exit: (code: number) => void;
  /**
   * Waits until everything has been written. Gives the system's code of the error by which some of it was lost; a reader
   * that has seen enough loses nothing.
   */
  readonly lostOutput: () => Promise<string | undefined>;
}

export function thisProcess(): Surroundings {
  const { ppid } = process;
  const color = process.argv.includes("--no-color") ? false : process.argv.includes("--color") || undefined;
  const stopping = new AbortController();
  for (const name of ["SIGINT", "SIGTERM"] as const) {
    process.once(name, () => stopping.abort());
  }
  const stdout = watched(process.stdout);
  const stderr = watched(process.stderr);
  return {
    args: process.argv.slice(2),
    environment: process.env,
    nodeOptions: [...process.execArgv, process.env["NODE_OPTIONS"]].join(" "),
    cwd: () => process.cwd(),
    stdout: outputOf(stdout, color),
    stderr: outputOf(stderr, color),
    readInput: () => readInput(stopping.signal),
    signal: stopping.signal,
    parentEnded: () => parentEnded(ppid),
    exit: (code) => process.exit(code),
    lostOutput: async () => (await stdout.lost()) ?? (await stderr.lost()),
  };
}

/** A stream, and what became of what was written to it. */
interface Watched {
  readonly stream: NodeJS.WriteStream;
  readonly write: (text: string) => void;
  readonly lost: () => Promise<string | undefined>;
}

function watched(stream: NodeJS.WriteStream): Watched {
  let code: string | undefined;
  const note = (error?: NodeJS.ErrnoException | null): void => {
    // What comes after the first error only repeats that the stream has ended.
    if (error) code ??= error.code ?? error.name;
  };
  stream.on("error", note);
  return {
    stream,
    write: (text) => void stream.write(text, note),
    // Pipes take what is written when they like; the last write is through when its callback comes.
    lost: async () => {
      await new Promise<void>((resolve) => void stream.write("", () => resolve()));
      // A reader that has seen enough, such as `head`, ends nothing: a command that writes files goes on to its end.
      return code === "EPIPE" ? undefined : code;
    },
  };
}

function outputOf({ stream, write }: Watched, color: boolean | undefined): Output {
  const styled = color ?? wantsColors(process.env, isTerminal(stream));
  return {
    write,
    isTerminal: isTerminal(stream),
    columns: isTerminal(stream) && stream.columns > 0 ? stream.columns : undefined,
    style: (style: Style, text) => (styled ? styleText(style, text, { validateStream: false }) : text),
  };
}

function isTerminal({ isTTY }: { readonly isTTY?: boolean }): boolean {
  return isTTY === true;
}

async function readInput(signal: AbortSignal): Promise<string> {
  return (await buffer(addAbortSignal(signal, process.stdin))).toString("utf8");
}

/** A process whose parent ends gets another one. The first has to be known from the start: it may end at any moment. */
async function parentEnded(first: number): Promise<void> {
  while (process.ppid === first) await new Promise((resolve) => setTimeout(resolve, 500));
}
