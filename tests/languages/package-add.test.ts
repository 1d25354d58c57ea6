import { readdir, readFile, writeFile } from "node:fs/promises";
import { dirname, join, resolve } from "node:path";
import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { goModulePath } from "../../provider/schema/about-package.ts";
import { parseRepository } from "../../provider/schema/repository.ts";
import { createReport } from "../../tools/engine/report.ts";
import { getEngine, provideSdkHosts } from "../../tools/engine.ts";
import { runCommand } from "../../tools/process/run-command.ts";
import { getPython } from "../../tools/python.ts";
import { readIdentity } from "../../tools/repository.ts";
import { fillNpmCache } from "../../tools/user/npm-cache.ts";
import { getWheels } from "../../tools/user/wheels.ts";
import { goEnvironment, installPlugin } from "../support/engine/language-programs.ts";
import { type EngineAndSimulator, startEngineAndSimulator } from "../support/engine/lookup-program.ts";
import { exampleAnswers } from "../support/engine/run-example.ts";

const plugin = resolve("dist/pulumi-resource-compshare");
const example = "examples/resolve-by-name";
// Whatever asks somebody's server gets nowhere, so that nothing here leans on the network.
const nowhere = "http://127.0.0.1:1";
let world: EngineAndSimulator;
let version: string;
let goSdk: string;

beforeAll(async () => {
  const report = createReport(process.stderr);
  await provideSdkHosts(await getEngine(report), ["nodejs", "python", "go"], report);
  const identity = await readIdentity();
  version = identity.version;
  goSdk = `${goModulePath(parseRepository(identity.repository))}/go`;
  const go = await goEnvironment();
  world = await startEngineAndSimulator({
    path: [go.folder, dirname(await getPython(report))],
    env: {
      ...go.env,
      HTTP_PROXY: nowhere,
      HTTPS_PROXY: nowhere,
      NO_PROXY: "127.0.0.1",
      GOPROXY: "off",
      GOSUMDB: "off",
      PIP_NO_INDEX: "1",
      PIP_FIND_LINKS: resolve(".engine/wheels"),
      npm_config_offline: "true",
      npm_config_cache: resolve(".engine/npm-cache"),
    },
  });
  // What a generated SDK depends on is the generator's choice, and no two versions of it choose alike.
  const manifest = await readFile(join(await generate("nodejs"), "package.json"), "utf8");
  await fillNpmCache(await fileOfNew("typescript/package.json"), [manifest], report);
  await getWheels(await generate("python"), report);
  // Go's cache gets what a project with this SDK needs from such a project.
  const { GOPROXY = "", GOSUMDB = "" } = go.env;
  const { HTTP_PROXY = "", HTTPS_PROXY = "" } = process.env;
  await addPlugin(await projects.go(), "fetching-go", { GOPROXY, GOSUMDB, HTTP_PROXY, HTTPS_PROXY });
  await installPlugin(world.engine, version);
}, 900_000);
afterAll(() => world.dispose());

async function pulumi(cwd: string, ...args: string[]): Promise<string> {
  const result = await world.engine.pulumi(args, { cwd, timeoutMs: 240_000 });
  expect({ args, ...result }).toMatchObject({ code: 0 });
  return result.stdout;
}

/** Generates an SDK as `pulumi package add` does, outside a project; gives its folder. */
async function generate(language: string): Promise<string> {
  const out = join(world.engine.directory, "generated");
  const options = ["--language", language, "--local", "--out", out];
  await pulumi(world.engine.directory, "package", "gen-sdk", plugin, ...options);
  return join(out, language);
}

const file = (name: string): Promise<string> => readFile(join(example, name), "utf8");

/** A file of the example as it is in a project without an SDK of ours and without a plugins block. */
async function fileOfNew(name: string): Promise<string> {
  const text = await file(name);
  const without = text.replace(
    /,\n *"pulumi-compshare": .*|\n.*\/pulumi-compshare\/sdk .*|\nplugins:[^]*/,
    "",
  );
  expect(without).not.toBe(text);
  return without;
}

