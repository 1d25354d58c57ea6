import { mkdtemp } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { RunRequest } from "@pulumi/pulumi/proto/language_pb.js";
import { runCommand } from "../process/run-command.ts";
import { pluginFiles, readPluginFile } from "./plugin-file.ts";
import { programDirectory } from "./run-program.ts";
import { serveLanguage } from "./serve-language.ts";

serveLanguage({
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
});

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
