import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, expect, jest, test } from "@jest/globals";
import { type CliResult, runCli } from "../support/cli/run-cli.ts";
import {
  type EngineAndSimulator,
  startEngineAndSimulator,
  yamlProgram,
} from "../support/engine/lookup-program.ts";
import { familyImage } from "../support/engine/pin-stacks.ts";
import { environmentOf } from "../support/simulator/environment-of.ts";

jest.setTimeout(120_000);

let world: EngineAndSimulator;
let folder = "";

const streaming = { PULUMI_ENABLE_STREAMING_JSON_PREVIEW: "1" };

/** A program with a pin for each family, and a machine that takes the image of the first one. */
function program(pins: Readonly<Record<string, readonly string[]>>): string {
  const resources = Object.entries(pins).flatMap(([name, properties]) => [
    `  ${name}:`,
    "    type: compshare:ImagePin",
    "    properties:",
    ...properties.map((line) => `      ${line}`),
  ]);
  const machine = [
    "  machine:",
    "    type: pulumi:index:Stash",
    "    properties:",
    "      input: ${moves.imageId}",
  ];
  return yamlProgram("shop", ["resources:", ...resources, ...machine, ""].join("\n"));
}

const pins = {
  moves: ["nameContains: moves v", "policy: follow"],
  stays: ["nameContains: stays v"],
  withdrawn: ["nameContains: withdrawn v"],
  gone: ["nameContains: gone v"],
  removed: ["nameContains: removed v"],
};

async function pulumi(args: readonly string[], env: Readonly<Record<string, string>> = {}): Promise<string> {
  const { code, stdout, stderr } = await world.engine.pulumi(args, { env });
  expect({ args, code, stderr }).toMatchObject({ args, code: 0 });
  return stdout;
}

/** Writes what a Pulumi command prints into a file of the project. */
async function save(name: string, text: string): Promise<string> {
  const path = join(folder, name);
  await writeFile(path, text);
  return path;
}

/** The command line with the simulator's keys. */
function withKeys(...args: string[]): Promise<CliResult> {
  const environment = { ...world.engine.env, ...environmentOf(world.simulator) };
  return runCli(args, { cwd: folder, environment });
}

beforeAll(async () => {
  world = await startEngineAndSimulator();
  const { simulator } = world;
  for (const family of Object.keys(pins)) simulator.putImage(familyImage(`${family} v1`, `${family}1`, 1));
  folder = await world.engine.project("shop", { "Pulumi.yaml": program(pins) });
  await pulumi(["stack", "init", "dev"]);
  await pulumi(["up", "--yes", "--skip-preview"]);
  simulator.putImage({ ...familyImage("moves v2", "moves2", 9), Price: 0.5, Tags: ["Qwen"] });
  simulator.putImage(familyImage("withdrawn v2", "withdrawn2", 8));
  simulator.patchImage("compshareImage-withdrawn1", { Status: "Offline" });
  simulator.removeImage("compshareImage-gone1");
  simulator.putImage(familyImage("created v1", "created1", 7));
  const { removed: _removed, ...others } = pins;
  await writeFile(join(folder, "Pulumi.yaml"), program({ ...others, created: ["nameContains: created v"] }));
});
afterAll(() => world.dispose());

const kinds = {
  moves: ["moved", "compshareImage-moves1", "compshareImage-moves2"],
  stays: ["unchanged", "compshareImage-stays1", "compshareImage-stays1"],
  withdrawn: ["unchanged", "compshareImage-withdrawn1", "compshareImage-withdrawn1"],
  gone: ["unchanged", "compshareImage-gone1", "compshareImage-gone1"],
  removed: ["removed", "compshareImage-removed1", undefined],
  created: ["created", undefined, "compshareImage-created1"],
};

interface JsonPin {
  readonly pin: string;
  readonly kind: string;
  readonly before?: { readonly id: string };
  readonly after?: { readonly id: string };
  readonly effects: readonly unknown[];
  readonly status?: string;
  readonly newer?: { readonly id: string };
}

async function reported(...files: string[]): Promise<readonly JsonPin[]> {
  const args = files.flatMap((file) => ["--preview", file]);
  // No keys and no gateway: a preview says all that is needed.
  const { code, stdout, stderr } = await runCli(["report", "--json", ...args], { cwd: folder });
  expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
  return JSON.parse(stdout).sections.flatMap((section: { pins: JsonPin[] }) => section.pins);
}

test.each([
  // The digest leaves out what stays.
  ["the digest", {}, ["moves", "removed", "created"]],
  ["the events", streaming, Object.keys(kinds)],
])(
  "a report of %s of a preview names what is created, moves, stays and goes, and what changes with it",
  async (form, env, names) => {
    const file = await save(`${form}.json`, await pulumi(["preview", "--json"], env));
    const found = await reported(file);
    expect(
      Object.fromEntries(found.map(({ pin, kind, before, after }) => [pin, [kind, before?.id, after?.id]])),
    ).toEqual(Object.fromEntries(Object.entries(kinds).filter(([pin]) => names.includes(pin))));
    const move = found.find(({ pin }) => pin === "moves");
    expect(move).toMatchObject({
      before: { name: "moves v1", version: "1.0.0", publishedAt: "2026-01-01T00:00:00Z" },
      after: {
        name: "moves v2",
        version: "2.0.0",
        publishedAt: "2026-01-09T00:00:00Z",
        price: 0.5,
        tags: ["Qwen"],
      },
      effects: [{ name: "machine", type: "pulumi:index:Stash", op: "update" }],
    });
  },
);

