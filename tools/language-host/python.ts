import { existsSync } from "node:fs";
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { runCommand } from "../process/run-command.ts";
import { type LocalSdk, setting } from "./local-sdk.ts";
import { pluginFiles, readPluginFile } from "./plugin-file.ts";
import { type ProgramOptions, programOptions } from "./program-options.ts";
import { programDirectory } from "./run-program.ts";
import { serveLanguage } from "./serve-language.ts";

/** The text of run_program.py, which the build puts here. */
declare const RUN_PROGRAM: string;

serveLanguage({
  name: "python",
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
  link: async (directory, sdks) => {
    const file = join(directory, "requirements.txt");
    await writeFile(file, withRequirements(await readFile(file, "utf8"), sdks));
    const imports = sdks.map((sdk) => `  import ${packageName(sdk)} as ${importName(sdk)}\n`);
    return `You can import the SDK in your Python code with:\n\n${imports.join("")}`;
  },
  installation: (directory, { virtualenv }) => {
    const install = ["-m", "pip", "install", "-r", "requirements.txt"];
    if (typeof virtualenv !== "string") return [["python3", ...install]];
    return [
      ["python3", "-m", "venv", virtualenv],
      [environmentPython(directory, virtualenv), ...install],
    ];
  },
});

/** What a requirements.txt says, with SDKs as folders in place of what it had under their names. */
function withRequirements(text: string, sdks: readonly LocalSdk[]): string {
  const replaced = new Set(sdks.flatMap((sdk) => [sdk.path, packageName(sdk).replaceAll("-", "_")]));
  const kept = text
    .split("\n")
    .filter((line) => !replaced.has(line.trim()))
    .filter((line) => !replaced.has((/^[\w-]+/.exec(line)?.[0] ?? "").replaceAll("-", "_")))
    .join("\n")
    .trimEnd();
  return `${[kept, ...sdks.map((sdk) => sdk.path)].filter((line) => line !== "").join("\n")}\n`;
}

function packageName(sdk: LocalSdk): string {
  return setting(sdk, "python", "packageName", `pulumi_${sdk.name.replaceAll("-", "_")}`);
}

function importName(sdk: LocalSdk): string {
  return setting(sdk, "python", "packageName", sdk.name.replaceAll("-", "_"));
}

/** The Python of the environment that Pulumi.yaml names, or the one on PATH. */
function interpreter(directory: string, { virtualenv }: ProgramOptions): string {
  if (typeof virtualenv !== "string") return "python3";
  const python = environmentPython(directory, virtualenv);
  return existsSync(python) ? python : "python3";
}

function environmentPython(directory: string, virtualenv: string): string {
  return join(directory, virtualenv, process.platform === "win32" ? "Scripts/python.exe" : "bin/python");
}
