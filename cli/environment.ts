import process from "node:process";
import { styleText } from "node:util";
import type { Output, Style } from "./output/output.ts";

/** What the command line needs of its process. */
export interface Surroundings {
  readonly args: readonly string[];
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** What decides how Node compiles beside its version. */
  readonly nodeOptions: string;
  readonly cwd: string;
  readonly stdout: Output;
  readonly stderr: Output;
  readonly readInput: () => Promise<string>;
  readonly signal: AbortSignal;
  readonly parentEnded: () => Promise<void>;
  /** Ends the process when everything has been written. */
  readonly exit: (code: number) => void;
}

/** This process. */
export function thisProcess(): Surroundings {
  const color = process.argv.includes("--no-color") ? false : process.argv.includes("--color") || undefined;
  const stopping = new AbortController();
  for (const name of ["SIGINT", "SIGTERM"] as const) {
    process.once(name, () => stopping.abort());
  }
  return {
    args: process.argv.slice(2),
    environment: process.env,
    nodeOptions: [...process.execArgv, process.env["NODE_OPTIONS"]].join(" "),
    cwd: process.cwd(),
    stdout: outputOf(process.stdout, color),
    stderr: outputOf(process.stderr, color),
    readInput,
    signal: stopping.signal,
    parentEnded,
    exit: (code) => {
      const end = (): void => process.exit(code);
      // Pipes take what is written when they like; the last write is through when its callback comes.
      process.stdout.write("", () => process.stderr.write("", end));
    },
  };
}

function outputOf(stream: NodeJS.WriteStream, color: boolean | undefined): Output {
  // A reader that has seen enough, such as `head`, ends nothing: a command that writes files goes on to its end.
  stream.on("error", () => undefined);
  const styled = color ?? wantsColors(stream);
  return {
    write: (text) => void stream.write(text),
    isTerminal: isTerminal(stream),
    columns: isTerminal(stream) && stream.columns > 0 ? stream.columns : undefined,
    style: (style: Style, text) => (styled ? styleText(style, text, { validateStream: false }) : text),
  };
}

/** NO_COLOR and FORCE_COLOR as everybody reads them: not empty counts, and a terminal decides where neither is set. */
function wantsColors(stream: NodeJS.WriteStream): boolean {
  const { NO_COLOR: no, FORCE_COLOR: force, TERM: terminal } = process.env;
  if (force !== undefined && force !== "") return force !== "0" && force !== "false";
  return !no && isTerminal(stream) && terminal !== "dumb";
}

function isTerminal({ isTTY }: { readonly isTTY?: boolean }): boolean {
  return isTTY === true;
}

async function readInput(): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of process.stdin) chunks.push(Buffer.from(chunk));
  return Buffer.concat(chunks).toString("utf8");
}

/** A process whose parent ends gets another one. */
async function parentEnded(): Promise<void> {
  const { ppid } = process;
  while (process.ppid === ppid) await new Promise((resolve) => setTimeout(resolve, 500));
}
