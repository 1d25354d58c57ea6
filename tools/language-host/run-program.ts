import type { ChildProcess } from "node:child_process";
import { spawn } from "node:child_process";
import type { RunRequest } from "@pulumi/pulumi/proto/language_pb.js";
import { RunResponse } from "@pulumi/pulumi/proto/language_pb.js";

/** Runs programs, and can pass a signal to those that are running. */
export interface ProgramRunner {
  run(request: RunRequest, engine: string): Promise<RunResponse>;
  signal(signal: NodeJS.Signals): void;
}

/** What runs one program. */
export interface ProgramCommand {
  readonly file: string;
  readonly args: readonly string[];
  /** Added to our own variables. */
  readonly env: Readonly<Record<string, string>>;
}

// The exit code of Pulumi's SDKs for "the user has already been told what went wrong".
const alreadyReported = 32;

/** Makes a runner that starts each program in a process of its own; `command` says which, or why nothing can run it. */
export function createProgramRunner(
  command: (request: RunRequest, engine: string) => Promise<ProgramCommand | string>,
): ProgramRunner {
  const running = new Set<ChildProcess>();
  return {
    async run(request, engine) {
      const found = await command(request, engine);
      if (typeof found === "string") return new RunResponse().setError(found);
      const child = spawn(found.file, found.args, {
        cwd: request.getPwd() || programDirectory(request),
        env: { ...process.env, ...configuration(request), ...found.env },
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

/** The folder of the program, which need not be that of Pulumi.yaml. */
export function programDirectory(request: RunRequest): string {
  return request.getInfo()?.getProgramDirectory() || request.getPwd();
}

function configuration(request: RunRequest): Record<string, string> {
  return {
    PULUMI_CONFIG: JSON.stringify(Object.fromEntries(request.getConfigMap().toArray())),
    PULUMI_CONFIG_SECRET_KEYS: JSON.stringify(request.getConfigsecretkeysList()),
  };
}

function outcome(child: ChildProcess): Promise<RunResponse> {
  return new Promise((resolve, reject) => {
    child.once("error", reject);
    child.once("exit", (code, signal) => {
      const response = new RunResponse();
      if (code === alreadyReported) {
        response.setBail(true);
      } else if (code !== 0) {
        response.setError(`Program exited with ${code === null ? `signal ${signal}` : `code ${code}`}`);
      }
      resolve(response);
    });
  });
}
