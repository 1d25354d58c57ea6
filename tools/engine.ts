import { realpath } from "node:fs/promises";
import { delimiter, dirname, join } from "node:path";
import { gte, valid } from "semver";
import { getGenerator } from "./codegen/build.ts";
import { buildOnce, engineBin, isBuilt } from "./engine/build-once.ts";
import { isStartedAs, runTool, ToolFailure } from "./engine/failure.ts";
import { findOnPath } from "./engine/find-on-path.ts";
import { getRelease, whyNotDownloaded } from "./engine/get-release.ts";
import { pinRelease } from "./engine/pin-release.ts";
import { cliArtifact, yamlHostArtifact } from "./engine/programs.ts";
import type { Report } from "./engine/report.ts";
import { createReport } from "./engine/report.ts";
import { readPinnedVersions } from "./engine/versions.ts";
import { type HostedLanguage, languageHostArtifact } from "./language-host/build.ts";
import { runCommand } from "./process/run-command.ts";

/** A real Pulumi engine, ready to run YAML and Node programs. */
export interface Engine {
  readonly pulumi: string;
  /** The folder with our language hosts: it belongs on PATH, behind the folder of the CLI. */
  readonly languageHosts: string;
  readonly version: string;
  readonly origin: keyof typeof origins;
}

/** Where an engine comes from, as people read it. */
export const origins = {
  path: "found on PATH",
  release: "from Pulumi's release",
  built: "built from its Go module",
} as const;

/**
 * Gets the engine: the `pulumi` on PATH when it is recent enough and has its YAML host, else the pinned one, as
 * Pulumi has released it or, where that cannot be had, built once from its Go module into `.engine/bin`.
 * `COMPSHARE_ENGINE=built` takes the last of these at once.
 */
export async function getEngine(report: Report, env: NodeJS.ProcessEnv = process.env): Promise<Engine> {
  const pinned = readPinnedVersions().pulumi;
  const installed = isBuiltForced(env) ? undefined : await findInstalled(env);
  const recent = installed !== undefined && gte(installed.version, pinned) ? installed : undefined;
  if (recent !== undefined && (await hasHost(recent, "yaml", env))) {
    await provideMissingHosts(recent, report, env);
    return { ...recent, languageHosts: engineBin(), origin: "path" };
  }
  const problem = whyNotInstalled(installed, env);
  const notice = isBuiltForced(env) ? undefined : await whyNotDownloaded(pinned);
  const cli = await cliArtifact(report, problem, notice);
  const release =
    isBuiltForced(env) || (await isBuilt(cli)) ? undefined : await getRelease(pinned, report, env);
  if (release !== undefined) {
    await provideMissingHosts({ pulumi: release, version: pinned }, report, env);
    return { pulumi: release, languageHosts: engineBin(), version: pinned, origin: "release" };
  }
  if (recent !== undefined) {
    await provideMissingHosts(recent, report, env, notice);
    return { ...recent, languageHosts: engineBin(), origin: "path" };
  }
  const pulumi = await buildOnce(cli, report);
  await buildOnce(await yamlHostArtifact(report, problem), report);
  await buildOnce(await languageHostArtifact("nodejs"), report);
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

async function hasHost(installed: Installed, language: string, env: NodeJS.ProcessEnv): Promise<boolean> {
  const beside = dirname(await realpath(installed.pulumi));
  const lookIn = `${beside}${delimiter}${env["PATH"] ?? ""}`;
  return (await findOnPath(`pulumi-language-${language}`, lookIn)) !== undefined;
}

/** Makes sure that the engine runs programs of these languages too: by hosts beside it, or by ours where it has none. */
export async function provideHosts(
  engine: Engine,
  languages: readonly HostedLanguage[],
  report: Report,
  env: NodeJS.ProcessEnv = process.env,
): Promise<void> {
  for (const language of languages) {
    if (await needsOurs(engine, language, env)) await buildOnce(await languageHostArtifact(language), report);
  }
}

/** Makes sure that the engine generates SDKs of these languages too: ours call Pulumi's generators, built beside them. */
export async function provideSdkHosts(
  engine: Engine,
  languages: readonly HostedLanguage[],
  report: Report,
  env: NodeJS.ProcessEnv = process.env,
): Promise<void> {
  await provideHosts(engine, languages, report, env);
  const ours = await Promise.all(languages.map((language) => needsOurs(engine, language, env)));
  if (ours.includes(true)) await getGenerator(report);
}

async function needsOurs(engine: Engine, language: string, env: NodeJS.ProcessEnv): Promise<boolean> {
  return engine.origin === "built" || !(await hasHost(engine, language, env));
}

async function provideMissingHosts(
  installed: Installed,
  report: Report,
  env: NodeJS.ProcessEnv,
  notice?: string,
): Promise<void> {
  if (!(await hasHost(installed, "yaml", env))) {
    const problem = `The pulumi ${installed.version} on PATH has no pulumi-language-yaml beside it`;
    await buildOnce(await yamlHostArtifact(report, problem, notice), report);
  }
  if (!(await hasHost(installed, "nodejs", env))) {
    await buildOnce(await languageHostArtifact("nodejs"), report);
  }
}

if (isStartedAs("tools/engine.ts")) {
  runTool(async () => {
    const report = createReport(process.stderr);
    const options = process.argv.slice(2);
    if (options.join() === "--pin") return await pinRelease(report, process.env);
    if (options.length > 0) throw new ToolFailure("usage: npm run engine [-- --pin]");
    const { version, origin, pulumi } = await getEngine(report);
    process.stdout.write(`pulumi ${version} (${origins[origin]}): ${pulumi}\n`);
  });
}
