import { symlink, writeFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import { expect, jest, test } from "@jest/globals";
import { createReport } from "../../tools/engine/report.ts";
import { installUserModules } from "../../tools/user/install.ts";
import { useEngineAndSimulator } from "../support/engine/lookup-program.ts";
import { createPinStacks, familyImage, nothingThere } from "../support/engine/pin-stacks.ts";

jest.setTimeout(60_000);

const world = useEngineAndSimulator();
const stacks = createPinStacks(world);

const training = "compshareImage-1minbz219ceq";
const byName = ["name: cuda128_torch291_py312"];

/** A resource whose ID is not known before it is deployed. */
const stash = ["  note:", "    type: pulumi:index:Stash", "    properties: {input: anything}"];

test("the first preview shows the true ID, to what uses it too", async () => {
  const user = ["  machine:", "    type: pulumi:index:Stash", "    properties:"];
  await stacks.start(byName, { resources: [...user, "      input: ${base.imageId}"] });
  const preview = await stacks.pulumi("preview", "--diff");
  expect(preview).toContain(`input: "${training}"`);
  expect(preview).toContain(`id    : "${training}"`);
  expect(preview).not.toContain("output<string>");
});

test("a held pin needs no gateway and no keys, and stays while images are published and its own is withdrawn and gone", async () => {
  const { simulator } = world;
  simulator.putImage(familyImage("held v1.0", "held00000001", 1));
  await stacks.start(["nameContains: held", "mostRecent: true"]);
  await stacks.pulumi("up", "--yes");
  const { id } = await stacks.outputs();
  expect(id).toBe("compshareImage-held00000001");
  simulator.putImage(familyImage("held v1.1", "held00000002", 2));
  simulator.resetRequests();
  for (const withdraw of [
    () => simulator.patchImage("compshareImage-held00000001", { Status: "Offline" }),
    () => simulator.removeImage("compshareImage-held00000001"),
  ]) {
    withdraw();
    expect(await stacks.run(["preview", "--expect-no-changes"], nothingThere)).toMatchObject({ code: 0 });
  }
  const revoked = { COMPSHARE_PRIVATE_KEY: "revoked" };
  expect(await stacks.run(["up", "--yes"], revoked)).toMatchObject({ code: 0 });
  expect(await stacks.run(["up", "--yes"], nothingThere)).toMatchObject({ code: 0 });
  expect(await stacks.outputs()).toMatchObject({ id });
  expect(simulator.requests).toHaveLength(0);
});

test("a pin is deleted without a gateway and without keys", async () => {
  await stacks.start(byName);
  await stacks.pulumi("up", "--yes", "--skip-preview");
  world.simulator.resetRequests();
  const { code, text } = await stacks.run(["destroy", "--yes"], nothingThere);
  expect({ code, text }).toMatchObject({ code: 0 });
  expect(text).toContain("2 deleted");
  expect(world.simulator.requests).toHaveLength(0);
});

test("an image given by hand is looked up once, and held from then on", async () => {
  const { simulator } = world;
  simulator.putImage(familyImage("explicit v1.0", "explicit0001", 1));
  await stacks.start(["imageId: compshareImage-explicit0001"]);
  await stacks.pulumi("up", "--yes", "--skip-preview");
  expect(simulator.requests).toHaveLength(1);
  expect(await stacks.outputs()).toMatchObject({ id: "compshareImage-explicit0001" });
  simulator.removeImage("compshareImage-explicit0001");
  expect(await stacks.run(["preview", "--expect-no-changes"], nothingThere)).toMatchObject({ code: 0 });
  expect(simulator.requests).toHaveLength(1);
});

test("an image given by hand that does not exist is a failure of the property", async () => {
  await stacks.start(["imageId: compshareImage-1minbz219zzz"]);
  const { code, text } = await stacks.run(["preview"]);
  expect(code).not.toBe(0);
  expect(text).toContain(
    'property imageId value {compshareImage-1minbz219zzz} has a problem: no CompShare image has the ID "compshareImage-1minbz219zzz"',
  );
});

test.each([
  [
    "imageId with a query",
    [`imageId: ${training}`, "name: ComfyUI"],
    "property imageId value {compshareImage-1minbz219ceq} has a problem: `imageId` names the image, so there is nothing to ask; leave it or `name` out",
  ],
  [
    "withinRange without version",
    ["name: ComfyUI", "policy: withinRange"],
    "property policy value {withinRange} has a problem: `policy` withinRange needs `version`",
  ],
  [
    "an unknown policy",
    ["name: ComfyUI", "policy: never"],
    'property policy value {never} has a problem: `policy` must be one of "hold", "follow", "withinRange"',
  ],
  [
    "follow in the community without a publisher",
    ["name: ComfyUI", "source: community", "policy: follow"],
    "property policy value {follow} has a problem: `policy` with `source` community needs `author`, `ownerAccountId`, `groupId`, `officialOnly` or `certifiedOnly`",
  ],
])("%s is refused before anything is sent", async (_case, properties, text) => {
  await stacks.start(properties);
  const preview = await stacks.run(["preview"]);
  expect(preview.code).not.toBe(0);
  expect(preview.text).toContain(text);
  expect(world.simulator.requests).toHaveLength(0);
});

test("an input that is not known before the deployment makes every output unknown, and asks nothing", async () => {
  const properties = [...byName, "tags: [PyTorch]", "keepers:", "  note: ${note.id}"];
  const outputs = ["  name: ${base.name}", "  tags: ${base.tags}"];
  await stacks.start(properties, { resources: stash, outputs });
  const preview = await stacks.pulumi("preview");
  for (const name of ["id", "name", "tags", "status", "newer"])
    expect(preview).toMatch(new RegExp(`${name} *: \\[unknown\\]`));
  expect(world.simulator.requests).toHaveLength(0);
  await stacks.pulumi("up", "--yes", "--skip-preview");
  expect(await stacks.outputs()).toMatchObject({ id: training, tags: ["pytorch，Pytorch", "深度学习"] });
});

/** Turns the project of the newest stack into one in TypeScript; `body` makes the pin. */
async function writeTypeScript(folder: string, body: string): Promise<void> {
  const plugins = `plugins: {providers: [{name: compshare, path: ${resolve("dist")}}]}`;
  const program = `
    import * as pulumi from "@pulumi/pulumi";
    import * as compshare from "pulumi-compshare";
    ${body}`;
  await symlink(await installUserModules(createReport(process.stderr)), join(folder, "node_modules"), "dir");
  await writeFile(join(folder, "Pulumi.yaml"), `name: pin\nruntime: nodejs\n${plugins}\n`);
  await writeFile(join(folder, "package.json"), '{"main": "index.ts"}');
  await writeFile(join(folder, "index.ts"), program);
}

test("in TypeScript an output that is not known does not take the input of its name for its value", async () => {
  const folder = await stacks.start(byName);
  await writeTypeScript(
    folder,
    `const note = new pulumi.Stash("note", { input: "anything" });
    const base = new compshare.ImagePin("base", {
      name: "cuda128_torch291_py312", tags: ["PyTorch"], keepers: { note: note.id },
    });
    export const { imageId, name, tags, status } = base;`,
  );
  const preview = await stacks.pulumi("preview");
  for (const name of ["imageId", "name", "tags", "status"])
    expect(preview).toMatch(new RegExp(`${name} *: \\[unknown\\]`));
  await stacks.pulumi("up", "--yes", "--skip-preview");
  expect(await stacks.outputs()).toMatchObject({ imageId: training, tags: ["pytorch，Pytorch", "深度学习"] });
});

test("keepers that are no texts and unknown properties are refused one by one before anything is sent", async () => {
  const folder = await stacks.start(byName);
  await writeTypeScript(
    folder,
    `class Loose extends pulumi.CustomResource {}
    new Loose("compshare:index:ImagePin", "base", { nmae: "x", keepers: { week: true } });`,
  );
  const { code, text } = await stacks.run(["preview"]);
  expect(code).not.toBe(0);
  expect(text).toContain(
    "property keepers value {map[week:{true}]} has a problem: `keepers.week` must be text",
  );
  expect(text).toContain(
    "property nmae value {x} has a problem: unknown argument `nmae`; did you mean `name`?",
  );
  expect(world.simulator.requests).toHaveLength(0);
});

const isSecret = (value: unknown): boolean =>
  typeof value === "object" && value !== null && "ciphertext" in value;

test("a secret input makes those outputs secret that repeat it, and no others", async () => {
  world.simulator.putImage(familyImage("secret", "secret000001", 1));
  await stacks.start(["name: {fn::secret: secret}", "mostRecent: true"]);
  await stacks.pulumi("up", "--yes", "--skip-preview");
  world.simulator.putImage(familyImage("secret", "secret000002", 2));
  await stacks.pulumi("refresh", "--yes");
  const pin = await stacks.pin();
  const secret = Object.entries(pin?.outputs ?? {}).flatMap(([name, value]) =>
    isSecret(value) ? [name] : [],
  );
  expect(secret.toSorted()).toEqual(["name", "newerAvailable", "warnings"]);
  expect(isSecret(pin?.inputs?.["name"])).toBe(true);
  expect(pin?.outputs?.["imageId"]).toBe("compshareImage-secret000001");
});

test("a secret keeper is secret in the inputs and nowhere else", async () => {
  await stacks.start([...byName, "keepers: {week: {fn::secret: one}}"]);
  await stacks.pulumi("up", "--yes", "--skip-preview");
  const pin = await stacks.pin();
  expect(JSON.stringify(pin?.inputs)).toContain("ciphertext");
  expect(JSON.stringify(pin?.outputs)).not.toContain("ciphertext");
});
