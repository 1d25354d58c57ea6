import { rm } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, expect, jest, test } from "@jest/globals";
import { createEngineWorkspace, type EngineWorkspace } from "../support/engine/engine.ts";
import { questionProgram } from "../support/engine/lookup-program.ts";
import { createPinStacks, nothingThere, type PinStacks } from "../support/engine/pin-stacks.ts";
import { day, fileImage, fileName, fileOf, putFile } from "../support/listings/catalogue-files.ts";

jest.setTimeout(60_000);

let engine: EngineWorkspace;
let stacks: PinStacks;
let count = 0;

beforeAll(async () => {
  // No gateway and no keys: what works here works without them. The path is relative.
  engine = await createEngineWorkspace({ env: { ...nothingThere, COMPSHARE_CATALOG_FILE: fileName } });
  stacks = createPinStacks({ engine });
});
afterAll(() => engine.dispose());

const nine = fileImage("vLLM v0.9", 9);
const ten = fileImage("vLLM v0.10", 10);
const eleven = fileImage("vLLM v0.11", 11);

/** Starts a stack with a pin beside a file. */
async function startPin(properties: readonly string[], text: string): Promise<string> {
  const folder = await stacks.start(properties);
  await putFile(folder, text);
  return folder;
}

/** Asks a function, which a file answers. */
async function ask(name: string, argumentLines: readonly string[], text: string, config?: [string, string]) {
  count += 1;
  const program = questionProgram(`question-${count}`, name, argumentLines);
  const folder = await engine.project(`question-${count}`, { "Pulumi.yaml": program, [fileName]: text });
  await engine.pulumi(["stack", "init", `question-${count}`]);
  if (config !== undefined) await engine.pulumi(["config", "set", ...config]);
  const { code, stdout, stderr } = await engine.pulumi(["preview"]);
  return { code, text: `${stdout}${stderr}`, folder };
}

test("a new pin and a function are previewed without keys and without a network, and an update gets the same image", async () => {
  await startPin(["nameContains: vLLM", "mostRecent: true"], fileOf([nine, ten]));
  expect(await stacks.pulumi("preview")).toContain('pins "vLLM v0.10" (compshareImage-vLLMv010');
  await stacks.pulumi("up", "--yes", "--skip-preview");
  expect(await stacks.outputs()).toMatchObject({ id: ten.id, status: "Available" });
  const asked = await ask("getCompShareImage", ["name: vLLM v0.9"], fileOf([nine, ten]));
  expect(asked).toMatchObject({ code: 0 });
  expect(asked.text).toContain(nine.id);
});

test("a catalogue file that a stack's configuration names is found from the project's folder on, and has the list of tags", async () => {
  const { code, text } = await ask("getCompShareImageTags", ["region: cn-wlcb"], fileOf([nine]), [
    "compshare:catalogFile",
    `./${fileName}`,
  ]);
  expect({ code, text }).toMatchObject({ code: 0 });
  expect(text).toContain("vLLM");
});

test("a catalogue that the file does not list is an error that names what is there", async () => {
  const { code, text } = await ask(
    "getCompShareImages",
    ["source: custom"],
    fileOf([nine], { takenAt: day(-1) }),
  );
  expect(code).not.toBe(0);
  expect(text).toContain(
    `CONFIGURATION_INVALID: the catalogue file "${fileName}" of ${day(-1)} does not list custom in cn-wlcb; it has platform in cn-wlcb. Take a new snapshot with it`,
  );
});

test("any source takes what is there, with a warning", async () => {
  const { code, text } = await ask("getCompShareImage", ["source: any", "name: vLLM v0.9"], fileOf([nine]));
  expect({ code, text }).toMatchObject({ code: 0 });
  expect(text).toContain(nine.id);
  expect(text).toContain(
    `the catalogue file "${fileName}" of ${day(0)} does not list custom, shared, published, community in cn-wlcb; \`source\` any leaves that out`,
  );
});

