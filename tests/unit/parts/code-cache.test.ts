import { createHash } from "node:crypto";
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join, relative } from "node:path";
import { afterEach, beforeEach, expect, test } from "@jest/globals";
import { createCodeCache, openCodeCache } from "../../../provider/parts/code-cache.ts";

const user = process.geteuid?.() ?? Number.NaN;
const code = Buffer.from("compiled code");
let parent: string;
let folder: string;

beforeEach(() => {
  parent = mkdtempSync(join(tmpdir(), "compshare-code-"));
  folder = join(parent, "compshare-code");
});

afterEach(() => {
  rmSync(parent, { recursive: true, force: true });
});

const cache = () => createCodeCache(parent, user);
const files = (): string[] => readdirSync(folder).map((name) => join(folder, name));
const onlyFile = (): string => files()[0] ?? "";

test("code is read under the key that it was written under, and under no other", () => {
  cache().write("key", code);
  expect(cache().read("key")).toEqual(code);
  expect(cache().read("other key")).toBeUndefined();
  cache().write("key", Buffer.from("newer code"));
  expect(cache().read("key")).toEqual(Buffer.from("newer code"));
  expect(files()).toHaveLength(1);
});

test("folder and file are this user's alone", () => {
  cache().write("key", code);
  expect(statSync(folder).mode & 0o777).toBe(0o700);
  expect(statSync(onlyFile()).mode & 0o777).toBe(0o600);
});

test.each<[string, () => void]>([
  ["is empty", () => writeFileSync(onlyFile(), "")],
  ["is cut", () => writeFileSync(onlyFile(), readFileSync(onlyFile()).subarray(0, -1))],
  ["is longer", () => writeFileSync(onlyFile(), Buffer.concat([readFileSync(onlyFile()), code]))],
  ["has a byte that is another", () => writeFileSync(onlyFile(), readFileSync(onlyFile()).with(70, 0))],
  [
    "is one that belongs to another key",
    () => {
      const own = onlyFile();
      cache().write("other key", code);
      renameSync(files().find((file) => file !== own) ?? "", own);
    },
  ],
  ["can be written by the group", () => chmodSync(onlyFile(), 0o620)],
  ["can be written by everybody", () => chmodSync(onlyFile(), 0o602)],
  [
    "is a link",
    () => {
      renameSync(onlyFile(), join(parent, "elsewhere"));
      symlinkSync(join(parent, "elsewhere"), join(folder, fileName("key")));
    },
  ],
  [
    "is a folder",
    () => {
      rmSync(onlyFile());
      mkdirSync(join(folder, fileName("key")));
    },
  ],
  ["lies in a folder that the group can write to", () => chmodSync(folder, 0o770)],
  ["lies in a folder that everybody can write to", () => chmodSync(folder, 0o707)],
  [
    "lies in a folder that is a link",
    () => {
      renameSync(folder, join(parent, "elsewhere"));
      symlinkSync(join(parent, "elsewhere"), folder);
    },
  ],
  ["lies in a home that everybody can write to", () => chmodSync(parent, 0o777)],
])("a file that %s is as none", (_, spoil) => {
  cache().write("key", code);
  spoil();
  expect(cache().read("key")).toBeUndefined();
});

function fileName(key: string): string {
  return `${createHash("sha256").update(key).digest("hex")}.bin`;
}

test("what belongs to another user is as none, and nothing is written there", () => {
  cache().write("key", code);
  const other = createCodeCache(parent, user + 1);
  expect(other.read("key")).toBeUndefined();
  other.write("other key", code);
  expect(files()).toHaveLength(1);
});

test.each<[string, () => void]>([
  ["a home that everybody can write to", () => chmodSync(parent, 0o777)],
  ["a home that the group can write to", () => chmodSync(parent, 0o770)],
  ["a folder that everybody can write to", () => chmodSync(folder, 0o777)],
  [
    "a folder that is a link",
    () => {
      renameSync(folder, join(parent, "elsewhere"));
      symlinkSync(join(parent, "elsewhere"), folder);
    },
  ],
])("in %s nothing is written", (_, spoil) => {
  mkdirSync(folder, { mode: 0o700 });
  spoil();
  cache().write("key", code);
  expect(files()).toEqual([]);
});

test("in a home that everybody can write to no folder is made", () => {
  chmodSync(parent, 0o777);
  cache().write("key", code);
  expect(readdirSync(parent)).toEqual([]);
});

test("code of no bytes, or of more than any part has, is as none", () => {
  cache().write("key", Buffer.alloc(0));
  expect(cache().read("key")).toBeUndefined();
  // A file holds two sums of 32 bytes each beside the code.
  cache().write("key", Buffer.alloc(16 * 1024 * 1024 - 64));
  expect(cache().read("key")).toHaveLength(16 * 1024 * 1024 - 64);
  cache().write("key", Buffer.alloc(16 * 1024 * 1024 - 63));
  expect(cache().read("key")).toBeUndefined();
});

test("where a file cannot be put in its place, nothing is left beside it", () => {
  mkdirSync(join(folder, fileName("key")), { recursive: true, mode: 0o700 });
  cache().write("key", code);
  expect(readdirSync(folder)).toEqual([fileName("key")]);
});

test.each<[string, () => string]>([
  ["is not there", () => join(parent, "nowhere")],
  ["is a file", () => writtenFile(join(parent, "file"))],
  ["cannot be written to", () => "/proc"],
])("in a home that %s nothing is written, and nothing fails", (_, home) => {
  const there = createCodeCache(home(), user);
  there.write("key", code);
  expect(there.read("key")).toBeUndefined();
});

function writtenFile(path: string): string {
  writeFileSync(path, "");
  return path;
}

test("a file in the place of the folder stays, and nothing fails", () => {
  writeFileSync(folder, "");
  cache().write("key", code);
  expect(cache().read("key")).toBeUndefined();
  expect(readFileSync(folder, "utf8")).toBe("");
});

test("the eight newest files are kept, and none of those that were not finished", () => {
  mkdirSync(folder, { mode: 0o700 });
  const unfinished = join(folder, `${fileName("key")}.1.abc`);
  writeFileSync(unfinished, "half");
  utimesSync(unfinished, 1, 1);
  for (let index = 0; index < 12; index += 1) {
    cache().write(`key ${index}`, code);
    utimesSync(join(folder, fileName(`key ${index}`)), index + 2, index + 2);
  }
  cache().write("last", code);
  expect(files()).toHaveLength(8);
  expect(existsSync(unfinished)).toBe(false);
  expect(cache().read("key 11")).toEqual(code);
  expect(cache().read("key 0")).toBeUndefined();
});

test.each<[string, (home: string) => Readonly<Record<string, string>>, boolean]>([
  ["PULUMI_HOME", (home) => ({ PULUMI_HOME: home }), true],
  ["PULUMI_HOME that is not absolute", (home) => ({ PULUMI_HOME: relative(process.cwd(), home) }), false],
  ["NODE_DISABLE_COMPILE_CACHE", (home) => ({ PULUMI_HOME: home, NODE_DISABLE_COMPILE_CACHE: "1" }), false],
])("the environment's %s decides", (_, environment, kept) => {
  const there = openCodeCache(environment(parent));
  there.write("key", code);
  expect(there.read("key") !== undefined).toBe(kept);
  expect(existsSync(folder)).toBe(kept);
});
