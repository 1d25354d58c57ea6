import { mkdtemp } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, posix } from "node:path";
import type { RunRequest } from "@pulumi/pulumi/proto/language_pb.js";
import { mustRun, runCommand } from "../process/run-command.ts";
import { type LocalSdk, setting } from "./local-sdk.ts";
import { pluginFiles, readPluginFile } from "./plugin-file.ts";
import { programDirectory } from "./run-program.ts";
import { serveLanguage } from "./serve-language.ts";

serveLanguage({
  name: "go",
  requiredPackages: async (directory) => {
    const { code, stdout } = await runCommand("go", ["list", "-m", "-f", "{{.Dir}}", "all"], {
      cwd: directory,
    });
    // A program that does not build says so when it is run.
    const modules = code === 0 ? stdout.split("\n").filter((line) => line !== "") : [];
    // An SDK has the file in the package, beside the module's root or in `go/NAME`.
    return (await pluginFiles(modules, ["pulumi-plugin.json", "go/*/pulumi-plugin.json"])).flatMap(
      readPluginFile,
    );
  },
  command: async (request, engine) => {
    const directory = programDirectory(request);
    const program = join(await mkdtemp(join(tmpdir(), "compshare-go-program-")), "program");
    const { code, stderr } = await runCommand("go", ["build", "-o", program, "."], { cwd: directory });
    return code === 0
      ? { file: program, args: [], env: environment(request, engine) }
      : `go could not build the program:\n${stderr}`;
  },
  link: async (directory, sdks) => {
    for (const sdk of sdks) {
      const replace = `-replace=${posix.dirname(importPath(sdk))}=./${sdk.path}`;
      await mustRun("go could not write go.mod", "go", ["mod", "edit", replace], { cwd: directory });
    }
    const imports = sdks.map((sdk) => `    "${importPath(sdk)}"\n`);
    return `You can import the SDK in your Go code with:\n\n  import (\n${imports.join("")}  )\n`;
  },
  installation: () => [["go", "mod", "tidy", "-compat=1.18"]],
});

/** Where the package is imported from; its module, as it is generated into a project, is the folder above. */
function importPath(sdk: LocalSdk): string {
  return setting(sdk, "go", "importBasePath", `example.com/pulumi-${sdk.name}/sdk/go/${sdk.name}`);
}

/** Pulumi's SDK for Go takes everything from the environment. */
function environment(request: RunRequest, engine: string): Record<string, string> {
  return {
    PULUMI_ORGANIZATION: request.getOrganization(),
    PULUMI_PROJECT: request.getProject(),
    PULUMI_ROOT_DIRECTORY: request.getInfo()?.getRootDirectory() ?? "",
    PULUMI_STACK: request.getStack(),
    PULUMI_DRY_RUN: String(request.getDryrun()),
    PULUMI_PARALLEL: String(request.getParallel()),
    PULUMI_MONITOR: request.getMonitorAddress(),
    PULUMI_ENGINE: engine,
  };
}