test("an ID that is not in the file is said to be that, in functions and pins, and not to be absent", async () => {
  const asked = await ask(
    "getCompShareImage",
    ["id: compshareImage-new", "ifMissing: empty"],
    fileOf([nine]),
  );
  expect(asked.code).not.toBe(0);
  expect(asked.text).toContain(
    `the ID "compshareImage-new" of \`id\` is not in the catalogue file "${fileName}" of ${day(0)}; take a new snapshot.`,
  );
  await startPin(["imageId: compshareImage-new"], fileOf([nine]));
  const pinned = await stacks.run(["preview"]);
  expect(pinned.code).not.toBe(0);
  expect(pinned.text).toContain(
    `the ID "compshareImage-new" of \`imageId\` is not in the catalogue file "${fileName}" of ${day(0)}; take a new snapshot.`,
  );
  for (const { text } of [asked, pinned]) expect(text).not.toContain("no CompShare image");
});

test("a query that nothing matches says which file was asked", async () => {
  const { code, text } = await ask("getCompShareImage", ["name: vLLM v0.12"], fileOf([nine, ten]));
  expect(code).not.toBe(0);
  expect(text).toContain(
    `This is what the catalogue file "${fileName}" of ${day(0)} has; a new snapshot may have more.`,
  );
});

test("a file of more than 14 days is used with a warning, and refused above catalogMaxAgeDays", async () => {
  const old = fileOf([nine], { takenAt: day(-15) });
  const warned = await ask("getCompShareImage", ["name: vLLM v0.9"], old);
  expect(warned).toMatchObject({ code: 0 });
  expect(warned.text).toContain(
    `the catalogue file "${fileName}" was taken on ${day(-15)}, 15 days ago; take a new snapshot`,
  );
  const young = await ask("getCompShareImage", ["name: vLLM v0.9"], fileOf([nine], { takenAt: day(-14) }));
  expect(young.text).not.toContain("days ago");
  const refused = await ask("getCompShareImage", ["name: vLLM v0.9"], old, [
    "compshare:catalogMaxAgeDays",
    "14",
  ]);
  expect(refused.code).not.toBe(0);
  expect(refused.text).toContain(
    `CONFIGURATION_INVALID: the catalogue file "${fileName}" was taken on ${day(-15)}, 15 days ago, and \`catalogMaxAgeDays\` allows 14; take a new snapshot`,
  );
});

test.each([
  [
    "that git has merged with conflicts",
    `<<<<<<< HEAD\n${fileOf([nine])}`,
    "is broken: line 1, column 1 is not JSON",
  ],
  ["that ends in the middle", fileOf([nine]).slice(0, 150), /is broken: line 3, column \d+ is not JSON/],
  [
    "with a member of the wrong kind",
    fileOf([nine]).replace('"name":"vLLM v0.9"', '"name":9'),
    "is broken: listings[0].images[0].name is missing or of the wrong kind",
  ],
  [
    "with an image twice",
    fileOf([nine, { ...nine, name: "other" }]),
    "is broken: listings[0].images[1] is there twice",
  ],
  [
    "of a later major version",
    fileOf([nine]).replace("compshare-catalog/1", "compshare-catalog/2"),
    'has the schema "compshare-catalog/2", and this version reads compshare-catalog/1; update the plugin',
  ],
])("a file %s is an error with its path and the place", async (_case, text, expected) => {
  const asked = await ask("getCompShareImage", ["name: vLLM v0.9"], text);
  expect(asked.code).not.toBe(0);
  expect(asked.text).toContain(`CONFIGURATION_INVALID: the catalogue file "${fileName}"`);
  if (typeof expected === "string") expect(asked.text).toContain(expected);
  else expect(asked.text).toMatch(expected);
});

test("members that this version does not know are ignored", async () => {
  const text = fileOf([nine])
    .replace("compshare-catalog/1", "compshare-catalog/1.7")
    .replace('"takenAt"', '"by":{"who":1},"takenAt"')
    .replace('"name":"vLLM v0.9"', '"name":"vLLM v0.9","mood":["good"]');
  expect(await ask("getCompShareImage", ["name: vLLM v0.9"], text)).toMatchObject({ code: 0 });
});

test("a pin that holds asks nothing, also where the file is gone", async () => {
  const folder = await startPin(["nameContains: vLLM", "mostRecent: true"], fileOf([nine, ten]));
  await stacks.pulumi("up", "--yes", "--skip-preview");
  await rm(join(folder, fileName));
  await stacks.pulumi("preview", "--expect-no-changes");
  await stacks.edit(["nameContains: v0.1", "mostRecent: true"]);
  const { code, text } = await stacks.run(["preview"]);
  expect(code).not.toBe(0);
  expect(text).toContain(`the catalogue file "${fileName}" does not exist`);
});

