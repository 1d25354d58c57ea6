import { cp, symlink, writeFile } from "node:fs/promises";
import { dirname, join, resolve } from "node:path";
import { expect } from "@jest/globals";
import { goModulePath } from "../../../provider/schema/about-package.ts";
import { parseRepository } from "../../../provider/schema/repository.ts";
import { findOnPath } from "../../../tools/engine/find-on-path.ts";
import { createReport } from "../../../tools/engine/report.ts";
import { getEngine, provideHosts } from "../../../tools/engine.ts";
import { runCommand } from "../../../tools/process/run-command.ts";
import { readIdentity } from "../../../tools/repository.ts";
import { installPythonSdk } from "../../../tools/user/python-sdk.ts";
import type { EngineWorkspace } from "./engine.ts";
import { type EngineAndSimulator, startEngineAndSimulator } from "./lookup-program.ts";

/** An engine that runs Python and Go programs, whose plugin is installed as users install it. */
export interface LanguagesWorld extends EngineAndSimulator {
  /** Copies a program as it is, with the SDK of its language where users of that language have it. */
  checkOut(source: string, language: "python" | "go", target: string): Promise<void>;
}

/** Starts an engine and a simulator for programs in Python and Go. */
export async function startLanguagesWorld(): Promise<LanguagesWorld> {
  const report = createReport(process.stderr);
  const engine = await getEngine(report);
  await provideHosts(engine, ["python", "go"], report);
  const environment = await installPythonSdk(report);
  const go = await goEnvironment();
  const world = await startEngineAndSimulator({ path: [go.folder], env: go.env });
  return {
    ...world,
    async checkOut(source, language, target) {
      await cp(source, target, { recursive: true });
      if (language === "python") await symlink(environment, join(target, "venv"), "dir");
      else await writeFile(join(dirname(target), "go.work"), await workspaceFile(target));
    },
  };
}

/** Installs the built plugin into the home of a workspace. */
export async function installPlugin(engine: EngineWorkspace, version: string): Promise<void> {
  const built = resolve("dist/pulumi-resource-compshare");
  const result = await engine.pulumi([
    "plugin",
    "install",
    "resource",
    "compshare",
    version,
    "--file",
    built,
  ]);
  expect(result).toMatchObject({ code: 0 });
}

/** Go as the machine has it: a workspace has a home of its own, and would fetch and compile everything again. */
export async function goEnvironment(): Promise<{
  readonly folder: string;
  readonly env: Record<string, string>;
}> {
  const go = await findOnPath("go", process.env["PATH"]);
  if (go === undefined) throw new Error("these tests need Go on PATH");
  const names = ["GOPATH", "GOMODCACHE", "GOCACHE", "GOPROXY", "GOSUMDB", "GOTOOLCHAIN"];
  const { stdout } = await runCommand(go, ["env", "-json", ...names]);
  const env: Record<string, string> = JSON.parse(stdout);
  return { folder: dirname(go), env };
}

/** Puts the SDK of this repository in place of the published one, for a program that stays as it is. */
async function workspaceFile(program: string): Promise<string> {
  const { version, repository } = await readIdentity();
  const module = goModulePath(parseRepository(repository));
  return `go 1.26.6\n\nuse ${program}\n\nreplace ${module} v${version} => ${resolve("sdk")}\n`;
}
