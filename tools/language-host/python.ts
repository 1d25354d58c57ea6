import { existsSync } from "node:fs";
import { join } from "node:path";
import { runCommand } from "../process/run-command.ts";
import { pluginFiles, readPluginFile } from "./plugin-file.ts";
import { programDirectory } from "./run-program.ts";
import type { ProgramOptions } from "./serve-language.ts";
import { programOptions, serveLanguage } from "./serve-language.ts";

/** The text of run_program.py, which the build puts here. */
declare const RUN_PROGRAM: string;

serveLanguage({
  requiredPackages: async (directory, options) => {
    const python = interpreter(directory, options);
    const { stdout } = await runCommand(python, [
      "-c",
      "import site; print(*site.getsitepackages(), sep='\\n')",
    ]);
    const folders = stdout.split("\n").filter((line) => line !== "");
    return (await pluginFiles(folders, ["*/pulumi-plugin.json"])).flatMap(readPluginFile);
  },
  command: async (request, engine) => {
    const directory = programDirectory(request);
    const settings = {
      monitor: request.getMonitorAddress(),
      engine,
      organization: request.getOrganization(),
      project: request.getProject(),
      stack: request.getStack(),
      root_directory: request.getInfo()?.getRootDirectory() ?? "",
      parallel: request.getParallel(),
      dry_run: request.getDryrun(),
    };
    return {
      file: interpreter(directory, programOptions(request.getInfo())),
      args: ["-u", "-c", RUN_PROGRAM, directory, JSON.stringify(settings)],
      env: {},
    };
  },
});

/** The Python of the environment that Pulumi.yaml names, or the one on PATH. */
function interpreter(directory: string, { virtualenv }: ProgramOptions): string {
  if (typeof virtualenv !== "string") return "python3";
  const python = join(
    directory,
    virtualenv,
    process.platform === "win32" ? "Scripts/python.exe" : "bin/python",
  );
  return existsSync(python) ? python : "python3";
}
