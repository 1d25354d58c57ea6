import { realpath } from "node:fs/promises";
import { delimiter, dirname, join } from "node:path";
import { gte, valid } from "semver";
import { buildOnce, engineBin } from "./engine/build-once.ts";
import { isStartedAs, runTool, ToolFailure } from "./engine/failure.ts";
import { findOnPath } from "./engine/find-on-path.ts";
import { cliArtifact, yamlHostArtifact } from "./engine/programs.ts";
import type { Report } from "./engine/report.ts";
import { createReport } from "./engine/report.ts";
import { readPinnedVersions } from "./engine/versions.ts";
import { languageHostArtifact } from "./language-host/build.ts";
import { runCommand } from "./process/run-command.ts";

/** A real Pulumi engine, ready to run YAML and Node programs. */
export interface Engine {
  readonly pulumi: string;
  /** The folder with our language hosts: it belongs on PATH, behind the folder of the CLI. */
  readonly languageHosts: string;
  readonly version: string;
  readonly origin: "path" | "built";
}

/**
 * Gets the engine: the `pulumi` on PATH when it is recent enough, else the pinned one, built once into `.engine/bin`.
 * Language hosts that the one on PATH lacks are built too. `COMPSHARE_ENGINE=built` passes over the one on PATH.
 */
export async function getEngine(report: Report, env: NodeJS.ProcessEnv = process.env): Promise<Engine> {
  const pinned = readPinnedVersions().pulumi;
  const installed = isBuiltForced(env) ? undefined : await findInstalled(env);
  if (installed !== undefined && gte(installed.version, pinned)) {
    await provideMissingHosts(installed, report, env);
    return { ...installed, languageHosts: engineBin(), origin: "path" };
  }
  const pulumi = await buildOnce(await cliArtifact(report, whyNotInstalled(installed, env)), report);
  await buildOnce(await yamlHostArtifact(report, whyNotInstalled(installed, env)), report);
  await buildOnce(await languageHostArtifact(), report);
  return { pulumi, languageHosts: engineBin(), version: pinned, origin: "built" };
}

interface Installed {
  readonly pulumi: string;
  readonly version: string;
}

function isBuiltForced(env: NodeJS.ProcessEnv): boolean {
  const choice = env["COMPSHARE_ENGINE"] ?? "";
  if (choice !== "" && choice !== "built") {
    throw new ToolFailure(
      `COMPSHARE_ENGINE is ${JSON.stringify(choice)}; allowed is "built", or leave it unset to prefer the pulumi on PATH.`,
    );
  }
  return choice === "built";
}

function whyNotInstalled(installed: Installed | undefined, env: NodeJS.ProcessEnv): string {
  if (isBuiltForced(env)) {
    return "COMPSHARE_ENGINE=built asks for an engine of our own";
  }
  return installed === undefined
    ? "There is no pulumi on PATH"
    : `The pulumi on PATH is ${installed.version}, which is too old,`;
}

async function findInstalled(env: NodeJS.ProcessEnv): Promise<Installed | undefined> {
  const pulumi = await findOnPath("pulumi", env["PATH"]);
  if (pulumi === undefined) {
    return undefined;
  }
  // A home of our own, so that asking for the version neither reads nor writes the user's.
  const quiet = {
    ...env,
    PULUMI_SKIP_UPDATE_CHECK: "true",
    PULUMI_HOME: join(process.cwd(), ".engine", "home"),
  };
  try {
    const { code, stdout } = await runCommand(pulumi, ["version"], { env: quiet, timeoutMs: 30_000 });
    const version = stdout.trim();
    return code === 0 && valid(version) !== null ? { pulumi, version } : undefined;
  } catch {
    // Something else of that name, or a broken one: as good as none.
    return undefined;
  }
}

async function provideMissingHosts(
  installed: Installed,
  report: Report,
  env: NodeJS.ProcessEnv,
): Promise<void> {
  const beside = dirname(await realpath(installed.pulumi));
  const lookIn = `${beside}${delimiter}${env["PATH"] ?? ""}`;
  if ((await findOnPath("pulumi-language-yaml", lookIn)) === undefined) {
    const problem = `The pulumi ${installed.version} on PATH has no pulumi-language-yaml beside it`;
    await buildOnce(await yamlHostArtifact(report, problem), report);
  }
  if ((await findOnPath("pulumi-language-nodejs", lookIn)) === undefined) {
    await buildOnce(await languageHostArtifact(), report);
  }
}

if (isStartedAs("tools/engine.ts")) {
  runTool(async () => {
    const engine = await getEngine(createReport(process.stderr));
    const origin = engine.origin === "path" ? "found on PATH" : "built from its Go module";
    process.stdout.write(`pulumi ${engine.version} (${origin}): ${engine.pulumi}\n`);
  });
}
