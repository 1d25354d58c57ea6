import { lt } from "semver";
import { runCommand, startCommand } from "../process/run-command.ts";
import { ToolFailure } from "./failure.ts";
import { findOnPath } from "./find-on-path.ts";
import type { Report } from "./report.ts";
import { withTicking } from "./report.ts";
import { semverOfGo } from "./versions.ts";

/** One Go program out of one of our modules. */
export interface GoProgram {
  readonly label: string;
  /** The folder of the module that pins it. */
  readonly module: string;
  /** The import path of the main package. */
  readonly package: string;
  /** The version that is linked into it: the variable and its value. */
  readonly linked?: { readonly variable: string; readonly value: string };
  readonly go: string;
  /** The sentence for a user whose Go is missing or too old; the argument says which of the two. */
  readonly withoutGo: (problem: string) => string;
  /** A line before the build: why it has to be. */
  readonly notice?: string | undefined;
}

const shownLines = 15;

/** Builds a Go program into a file, saying how far it is. */
export async function goBuild(program: GoProgram, target: string, report: Report): Promise<void> {
  if (program.notice !== undefined) report.line(program.notice);
  const go = await requireGo(program);
  const flags = program.linked === undefined ? "" : ` -X ${program.linked.variable}=${program.linked.value}`;
  const args = ["build", "-v", "-trimpath", "-buildvcs=false", "-mod=readonly", "-ldflags", `-s -w${flags}`];
  // Before go starts: an interrupt may come as soon as it runs. An interrupt again, because go removes its work folder on it.
  const stopped = stopOnSignal(() => build.signal("SIGINT"));
  // A group of its own, so that stopping it stops the compilers that it started.
  const build = startCommand(go, [...args, "-o", target, program.package], {
    cwd: program.module,
    env: goEnvironment(),
  });
  const start = Date.now();
  try {
    const { code, stderr } = await withTicking(
      report,
      (elapsed) =>
        `Building ${program.label} from its Go module (once): ${elapsed}, ${readOutput(build.output().stderr).progress}`,
      () => build.done,
    );
    if (stopped.value) {
      throw new ToolFailure(`The build of ${program.label} was stopped.`);
    }
    if (code !== 0) {
      const { lastLines } = readOutput(stderr);
      throw new ToolFailure(`go could not build ${program.label}; its last lines:\n${lastLines}`);
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
  const { code, stdout } = await runCommand(go, ["env", "GOVERSION"], {
    cwd: program.module,
    env: goEnvironment(),
  });
  const version = code === 0 ? semverOfGo(stdout) : undefined;
  if (version === undefined || lt(version, program.go)) {
    const which = version === undefined ? "" : ` (${version})`;
    throw new ToolFailure(program.withoutGo(`the Go on PATH${which} is too old`));
  }
  return go;
}

/**
 * The user's Go settings stay (proxy, caches); only what would change the outcome is held. Without cgo no C compiler is
 * needed, as for Pulumi's own releases, and the engine runs for users whom the machine does not know by name.
 */
function goEnvironment(): NodeJS.ProcessEnv {
  const { GOOS: _os, GOARCH: _arch, ...rest } = process.env;
  return { ...rest, GOWORK: "off", CGO_ENABLED: "0" };
}

/** How far go is, and what it complained about last. */
function readOutput(text: string): { readonly progress: string; readonly lastLines: string } {
  const lines = text.split("\n").filter((line) => line !== "");
  const downloaded = lines.filter((line) => line.startsWith("go: downloading ")).length;
  // With -v go prints the import path of each package; everything that has a blank in it is a message.
  const compiled = lines.filter((line) => /^[\w.~/+-]+$/.test(line)).length;
  const messages = lines.filter((line) => line.includes(" ") && !line.startsWith("go: downloading "));
  const parts = [`${compiled} packages compiled`];
  return {
    progress: (downloaded === 0 ? parts : [`${downloaded} modules downloaded`, ...parts]).join(", "),
    lastLines: messages.slice(-shownLines).join("\n"),
  };
}

/** Hands an interrupt on to the build, so that our own `finally` blocks run and leave nothing behind. */
function stopOnSignal(stopBuild: () => void): { value: boolean; dispose(): void } {
  const state = {
    value: false,
    dispose() {
      process.off("SIGINT", stop);
      process.off("SIGTERM", stop);
    },
  };
  const stop = (): void => {
    state.value = true;
    stopBuild();
  };
  process.on("SIGINT", stop);
  process.on("SIGTERM", stop);
  return state;
}
