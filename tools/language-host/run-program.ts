import type { RunRequest } from "@pulumi/pulumi/proto/language_pb.js";
import { RunResponse } from "@pulumi/pulumi/proto/language_pb.js";
import { type CommandResult, type RunningCommand, startCommand } from "../process/run-command.ts";

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
  const running = new Set<RunningCommand>();
  return {
    async run(request, engine) {
      const found = await command(request, engine);
      if (typeof found === "string") return new RunResponse().setError(found);
      const program = startCommand(found.file, found.args, {
        cwd: request.getPwd() || programDirectory(request),
        env: { ...process.env, ...configuration(request), ...found.env },
        output: "shown",
        // What interrupts the engine from the terminal reaches the program as well, as under Pulumi's own hosts.
        sharesGroup: true,
      });
      running.add(program);
      try {
        return outcome(await program.done);
      } finally {
        running.delete(program);
      }
    },
    signal(signal) {
      for (const program of running) program.signal(signal);
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

function outcome({ code, signal }: CommandResult): RunResponse {
  const response = new RunResponse();
  if (code === alreadyReported) return response.setBail(true);
  if (code === 0) return response;
  return response.setError(
    `Program exited with ${signal === undefined ? `code ${code}` : `signal ${signal}`}`,
  );
}
