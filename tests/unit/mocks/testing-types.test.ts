import { mkdtemp, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { image } from "../../../provider/contract/image.ts";
import { runCommand } from "../../../tools/process/run-command.ts";
import { testingTypes } from "../../../tools/testing-types.ts";

const identity = { version: "1.2.3", repository: "https://github.com/somebody/pulumi-compshare" };
let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "compshare-types-"));
  await symlink(resolve("node_modules"), join(folder, "node_modules"), "dir");
  await writeFile(join(folder, "testing.d.ts"), testingTypes(identity));
});
afterAll(() => rm(folder, { recursive: true }));

/** What TypeScript says of a program that uses the mocks. */
async function complaints(program: string): Promise<readonly string[]> {
  const head = `import * as pulumi from "@pulumi/pulumi";\nimport { compshareMocks } from "./testing.js";\n`;
  await writeFile(join(folder, "program.ts"), head + program);
  const flags = [
    "--noEmit",
    "--strict",
    "--skipLibCheck",
    "--module",
    "nodenext",
    "--types",
    "",
    "program.ts",
  ];
  const tsc = resolve("node_modules/typescript/bin/tsc");
  const { stdout } = await runCommand(process.execPath, [tsc, ...flags], { cwd: folder });
  return stdout.match(/error TS\d+/g) ?? [];
}

test("the types of the mocks have every field of an image, with its text", () => {
  const types = testingTypes(identity);
  for (const name of Object.keys(image.shape)) expect(types).toMatch(new RegExp(`^ {2}${name}\\??: `, "m"));
  expect(types).toContain("  /** CUDA version, for example `12.8`. */\n  cudaVersion?: string;\n");
  expect(types).toContain("  softwarePorts?: readonly MockSoftwarePort[];\n");
});

test.each([
  [
    "Pulumi's own as others",
    "declare const others: pulumi.runtime.Mocks; pulumi.runtime.setMocks(compshareMocks({ images: [], others }));",
    [],
  ],
  [
    "others with their own kinds of outputs",
    "interface Zone { name: string } declare const zone: Zone; compshareMocks({ images: [], others: { call: async () => zone, newResource: ({ name, inputs }) => ({ id: name, state: { ...inputs, zone } }) } });",
    [],
  ],
  [
    "others that answer with a number",
    "compshareMocks({ images: [], others: { call: () => 5 } });",
    ["error TS2322"],
  ],
  [
    "others that make a resource without a state",
    "compshareMocks({ images: [], others: { newResource: ({ name }) => ({ id: name }) } });",
    ["error TS2322"],
  ],
  [
    "an input that is used without a look at what it is",
    "compshareMocks({ images: [], onMissing: ({ inputs }) => ({ id: inputs['name'] }) });",
    ["error TS2322"],
  ],
])("TypeScript on %s", async (_, program, expected) => {
  expect(await complaints(program)).toEqual(expected);
});