test.each([
  ["follow", ["nameContains: vLLM", "policy: follow"]],
  ["withinRange", ["nameContains: vLLM", "policy: withinRange", "version: '0.x'"]],
])(
  "%s never moves on a file that was not taken after the pin, and moves on a later one",
  async (_policy, properties) => {
    const folder = await startPin(properties, fileOf([nine]));
    await stacks.pulumi("up", "--yes", "--skip-preview");
    for (const takenAt of [day(-3), day(0)]) {
      await putFile(folder, fileOf([nine, ten], { takenAt }));
      expect(await stacks.pulumi("preview", "--expect-no-changes")).toContain(
        `the catalogue file of ${takenAt} was not taken after this pin; stays with "vLLM v0.9"`,
      );
    }
    await putFile(folder, fileOf([nine, ten], { takenAt: day(1) }));
    expect(await stacks.pulumi("preview")).toContain('moves from "vLLM v0.9"');
  },
);

test("an edited query keeps a pin whose image is not in the file, with a warning, and moves one that no longer fits", async () => {
  const folder = await startPin(["name: vLLM v0.10"], fileOf([nine, ten]));
  await stacks.pulumi("up", "--yes", "--skip-preview");
  await putFile(folder, fileOf([nine, eleven], { takenAt: day(1) }));
  await stacks.edit(["nameContains: vLLM", "mostRecent: true"]);
  const kept = await stacks.pulumi("preview");
  expect(kept).toContain(
    `the catalogue file of ${day(1)} does not have the pinned image, so it cannot say whether the query still fits; stays with "vLLM v0.10"`,
  );
  expect(kept).not.toContain("replace");
  await putFile(folder, fileOf([nine, ten, eleven], { takenAt: day(1) }));
  await stacks.edit(["name: vLLM v0.11"]);
  expect(await stacks.pulumi("preview")).toContain('moves from "vLLM v0.10"');
});

test.each([
  ["that was not taken after the pin", fileOf([nine]), `of ${day(0)} was not taken after this pin`],
  [
    "that does not list its catalogue",
    fileOf([], { takenAt: day(1), listings: [{ source: "community", region: "cn-wlcb", images: [nine] }] }),
    `of ${day(1)} does not have the image`,
  ],
  [
    "that does not list its region",
    fileOf([], { takenAt: day(1), listings: [{ source: "platform", region: "cn-sh2", images: [nine] }] }),
    `of ${day(1)} does not have the image`,
  ],
])("a refresh from a file %s writes no Gone, with a warning", async (_case, text, warning) => {
  const folder = await startPin(["name: vLLM v0.10"], fileOf([nine, ten]));
  await stacks.pulumi("up", "--yes", "--skip-preview");
  await putFile(folder, text);
  expect(await stacks.pulumi("refresh", "--yes", "--skip-preview")).toContain(
    `warning: base: the catalogue file ${warning}; its status stays as it was`,
  );
  expect(await stacks.pin()).toMatchObject({ id: ten.id, outputs: { status: "Available", warnings: [] } });
});

test("a refresh from a later file that lists the pin's catalogue tells what is newer, and what is gone", async () => {
  const folder = await startPin(["nameContains: vLLM", "mostRecent: true"], fileOf([nine, ten]));
  await stacks.pulumi("up", "--yes", "--skip-preview");
  await putFile(folder, fileOf([ten, eleven], { takenAt: day(1) }));
  await stacks.pulumi("refresh", "--yes", "--skip-preview");
  expect(await stacks.pin()).toMatchObject({
    outputs: { status: "Available", newerAvailable: { id: eleven.id } },
  });
  await putFile(folder, fileOf([nine], { takenAt: day(1) }));
  await stacks.pulumi("refresh", "--yes", "--skip-preview");
  expect(await stacks.pin()).toMatchObject({ id: ten.id, outputs: { status: "Gone" } });
});

test("an import of an ID that is not in the file says so", async () => {
  const folder = await startPin(["name: vLLM v0.9"], fileOf([nine]));
  expect(folder).not.toBe("");
  const { code, text } = await stacks.run([
    "import",
    "--yes",
    "--skip-preview",
    "compshare:index:ImagePin",
    "other",
    "compshareImage-new",
  ]);
  expect(code).not.toBe(0);
  expect(text).toContain("is not in the catalogue file");
});
