import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, beforeEach, expect, jest, test } from "@jest/globals";
import { type EngineAndSimulator, startEngineAndSimulator, yamlProgram } from "../support/lookup-program.ts";

const newest = "compshareImage-1t1vuerl80np";
const published = {
  CompShareImageId: "compshareImage-9newer000001",
  Name: "cuda135_torch300_py314",
  ImageType: "App",
  Status: "Available",
  PubTime: 1_795_000_000,
};
// Some lives of a pin take many commands.
jest.setTimeout(60_000);

/** No gateway and no keys: whatever still works needs neither. */
const dead = {
  COMPSHARE_BASE_URL: "http://127.0.0.1:1",
  COMPSHARE_PUBLIC_KEY: "",
  COMPSHARE_PRIVATE_KEY: "",
};

let world: EngineAndSimulator;
let folder: string;
let stacks = 0;

beforeAll(async () => {
  world = await startEngineAndSimulator();
});
beforeEach(() => {
  world.simulator.putImage(published);
  world.simulator.removeImage(published.CompShareImageId);
  world.simulator.resetRequests();
});
afterAll(() => world.dispose());

function program(properties: string, options = ""): string {
  const lines = properties
    .split("\n")
    .map((line) => `      ${line}\n`)
    .join("");
  return yamlProgram(
    "pin",
    `resources:\n  base:\n    type: compshare:ImagePin\n    properties:\n${lines}${options}outputs:\n  id: \${base.imageId}\n  newer: \${base.newerAvailable}\n  status: \${base.status}\n`,
  );
}

async function start(properties: string, options = ""): Promise<void> {
  stacks += 1;
  folder = await world.engine.project(`pin-${stacks}`, { "Pulumi.yaml": program(properties, options) });
  expect(await world.engine.pulumi(["stack", "init", `pin-${stacks}`])).toMatchObject({ code: 0 });
}

async function edit(properties: string, options = ""): Promise<void> {
  await writeFile(join(folder, "Pulumi.yaml"), program(properties, options));
}

async function run(args: readonly string[], env: Readonly<Record<string, string>> = {}) {
  const { code, stdout, stderr } = await world.engine.pulumi(args, { env });
  return { code, text: `${stdout}${stderr}` };
}

async function pulumi(...args: string[]): Promise<string> {
  const result = await run(args);
  expect({ args, ...result }).toMatchObject({ code: 0 });
  return result.text;
}

async function outputs(): Promise<Record<string, unknown>> {
  return JSON.parse((await world.engine.pulumi(["stack", "output", "--json"])).stdout);
}

const latest = "nameContains: cuda13\nmostRecent: true";

test("a pin shows the true ID in its first preview", async () => {
  await start(latest);
  expect(await pulumi("preview")).toContain(newest);
});

test("a held pin needs no gateway and no keys, and stays while images are published and its own is withdrawn", async () => {
  await start(latest);
  await pulumi("up", "--yes");
  world.simulator.putImage(published);
  world.simulator.patchImage(newest, { Status: "Offline" });
  world.simulator.resetRequests();
  const preview = await run(["preview", "--expect-no-changes"], dead);
  const up = await run(["up", "--yes"], dead);
  world.simulator.patchImage(newest, { Status: "Available" });
  expect([preview.code, up.code]).toEqual([0, 0]);
  expect(world.simulator.requests).toHaveLength(0);
  expect(await outputs()).toMatchObject({ id: newest });
  expect((await run(["destroy", "--yes"], dead)).code).toBe(0);
});

test("an edited query that still fits keeps the image, and one that does not replaces it", async () => {
  await start(latest);
  await pulumi("up", "--yes");
  await edit("nameContains: cuda132\nmostRecent: true");
  expect(await pulumi("up", "--yes")).toContain("1 updated");
  expect(await outputs()).toMatchObject({ id: newest });
  await edit("name: cuda128_torch291_py312");
  const moved = await pulumi("up", "--yes");
  expect(moved).toContain("1 replaced");
  expect(moved).toContain(`moves from "cuda132_torch2130_py312" (${newest}, published 2026-06-30)`);
  expect(moved).toContain('to "cuda128_torch291_py312" (compshareImage-1minbz219ceq, published');
  expect(await outputs()).toMatchObject({ id: "compshareImage-1minbz219ceq" });
});

