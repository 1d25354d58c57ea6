import { createRequire } from "node:module";
import { join } from "node:path";
import type { RunRequest } from "@pulumi/pulumi/proto/language_pb.js";
import { findRequiredPackages } from "./required-packages.ts";
import { programDirectory } from "./run-program.ts";
import { programOptions, serveLanguage } from "./serve-language.ts";

serveLanguage({
  requiredPackages: async (directory) => findRequiredPackages(directory),
  command: async (request, engine) => {
    const launcher = findLauncher(programDirectory(request));
    if (launcher === undefined)
      return "The Pulumi SDK is not installed; run `npm install` in the program's folder";
    const isPlain = programOptions(request.getInfo())["typescript"] === false;
    return {
      file: process.execPath,
      args: [launcher, ...launcherArguments(request, engine)],
      env: isPlain ? {} : { PULUMI_NODEJS_TYPESCRIPT: "true" },
    };
  },
});

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
