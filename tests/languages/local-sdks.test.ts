import { readFile, writeFile } from "node:fs/promises";
import { createServer, type Server } from "node:http";
import { join, resolve } from "node:path";
import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { parseRepository } from "../../provider/schema/repository.ts";
import { getDotnetHost, getJavaHost } from "../../tools/codegen/build.ts";
import { createReport } from "../../tools/engine/report.ts";
import { getEngine, provideSdkHosts } from "../../tools/engine.ts";
import { readFolder } from "../../tools/generate/folder.ts";
import { readIdentity } from "../../tools/repository.ts";
import { installPlugin } from "../support/engine/language-programs.ts";
import { type EngineAndSimulator, startEngineAndSimulator } from "../support/engine/lookup-program.ts";
import { exampleAnswers } from "../support/engine/run-example.ts";
import { listeningPort } from "../support/listening-port.ts";

const plugin = resolve("dist/pulumi-resource-compshare");
let world: EngineAndSimulator;
let logos: Server;
let version: string;
let server: string;

beforeAll(async () => {
  const report = createReport(process.stderr);
  await provideSdkHosts(await getEngine(report), ["nodejs", "python", "go"], report);
  await getJavaHost(report);
  await getDotnetHost(report);
  const identity = await readIdentity();
  version = identity.version;
  server = `github://api.github.com/${parseRepository(identity.repository).owner}/pulumi-compshare`;
  // Whatever asks somebody's server gets nowhere, so that nothing here leans on the network.
  const nowhere = "http://127.0.0.1:1";
  const proxies = { HTTP_PROXY: nowhere, HTTPS_PROXY: nowhere, NO_PROXY: "127.0.0.1" };
  world = await startEngineAndSimulator({ env: proxies });
  const logo = await readFile("docs/logo.png");
  logos = createServer((_request, response) => response.end(logo));
  await new Promise<void>((listening) => logos.listen(0, "127.0.0.1", listening));
}, 900_000);
afterAll(async () => {
  logos.close();
  await world.dispose();
});

async function pulumi(cwd: string, ...args: string[]): Promise<string> {
  const result = await world.engine.pulumi(args, { cwd });
  expect({ args, ...result }).toMatchObject({ code: 0 });
  return result.stdout;
}

test("pulumi package add takes the built plugin into a YAML project, which then previews", async () => {
  const cwd = await world.engine.project("added", {
    "Pulumi.yaml": `name: added
runtime: yaml
variables:
  training:
    fn::invoke:
      function: compshare:getCompShareImage
      arguments: {name: cuda128_torch291_py312}
outputs:
  training: \${training.id}
`,
  });
  await pulumi(cwd, "package", "add", plugin);
  expect(await readFile(join(cwd, "Pulumi.yaml"), "utf8")).toContain(`compshare: compshare@${version}`);
  // The path is read, not kept: what runs the program has to be installed.
  expect(await pulumi(cwd, "plugin", "ls", "--json")).toBe("[]\n");
  await installPlugin(world.engine, version);
  await pulumi(cwd, "stack", "init", "dev");
  expect(await pulumi(cwd, "preview")).toContain(exampleAnswers["resolve-by-name"].training);
}, 120_000);

// With the files that are ours: what a package needs beside them is left to us by Pulumi's generators.
test.each([
  ["nodejs", "nodejs", ["LICENSE"], "package.json"],
  ["python", "python", ["LICENSE", "README.md"], "pulumi_compshare/pulumi-plugin.json"],
  ["go", "go", ["README.md"], "compshare/pulumi-plugin.json"],
  ["java", "java/src", ["main/resources/com/pulumi/compshare/plugin.json"], undefined],
])(
  "pulumi package gen-sdk makes the %s SDK from the built plugin, with the files of the committed one",
  async (language, folder, ours, naming) => {
    const cwd = await world.engine.project(`generated-${language}`, {});
    await pulumi(world.engine.directory, "package", "gen-sdk", plugin, "--language", language, "--out", cwd);
    const made = await readFolder(join(cwd, folder));
    const committed = await readFolder(join("sdk", folder));
    expect([...made.keys()]).toEqual([...committed.keys()].filter((file) => !ours.includes(file)));
    if (naming === undefined) return;
    expect(namedPlugin(made.get(naming))).toEqual({ resource: true, name: "compshare", version, server });
  },
  120_000,
);

/** What an SDK says of its plugin, in a file of its own or in package.json. */
function namedPlugin(file: Buffer | undefined): unknown {
  const text: { pulumi?: unknown } = JSON.parse(String(file));
  return text.pulumi ?? text;
}

test("pulumi package gen-sdk makes the .NET SDK where the logo can be fetched", async () => {
  const cwd = join(world.engine.directory, "dotnet");
  const schema = JSON.parse(await pulumi(world.engine.directory, "package", "get-schema", plugin));
  const port = listeningPort(logos);
  const local = join(world.engine.directory, "schema.json");
  await writeFile(local, JSON.stringify({ ...schema, logoUrl: `http://127.0.0.1:${port}/logo.png` }));
  await pulumi(world.engine.directory, "package", "gen-sdk", local, "--language", "dotnet", "--out", cwd);
  const made = await readFolder(join(cwd, "dotnet"));
  const committed = await readFolder("sdk/dotnet");
  expect([...made.keys()].filter((file) => !committed.has(file))).toEqual([]);
  expect(made.get("logo.png")?.equals(await readFile("docs/logo.png"))).toBe(true);
  expect(String(made.get("PulumiCompshare.Compshare.csproj"))).toBe(
    await readFile("sdk/dotnet/PulumiCompshare.Compshare.csproj", "utf8"),
  );
}, 120_000);