test("changed keepers ask again; the same answer replaces nothing and another one does", async () => {
  await start(`${latest}\nkeepers: {week: "1"}`);
  await pulumi("up", "--yes");
  await edit(`${latest}\nkeepers: {week: "2"}`);
  expect(await pulumi("up", "--yes")).toContain("1 updated");
  world.simulator.putImage(published);
  await edit(`${latest}\nkeepers: {week: "3"}`);
  expect(await pulumi("up", "--yes")).toContain("1 replaced");
  expect(await outputs()).toMatchObject({ id: published.CompShareImageId });
});

test("a protected pin is not moved", async () => {
  await start(latest, "    options:\n      protect: true\n");
  await pulumi("up", "--yes");
  await edit("name: cuda128_torch291_py312", "    options:\n      protect: true\n");
  const { code, text } = await run(["up", "--yes"]);
  expect(code).not.toBe(0);
  expect(text).toContain("protect");
  expect(await outputs()).toMatchObject({ id: newest });
});

test("follow moves to the newest match, withinRange to the highest version of its range and never lower", async () => {
  await start("nameContains: vLLM\npolicy: follow");
  await pulumi("up", "--yes");
  const { id } = await outputs();
  const version = (one: string) => ({ ...published, Name: `vLLM v${one}`, VersionName: one });
  world.simulator.putImage(version("0.9.9"));
  expect(await pulumi("up", "--yes")).toContain("1 replaced");
  expect(await outputs()).toMatchObject({ id: published.CompShareImageId });
  await edit('nameContains: vLLM\npolicy: withinRange\nversion: ">=0.9 <0.13"');
  await pulumi("up", "--yes");
  expect(await outputs()).toMatchObject({ id });
  world.simulator.putImage(version("0.12.10"));
  await pulumi("up", "--yes");
  expect(await outputs()).toMatchObject({ id: published.CompShareImageId });
  world.simulator.patchImage(published.CompShareImageId, { Status: "Offline" });
  expect(await pulumi("preview", "--expect-no-changes")).not.toContain("moves from");
});

test("a refresh tells the newer image, the state and that an image is gone, and never moves the pin", async () => {
  await start(latest);
  await pulumi("up", "--yes");
  world.simulator.putImage(published);
  await pulumi("refresh", "--yes");
  await pulumi("up", "--yes");
  expect(await outputs()).toMatchObject({
    id: newest,
    status: "Available",
    newer: { id: published.CompShareImageId, version: "3.0.0", publishedAt: "2026-11-18T11:06:40Z" },
  });
  await edit(`${latest}\nkeepers: {week: "1"}`);
  await pulumi("up", "--yes");
  world.simulator.removeImage(published.CompShareImageId);
  expect(await pulumi("refresh", "--yes")).toContain("CompShare no longer has the image");
  await pulumi("up", "--yes");
  expect(await outputs()).toMatchObject({ id: published.CompShareImageId, status: "Gone" });
});

test("a preview with --refresh stays without changes and shows the newer image", async () => {
  await start(latest);
  await pulumi("up", "--yes");
  world.simulator.putImage(published);
  expect(await pulumi("preview", "--expect-no-changes")).not.toContain(published.CompShareImageId);
  expect(await pulumi("preview", "--expect-no-changes", "--refresh")).toContain(published.CompShareImageId);
});

test("an outage during a refresh is an error that keeps the state", async () => {
  await start(latest);
  await pulumi("up", "--yes");
  const before = await pulumi("stack", "export");
  const { code, text } = await run(["refresh", "--yes"], {
    ...dead,
    COMPSHARE_PUBLIC_KEY: "a",
    COMPSHARE_PRIVATE_KEY: "b",
  });
  expect(code).not.toBe(0);
  expect(text).toContain("TRANSPORT_FAILED: NET_CONNECT");
  expect(JSON.parse(await pulumi("stack", "export")).deployment.resources).toEqual(
    JSON.parse(before).deployment.resources,
  );
});

