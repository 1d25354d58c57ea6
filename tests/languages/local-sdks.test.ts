import { readFile, writeFile } from "node:fs/promises";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { join, resolve } from "node:path";
import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { getDotnetHost, getJavaHost } from "../../tools/codegen/build.ts";
import { createReport } from "../../tools/engine/report.ts";
import { readFolder } from "../../tools/generate/folder.ts";
import { readIdentity } from "../../tools/repository.ts";
import { installPlugin } from "../support/engine/language-programs.ts";
import { type EngineAndSimulator, startEngineAndSimulator } from "../support/engine/lookup-program.ts";
import { exampleAnswers } from "../support/engine/run-example.ts";

const plugin = resolve("dist/pulumi-resource-compshare");
let world: EngineAndSimulator;
let logos: Server;
let version: string;

beforeAll(async () => {
  const report = createReport(process.stderr);
  await getJavaHost(report);
  await getDotnetHost(report);
  ({ version } = await readIdentity());
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
  await installPlugin(world.engine, version);
  await pulumi(cwd, "stack", "init", "dev");
  expect(await pulumi(cwd, "preview")).toContain(exampleAnswers["resolve-by-name"].training);
}, 120_000);

test("pulumi package gen-sdk makes the Java SDK from the built plugin, with the files of the committed one", async () => {
  const cwd = await world.engine.project("generated", {});
  await pulumi(world.engine.directory, "package", "gen-sdk", plugin, "--language", "java", "--out", cwd);
  const made = [...(await readFolder(join(cwd, "java/src"))).keys()];
  const committed = [...(await readFolder("sdk/java/src")).keys()];
  // What the host finds in the jar is ours: Pulumi's generator leaves it to the build.
  const added = "main/resources/com/pulumi/compshare/plugin.json";
  expect(made).toEqual(committed.filter((file) => file !== added));
}, 120_000);

test("pulumi package gen-sdk makes the .NET SDK where the logo can be fetched", async () => {
  const cwd = join(world.engine.directory, "dotnet");
  const schema = JSON.parse(await pulumi(world.engine.directory, "package", "get-schema", plugin));
  const { port } = logos.address() as AddressInfo;
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
