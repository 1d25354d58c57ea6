import type { ChildProcess } from "node:child_process";
import { spawn } from "node:child_process";
import { createRequire } from "node:module";
import { join } from "node:path";
import type { RunRequest } from "@pulumi/pulumi/proto/language_pb.js";
import { RunResponse } from "@pulumi/pulumi/proto/language_pb.js";

/** Runs programs, and can pass a signal to those that are running. */
export interface ProgramRunner {
  run(request: RunRequest, engine: string): Promise<RunResponse>;
  signal(signal: NodeJS.Signals): void;
}

// The SDK's exit code for "the user has already been told what went wrong".
const ALREADY_REPORTED = 32;

/** Makes a runner that starts each program in a node process of its own. */
export function createProgramRunner(): ProgramRunner {
  const running = new Set<ChildProcess>();
  return {
    async run(request, engine) {
      const launcher = findLauncher(programDirectory(request));
      if (launcher === undefined) {
        return new RunResponse().setError(
          "The Pulumi SDK is not installed; run `npm install` in the program's folder",
        );
      }
      const child = spawn(process.execPath, [launcher, ...launcherArguments(request, engine)], {
        cwd: request.getPwd() || programDirectory(request),
        env: { ...process.env, ...programEnvironment(request) },
        stdio: ["ignore", "inherit", "inherit"],
      });
      running.add(child);
      try {
        return await outcome(child);
      } finally {
        running.delete(child);
      }
    },
    signal(signal) {
      for (const child of running) {
        child.kill(signal);
      }
    },
  };
}

function programDirectory(request: RunRequest): string {
  return request.getInfo()?.getProgramDirectory() || request.getPwd();
}

/** The SDK comes with the program, so its own launcher is the one that fits it. */
function findLauncher(directory: string): string | undefined {
  try {
    return createRequire(join(directory, "package.json")).resolve("@pulumi/pulumi/cmd/run");
  } catch {
    return undefined;
  }
}

function launcherArguments(request: RunRequest, engine: string): string[] {
  const info = request.getInfo();
  const named = {
    monitor: request.getMonitorAddress(),
    engine,
    organization: request.getOrganization(),
    project: request.getProject(),
    stack: request.getStack(),
    "root-directory": info?.getRootDirectory() ?? "",
    pwd: request.getPwd(),
    parallel: String(request.getParallel()),
  };
  const flags = Object.entries(named).flatMap(([name, value]) =>
    value === "" ? [] : [`--${name}=${value}`],
  );
  const dryRun = request.getDryrun() ? ["--dry-run"] : [];
  return [...flags, ...dryRun, info?.getEntryPoint() || ".", ...request.getArgsList()];
}

function programEnvironment(request: RunRequest): Record<string, string> {
  const options: Record<string, unknown> = request.getInfo()?.getOptions()?.toJavaScript() ?? {};
  return {
    PULUMI_CONFIG: JSON.stringify(Object.fromEntries(request.getConfigMap().toArray())),
    PULUMI_CONFIG_SECRET_KEYS: JSON.stringify(request.getConfigsecretkeysList()),
    ...(options["typescript"] === false ? {} : { PULUMI_NODEJS_TYPESCRIPT: "true" }),
  };
}

function outcome(child: ChildProcess): Promise<RunResponse> {
  return new Promise((resolve, reject) => {
    child.once("error", reject);
    child.once("exit", (code, signal) => {
      const response = new RunResponse();
      if (code === ALREADY_REPORTED) {
        response.setBail(true);
      } else if (code !== 0) {
        response.setError(`Program exited with ${code === null ? `signal ${signal}` : `code ${code}`}`);
      }
      resolve(response);
    });
  });
}
