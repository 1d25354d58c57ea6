import type { ChildProcess } from "node:child_process";
import { execFile, spawn } from "node:child_process";
import { createInterface } from "node:readline";
import { promisify } from "node:util";
import { ToolFailure } from "./failure.ts";
import { findOnPath } from "./find-on-path.ts";
import { signalGroup } from "./process-group.ts";
import type { Report } from "./report.ts";
import { withTicking } from "./report.ts";
import { compareVersions, semverOfGo } from "./versions.ts";

/** One Go program out of one of our modules. */
export interface GoProgram {
  /** What it is called in messages. */
  readonly label: string;
  /** The folder of the module that pins it. */
  readonly module: string;
  /** The import path of the main package. */
  readonly package: string;
  /** The version that is linked into it: the variable and its value. */
  readonly linked?: { readonly variable: string; readonly value: string };
  /** The oldest Go that builds it. */
  readonly go: string;
  /** The sentence for a user whose Go is missing or too old; the argument says which of the two. */
  readonly withoutGo: (problem: string) => string;
}

const LAST_LINES = 15;

/** Builds a Go program into a file, saying how far it is. */
export async function goBuild(program: GoProgram, target: string, report: Report): Promise<void> {
  const go = await requireGo(program);
  const flags = program.linked === undefined ? "" : ` -X ${program.linked.variable}=${program.linked.value}`;
  const args = ["build", "-v", "-trimpath", "-buildvcs=false", "-mod=readonly", "-ldflags", `-s -w${flags}`];
  const child = spawn(go, [...args, "-o", target, program.package], {
    cwd: program.module,
    env: goEnvironment(),
    stdio: ["ignore", "ignore", "pipe"],
    // A group of its own, so that stopping it stops the compilers that it started.
    detached: process.platform !== "win32",
  });
  const output = collectOutput(child);
  const stopped = stopOnSignal(child);
  const start = Date.now();
  try {
    const code = await withTicking(
      report,
      (elapsed) => `Building ${program.label} from its Go module (once): ${elapsed}${output.progress()}`,
      () => ended(child),
    );
    if (stopped.value) {
      throw new ToolFailure(`The build of ${program.label} was stopped.`);
    }
    if (code !== 0) {
      throw new ToolFailure(`go could not build ${program.label}; its last lines:\n${output.lastLines()}`);
    }
  } finally {
    stopped.dispose();
  }
  report.line(`Built ${program.label} in ${Math.round((Date.now() - start) / 1000)} s.`);
}

async function requireGo(program: GoProgram): Promise<string> {
  const go = await findOnPath("go", process.env["PATH"]);
  if (go === undefined) {
    throw new ToolFailure(program.withoutGo("Go is not on PATH"));
  }
  // Asked inside the module: there a Go that may fetch newer toolchains answers with the one that it would use.
  const found = await promisify(execFile)(go, ["env", "GOVERSION"], {
    cwd: program.module,
    env: goEnvironment(),
  }).catch(() => undefined);
  const version = found === undefined ? undefined : semverOfGo(found.stdout);
  if (version === undefined || compareVersions(version, program.go) < 0) {
    const which = version === undefined ? "" : ` (${version})`;
    throw new ToolFailure(program.withoutGo(`the Go on PATH${which} is too old`));
  }
  return go;
}

/** The user's Go settings stay (proxy, caches); only what would change the outcome is held. */
function goEnvironment(): NodeJS.ProcessEnv {
  const { GOOS: _os, GOARCH: _arch, ...rest } = process.env;
  return { ...rest, GOWORK: "off" };
}

interface BuildOutput {
  progress(): string;
  lastLines(): string;
}

function collectOutput(child: ChildProcess): BuildOutput {
  let [downloaded, compiled] = [0, 0];
  let lines: string[] = [];
  if (child.stderr !== null) {
    createInterface({ input: child.stderr }).on("line", (line) => {
      // With -v go prints the import path of each package; everything that has a blank in it is a message.
      if (line.startsWith("go: downloading ")) {
        downloaded += 1;
      } else if (/^[\w.~/+-]+$/.test(line)) {
        compiled += 1;
      } else {
        lines = [...lines, line].slice(-LAST_LINES);
      }
    });
  }
  return {
    progress() {
      const parts = [`${compiled} packages compiled`];
      return `, ${(downloaded === 0 ? parts : [`${downloaded} modules downloaded`, ...parts]).join(", ")}`;
    },
    lastLines: () => lines.join("\n"),
  };
}

function ended(child: ChildProcess): Promise<number | null> {
  return new Promise((resolve, reject) => {
    child.once("error", reject);
    child.once("close", resolve);
  });
}

/** Hands an interrupt on to the build, so that our own `finally` blocks run and leave nothing behind. */
function stopOnSignal(child: ChildProcess): { value: boolean; dispose(): void } {
  const state = {
    value: false,
    dispose() {
      process.off("SIGINT", stop);
      process.off("SIGTERM", stop);
    },
  };
  const stop = (): void => {
    state.value = true;
    // An interrupt, because go removes its work folder on that one.
    signalGroup(child, "SIGINT");
  };
  process.on("SIGINT", stop);
  process.on("SIGTERM", stop);
  return state;
}
