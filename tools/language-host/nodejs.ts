import { createRequire } from "node:module";
import { join } from "node:path";
import type { RunRequest } from "@pulumi/pulumi/proto/language_pb.js";
import { runNpm } from "../process/npm.ts";
import { type LocalSdk, setting } from "./local-sdk.ts";
import { type ProgramOptions, programOptions } from "./program-options.ts";
import { findRequiredPackages } from "./required-packages.ts";
import { programDirectory } from "./run-program.ts";
import { serveLanguage } from "./serve-language.ts";

serveLanguage({
  name: "nodejs",
  requiredPackages: async (directory) => findRequiredPackages(directory),
  command: async (request, engine) => {
    const launcher = findLauncher(programDirectory(request));
    if (launcher === undefined)
      return "The Pulumi SDK is not installed; run `npm install` in the program's folder";
    const isPlain = isPlainJavaScript(programOptions(request.getInfo()));
    return {
      file: process.execPath,
      args: [launcher, ...launcherArguments(request, engine)],
      env: isPlain ? {} : { PULUMI_NODEJS_TYPESCRIPT: "true" },
    };
  },
  link: async (directory, sdks, options) => {
    for (const sdk of sdks) {
      const dependency = `dependencies.${packageName(sdk)}=file:${sdk.path}`;
      // The SDK is compiled by a script when it is installed, which newer versions of npm run only if it is named.
      const script = `allowScripts[file:${sdk.path}]=true`;
      await pkgSet(directory, dependency);
      await pkgSet(directory, "--json", script);
    }
    const [language, line] = isPlainJavaScript(options)
      ? (["JavaScript", (name: string, from: string) => `const ${name} = require("${from}");`] as const)
      : (["TypeScript", (name: string, from: string) => `import * as ${name} from "${from}";`] as const);
    const imports = sdks.map((sdk) => `  ${line(sdk.name, packageName(sdk))}\n`);
    return `You can import the SDK in your ${language} code with:\n\n${imports.join("")}`;
  },
  installation: () => [["npm", "install", "--loglevel=error"]],
});

function isPlainJavaScript(options: ProgramOptions): boolean {
  return options["typescript"] === false;
}

function packageName(sdk: LocalSdk): string {
  return setting(sdk, "nodejs", "packageName", `@pulumi/${sdk.name}`);
}

async function pkgSet(directory: string, ...args: string[]): Promise<void> {
  await runNpm("npm could not write package.json", ["pkg", "set", ...args], { cwd: directory });
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
