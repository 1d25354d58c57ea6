import { readdir } from "node:fs/promises";
import { join, resolve } from "node:path";
import { isStartedAs, runTool, ToolFailure } from "./engine/failure.ts";
import { createReport } from "./engine/report.ts";
import { fillOnce } from "./process/fill-once.ts";
import { mustRun, runCommand } from "./process/run-command.ts";

const actionlint = "github.com/rhysd/actionlint/cmd/actionlint@v1.7.12";
const zizmor = "zizmor==1.32.0";
const folder = ".engine/checks/recipes";
const recipes = "examples/ci";

/** Holds the workflows for GitHub against two linters: `npm run check:recipes`. They are installed once. */
async function main(): Promise<void> {
  const report = createReport(process.stderr);
  await once("actionlint", (line) => report.line(line), installActionlint);
  await once("zizmor", (line) => report.line(line), installZizmor);
  const names = (await readdir(recipes)).filter((name) => name.endsWith(".yml") && name !== "gitlab.yml");
  const files = names.toSorted().map((name) => join(recipes, name));
  const checks = [
    [actionlint, join(folder, "actionlint", "actionlint"), []],
    // Pedantic findings are about style; what counts is what somebody could misuse.
    [zizmor, join(folder, "zizmor", "bin", "zizmor"), ["--offline", "--no-progress", "--color=never"]],
  ] as const;
  const failed: string[] = [];
  for (const [name, program, flags] of checks) {
    report.line(`check: ${name} on ${files.length} workflows`);
    const { code } = await runCommand(resolve(program), [...flags, ...files], { output: "shown" });
    if (code !== 0) failed.push(name);
  }
  if (failed.length > 0) throw new ToolFailure(`failed: ${failed.join(", ")}`);
  console.log(`${actionlint} and ${zizmor} have nothing to say about ${names.join(", ")}`);
}

/** Installs a linter. */
function once(
  name: string,
  tell: (line: string) => void,
  install: (target: string) => Promise<unknown>,
): Promise<void> {
  const target = join(folder, name);
  return fillOnce(target, install, () => tell(`installing ${name} into ${target}, once`));
}

function installActionlint(target: string): Promise<unknown> {
  return mustRun("actionlint could not be built", "go", ["install", actionlint], {
    env: { ...process.env, GOBIN: resolve(target) },
  });
}

function installZizmor(target: string): Promise<unknown> {
  const flags = ["install", "--quiet", "--no-deps", "--target", target, zizmor];
  return mustRun("zizmor could not be installed", "python3", ["-m", "pip", ...flags]);
}

if (isStartedAs("check-recipes.ts")) runTool(main);