interface Project {
  /** Files that a new project has, with the program that `pulumi new` writes. */
  readonly files: Readonly<Record<string, string>>;
  readonly programFile: string;
  /** The program of the example. */
  readonly program: string;
  /** How the CLI says to import the SDK. */
  readonly instructions: string;
  /** What a file of the project then says, with the SDK in a folder of `sdks`. */
  readonly linked: (folder: string) => readonly [file: string, text: RegExp];
  /** What the installing page says to run afterwards. */
  readonly afterwards?: readonly [string, ...string[]];
}

const projects = {
  typescript: async () => ({
    files: {
      "Pulumi.yaml": await fileOfNew("typescript/Pulumi.yaml"),
      // It names the published SDK, which the generated one takes the place of.
      "package.json": await file("typescript/package.json"),
      "tsconfig.json": await file("typescript/tsconfig.json"),
      "index.ts": 'import * as pulumi from "@pulumi/pulumi";\n',
    },
    programFile: "index.ts",
    program: await file("typescript/index.ts"),
    instructions: `You can import the SDK in your TypeScript code with:

  import * as compshare from "pulumi-compshare";
`,
    linked: (folder) => ["package.json", RegExp(`"pulumi-compshare": "file:sdks/${folder}"`)],
  }),
  python: async () => ({
    files: {
      "Pulumi.yaml": await file("python/Pulumi.yaml"),
      "requirements.txt": await file("python/requirements.txt"),
      "__main__.py": "import pulumi\n",
    },
    programFile: "__main__.py",
    program: await file("python/__main__.py"),
    instructions: `You can import the SDK in your Python code with:

  import pulumi_compshare as pulumi_compshare
`,
    linked: (folder) => ["requirements.txt", RegExp(`^pulumi==[\\d.]+\nsdks/${folder}\n$`)],
  }),
  go: async () => ({
    files: {
      "Pulumi.yaml": await file("go/Pulumi.yaml"),
      "go.mod": await fileOfNew("go/go.mod"),
      "go.sum": await file("go/go.sum"),
      "main.go": `package main

import "github.com/pulumi/pulumi/sdk/v3/go/pulumi"

func main() {
	pulumi.Run(func(ctx *pulumi.Context) error { return nil })
}
`,
    },
    programFile: "main.go",
    program: await file("go/main.go"),
    instructions: `You can import the SDK in your Go code with:

  import (
    "${goSdk}/compshare"
  )
`,
    linked: (folder) => ["go.mod", RegExp(`\nreplace ${goSdk} => ./sdks/${folder}\n`)],
    afterwards: ["go", "mod", "tidy"],
  }),
} as const satisfies Readonly<Record<string, () => Promise<Project>>>;

interface Added {
  readonly cwd: string;
  /** What the CLI said. */
  readonly said: string;
}

/** Adds the built plugin to a new project, which then gets the program of the example. */
async function addPlugin(
  { files, programFile, program, afterwards }: Project,
  name: string,
  env: Readonly<Record<string, string>> = {},
): Promise<Added> {
  const cwd = await world.engine.project(name, files);
  const added = await world.engine.pulumi(["package", "add", plugin], { cwd, env, timeoutMs: 240_000 });
  expect(added).toMatchObject({ code: 0 });
  await writeFile(join(cwd, programFile), program);
  if (afterwards !== undefined) {
    const [command, ...args] = afterwards;
    const ran = await runCommand(command, args, { cwd, env: { ...world.engine.env, ...env } });
    expect(ran).toMatchObject({ code: 0 });
  }
  return { cwd, said: added.stdout };
}

test.each(Object.entries(projects))(
  "pulumi package add puts an SDK from the built plugin into a %s project, whose program then previews, without a network",
  async (language, describe) => {
    const project = await describe();
    const { cwd, said } = await addPlugin(project, `added-${language}`);
    expect(said).toContain(project.instructions);
    expect(await readFile(join(cwd, "Pulumi.yaml"), "utf8")).toContain(`compshare: compshare@${version}`);
    const [folder = "", ...others] = await readdir(join(cwd, "sdks"));
    expect(others).toEqual([]);
    const [manifest, says] = project.linked(folder);
    expect(await readFile(join(cwd, manifest), "utf8")).toMatch(says);
    await pulumi(cwd, "stack", "init", "dev");
    expect(await pulumi(cwd, "preview")).toContain(exampleAnswers["resolve-by-name"].training);
  },
  300_000,
);