// The digest of such a preview shows the state before the refresh.
test("the events of a preview with a refresh tell what is newer, withdrawn and gone", async () => {
  const file = await save("refresh.json", await pulumi(["preview", "--json", "--refresh"], streaming));
  const found = await reported(file);
  const known = found.filter(({ kind }) => kind === "unchanged");
  expect(known.map(({ pin, status, newer }) => [pin, status, newer?.id])).toEqual(
    expect.arrayContaining([
      ["stays", "Available", undefined],
      ["withdrawn", "Offline", "compshareImage-withdrawn2"],
      ["gone", "Gone", undefined],
    ]),
  );
  const { stdout } = await runCli(["report", "--preview", file, "--format", "github"], { cwd: folder });
  expect(stdout.split("\n")).toEqual(
    expect.arrayContaining([
      "::notice::moves moves from moves v1 (compshareImage-moves1) to moves v2 (compshareImage-moves2)",
      "::error::gone pins gone v1 (compshareImage-gone1), which CompShare no longer has",
      "::warning::withdrawn pins withdrawn v1 (compshareImage-withdrawn1), whose status is Offline",
      "::notice::withdrawn pins withdrawn v1 (compshareImage-withdrawn1); withdrawn v2 (compshareImage-withdrawn2) is newer",
    ]),
  );
});

interface JsonStanding {
  readonly pin: string;
  readonly stack: string;
  readonly findings: readonly { readonly kind: string; readonly image?: { readonly id: string } }[];
}

function standings(text: string): Readonly<Record<string, readonly string[]>> {
  const { pins: found }: { pins: readonly JsonStanding[] } = JSON.parse(text);
  return Object.fromEntries(
    found.map(({ pin, findings }) => [
      pin,
      findings.map(({ kind, image }) => (image === undefined ? kind : `${kind} ${image.id}`)),
    ]),
  );
}

test("outdated finds the same from the exported state, from a preview and from the stack itself", async () => {
  const wanted = {
    moves: ["newer compshareImage-moves2"],
    stays: [],
    withdrawn: ["withdrawn", "newer compshareImage-withdrawn2"],
    gone: ["gone"],
    removed: [],
  };
  const file = await save("state.json", await pulumi(["stack", "export"]));
  const fromFile = await withKeys("outdated", "--state", file, "--json");
  expect({ ...fromFile, stdout: standings(fromFile.stdout) }).toEqual({
    code: 0,
    stderr: "",
    stdout: wanted,
  });
  const fromStack = await withKeys("outdated", "--stack", "dev", "--json", "--expect-current");
  expect({ ...fromStack, stdout: standings(fromStack.stdout) }).toEqual({
    code: 7,
    stderr: "",
    stdout: wanted,
  });
  const preview = await save("preview.json", await pulumi(["preview", "--json"], streaming));
  const { removed: _removed, moves: _moves, ...others } = wanted;
  const fromPreview = await withKeys("outdated", "--state", preview, "--json");
  expect(standings(fromPreview.stdout)).toEqual({ ...others, moves: [], created: [] });
});

test("several stacks are several sections, and a stack without pins says so", async () => {
  const dev = await save("dev.json", await pulumi(["preview", "--json"]));
  const whole = await world.engine.project("empty", {
    "Pulumi.yaml": yamlProgram("empty", "outputs:\n  a: 1\n"),
  });
  await pulumi(["stack", "init", "prod"]);
  const prod = join(whole, "prod.json");
  await writeFile(prod, await pulumi(["preview", "--json"]));
  const { code, stdout } = await runCli(["report", "--preview", dev, "--preview", prod], { cwd: folder });
  expect(code).toBe(0);
  expect(stdout).toContain("shop/dev\n");
  expect(stdout).toContain("empty/prod\nThere are no pinned images.\n");
  const state = join(whole, "state.json");
  await writeFile(state, await pulumi(["stack", "export"]));
  // No keys are needed where there is nothing to ask.
  const none = await runCli(["outdated", "--state", state], { cwd: folder });
  expect(none).toEqual({ code: 0, stdout: "There are no pinned images.\n", stderr: "" });
});

test.each([
  ["the digest", {}],
  ["the events", streaming],
])("a preview that failed is reported with what it tells, and fails the command: %s", async (form, env) => {
  const whole = await world.engine.project("broken", {
    "Pulumi.yaml": yamlProgram(
      "broken",
      "resources:\n  bad:\n    type: compshare:ImagePin\n    properties:\n      name: nothing like it\n",
    ),
  });
  await world.engine.pulumi(["stack", "init", "dev"]);
  const { code, stdout } = await world.engine.pulumi(["preview", "--json"], { env });
  expect(code).not.toBe(0);
  const file = join(whole, `${form}.json`);
  await writeFile(file, stdout);
  const result = await runCli(["report", "--preview", file], { cwd: folder });
  expect(result.code).toBe(1);
  expect(result.stdout).toContain("The preview failed, so changes may be missing.\n");
  expect(result.stderr).toBe("error: the preview of broken/dev failed, so changes may be missing\n");
});

test("a secret query stays secret: whether there is a newer image cannot be said", async () => {
  await world.engine.project("hush", {
    "Pulumi.yaml": yamlProgram(
      "hush",
      "resources:\n  base:\n    type: compshare:ImagePin\n    properties:\n      nameContains: {fn::secret: stays v}\n",
    ),
  });
  await pulumi(["stack", "init", "dev"]);
  await pulumi(["up", "--yes", "--skip-preview"]);
  const file = await save("hush.json", await pulumi(["stack", "export"]));
  const { code, stdout } = await withKeys("outdated", "--state", file, "--expect-current");
  expect(code).toBe(0);
  expect(stdout).toContain(
    "base pins compshareImage-stays1; whether there is a newer image cannot be said: its query has secret values, which only Pulumi can read",
  );
});
