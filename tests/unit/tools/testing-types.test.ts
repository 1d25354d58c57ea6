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

/** What TypeScript says of a program that uses the mocks: each error, with the line that it is about. */
async function complaints(program: string): Promise<readonly { error: string; line: string | undefined }[]> {
  const head = `import * as pulumi from "@pulumi/pulumi";\nimport { compshareMocks } from "./testing.js";\n`;
  const text = head + program;
  await writeFile(join(folder, "program.ts"), text);
  const flags = [
    "--noEmit",
    "--strict",
    "--skipLibCheck",
    "--allowImportingTsExtensions",
    "--module",
    "nodenext",
    "--types",
    "",
    "program.ts",
  ];
  const tsc = resolve("node_modules/typescript/bin/tsc");
  const { stdout } = await runCommand(process.execPath, [tsc, ...flags], { cwd: folder });
  const lines = text.split("\n");
  return [...stdout.matchAll(/\((\d+),\d+\): error (TS\d+)/g)].map(([, line, error = ""]) => ({
    error,
    line: lines[Number(line) - 1],
  }));
}

test("the types of the mocks have every field of an image, with its text", () => {
  const types = testingTypes(identity);
  for (const name of Object.keys(image.shape)) expect(types).toMatch(new RegExp(`^ {2}${name}\\??: `, "m"));
  expect(types).toContain("  /** CUDA version, for example `12.8`. */\n  cudaVersion?: string;\n");
  expect(types).toContain("  softwarePorts?: readonly MockSoftwarePort[];\n");
});

const ownTypes = `
import type { CompshareMocksOptions, compshareMocks as make } from "${resolve("mocks/compshare-mocks.ts")}";
import type { MockImage } from "${resolve("mocks/mock-catalogue.ts")}";
import type { MockCall, MockResource, MockState, OtherMocks } from "${resolve("mocks/mock-types.ts")}";
import type * as told from "./testing.js";
type Options = CompshareMocksOptions;
type Images = "images" | "onMissing";
type Missing = NonNullable<Options["onMissing"]>;
type ToldMissing = NonNullable<told.CompshareMocksOptions["onMissing"]>;
// Users may give lists that nobody changes.
type Frozen<T> = T extends readonly (infer One)[] ? readonly Frozen<One>[]
  : T extends object ? { readonly [Name in keyof T]: Frozen<T[Name]> } : T;
// The members are compared as required ones too, so that an optional one of one side alone is noticed.
type Fits<A, B> = [A] extends [B] ? ([Required<A>] extends [Required<B>] ? true : false) : false;
type Same<A, B> = [Fits<A, B>, Fits<B, A>];
const call: Same<MockCall, told.MockCall> = [true, true];
const resource: Same<MockResource, told.MockResource> = [true, true];
const state: Same<MockState, told.MockState> = [true, true];
const names: Same<keyof Options, keyof told.CompshareMocksOptions> = [true, true];
const options: Same<Omit<Options, Images>, Omit<told.CompshareMocksOptions, Images>> = [true, true];
const others: Same<OtherMocks, NonNullable<told.CompshareMocksOptions["others"]>> = [true, true];
const asked: Same<Parameters<Missing>, Parameters<ToldMissing>> = [true, true];
const answered: Same<Frozen<ReturnType<Missing>>, Frozen<ReturnType<ToldMissing>>> = [true, true];
const image: Same<Frozen<MockImage>, Frozen<told.MockImage>> = [true, true];
const mocks: Same<ReturnType<typeof make>, ReturnType<typeof told.compshareMocks>> = [true, true];
`;

test("what users are told of the mocks is what they take", async () => {
  expect(await complaints(ownTypes)).toEqual([]);
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
    ["TS2322"],
  ],
  [
    "others that make a resource without a state",
    "compshareMocks({ images: [], others: { newResource: ({ name }) => ({ id: name }) } });",
    ["TS2322"],
  ],
  [
    "an input that is used without a look at what it is",
    "compshareMocks({ images: [], onMissing: ({ inputs }) => ({ id: inputs['name'] }) });",
    ["TS2322"],
  ],
])("TypeScript on %s", async (_, program, expected) => {
  expect((await complaints(program)).map(({ error }) => error)).toEqual(expected);
});