test("an import gives inputs that preview without changes, and a missing image does not exist", async () => {
  await start("imageId: compshareImage-1minbz219ceq");
  const program = await readFile(join(folder, "Pulumi.yaml"), "utf8");
  const imported = await pulumi(
    "import",
    "compshare:index:ImagePin",
    "base",
    "compshareImage-1minbz219ceq",
    "--yes",
  );
  expect(imported).toContain("imageId: compshareImage-1minbz219ceq");
  await writeFile(
    join(folder, "Pulumi.yaml"),
    program.replace("outputs:", "    options:\n      protect: true\noutputs:"),
  );
  await pulumi("preview", "--expect-no-changes");
});

test.each([
  [
    "imageId with a query",
    "imageId: compshareImage-1minbz219ceq\nname: ComfyUI",
    "`imageId` names the image, so there is nothing to ask; leave it or `name` out",
  ],
  [
    "withinRange without version",
    "name: ComfyUI\npolicy: withinRange",
    "`policy` withinRange needs `version`",
  ],
  [
    "an unknown policy",
    "name: ComfyUI\npolicy: never",
    '`policy` must be one of "hold", "follow", "withinRange"',
  ],
  [
    "follow in the community without a publisher",
    "name: ComfyUI\nsource: community\npolicy: follow",
    "anybody can publish an image under any name",
  ],
])("%s is refused before anything is sent", async (_case, properties, text) => {
  await start(properties);
  const preview = await run(["preview"]);
  expect(preview.code).not.toBe(0);
  expect(preview.text).toContain(text);
  expect(world.simulator.requests).toHaveLength(0);
});

test("an image that does not exist is not pinned", async () => {
  await start("imageId: compshareImage-1minbz219zzz\nsource: platform");
  const { code, text } = await run(["up", "--yes"]);
  expect(code).not.toBe(0);
  expect(text).toContain("of `imageId`");
});

test("an input that is not known before the deployment makes the outputs unknown, and asks nothing", async () => {
  const withStash = (properties: string): string =>
    program(properties).replace(
      "resources:\n",
      "resources:\n  note:\n    type: pulumi:index:Stash\n    properties:\n      input: anything\n",
    );
  await start(latest);
  await writeFile(join(folder, "Pulumi.yaml"), withStash(`${latest}\nkeepers:\n  note: \${note.id}`));
  const preview = await pulumi("preview");
  expect(preview).toContain("[unknown]");
  expect(world.simulator.requests).toHaveLength(0);
  await pulumi("up", "--yes");
  expect(await outputs()).toMatchObject({ id: newest });
});

test("a secret input makes the output of its own name secret, and the image's ID stays readable", async () => {
  await start("name:\n  fn::secret: ComfyUI");
  await pulumi("up", "--yes");
  const state: {
    deployment: { resources: { type: string; outputs?: Record<string, unknown>; id?: string }[] };
  } = JSON.parse(await pulumi("stack", "export"));
  const pin = state.deployment.resources.find(({ type }) => type === "compshare:index:ImagePin");
  expect(typeof pin?.outputs?.["name"]).toBe("object");
  expect(pin?.outputs?.["imageId"]).toBe(pin?.id);
});

test("an engine that is killed while it creates leaves a readable state, and the next run converges", async () => {
  await start(latest);
  world.simulator.failNext("hang", 1);
  const up = world.engine.start(["up", "--yes", "--skip-preview"]);
  while (world.simulator.requests.length === 0) await new Promise((resolve) => setTimeout(resolve, 20));
  up.signal("SIGKILL");
  await up.done.catch(() => undefined);
  await run(["cancel", "--yes"]);
  await pulumi("stack", "export");
  await pulumi("up", "--yes");
  expect(await outputs()).toMatchObject({ id: newest });
});
