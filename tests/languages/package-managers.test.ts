import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { createReport } from "../../tools/engine/report.ts";
import { runCommand } from "../../tools/process/run-command.ts";
import { type Packages, packPackages } from "../../tools/user/pack.ts";
import { installPackageManagers } from "../../tools/user/package-managers.ts";
import { codeBlocks } from "../support/docs/code-blocks.ts";

let scratch: string;
let managers: string;
let packages: Packages;

beforeAll(async () => {
  scratch = await mkdtemp(join(tmpdir(), "compshare-managers-"));
  managers = await installPackageManagers(createReport(process.stderr));
  packages = await packPackages(join(scratch, "packages"));
}, 600_000);
afterAll(() => rm(scratch, { recursive: true, force: true }));

/** The package.json that docs/installing.md shows, with the tarballs where they lie. */
async function shownManifest(): Promise<string> {
  const blocks = codeBlocks(await readFile("docs/installing.md", "utf8"));
  const shown = blocks.find((block) => block.includes('"resolutions"')) ?? "";
  const { plugin, sdk } = packages;
  const withPaths = shown
    .replaceAll(/file:[^"]*\/pulumi-resource-compshare-[\d.]+\.tgz/g, `file:${plugin}`)
    .replaceAll(/file:[^"]*\/pulumi-compshare-[\d.]+\.tgz/g, `file:${sdk}`);
  for (const tarball of [plugin, sdk])
    expect([shown, withPaths]).toEqual([
      expect.stringContaining(basename(tarball)),
      expect.stringContaining(tarball),
    ]);
  return withPaths;
}

const uses = 'console.log(typeof require("pulumi-compshare").getCompShareImageOutput)';
const node = (...words: string[]): string[] => [process.execPath, ...words];
const managed = (file: string): string => join(managers, "node_modules", file);

test.each<[string, () => string[], () => string[], () => string[]]>([
  [
    "pnpm",
    () => node(managed("pnpm/bin/pnpm.cjs"), "install"),
    () => node("-e", uses),
    () => ["node_modules/.bin/pulumi-resource-compshare", "--version"],
  ],
  [
    "yarn 1",
    () => node(managed("yarn/bin/yarn.js"), "install"),
    () => node("-e", uses),
    () => ["node_modules/.bin/pulumi-resource-compshare", "--version"],
  ],
  [
    "bun",
    () => [
      managed(`@oven/bun-${process.platform}-${process.arch === "arm64" ? "aarch64" : "x64"}/bin/bun`),
      "install",
    ],
    () => node("-e", uses),
    () => ["node_modules/.bin/pulumi-resource-compshare", "--version"],
  ],
  [
    "yarn 4 with Plug'n'Play",
    () => node(managed("@yarnpkg/cli-dist/bin/yarn.js"), "install", "--no-immutable"),
    () => node(managed("@yarnpkg/cli-dist/bin/yarn.js"), "node", "-e", uses),
    () => node(managed("@yarnpkg/cli-dist/bin/yarn.js"), "run", "pulumi-resource-compshare", "--version"),
  ],
])(
  "%s installs the packed SDK and plugin from the package.json of the documents",
  async (name, install, use, plugin) => {
    const cwd = await mkdtemp(join(scratch, "project-"));
    await writeFile(join(cwd, "package.json"), await shownManifest());
    // Without a lock file of its own yarn 4 takes a folder for a part of the project above it.
    if (name.startsWith("yarn 4")) await writeFile(join(cwd, "yarn.lock"), "");
    const env = { ...process.env, HOME: scratch, YARN_ENABLE_TELEMETRY: "0" };
    const run = async ([file = "", ...args]: string[]): Promise<string> => {
      const { code, stdout, stderr } = await runCommand(file, args, { cwd, env, timeoutMs: 200_000 });
      expect({ code, text: code === 0 ? "" : `${stdout}${stderr}` }).toEqual({ code: 0, text: "" });
      return stdout;
    };
    await run(install());
    expect(await run(use())).toBe("function\n");
    const { version }: { version: string } = JSON.parse(await readFile("package.json", "utf8"));
    expect(await run(plugin())).toBe(`${version}\n`);
  },
  240_000,
);
