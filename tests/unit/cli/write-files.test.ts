import { mkdirSync, readFileSync, rmSync } from "node:fs";
import {
  chmod,
  lstat,
  mkdir,
  mkdtemp,
  readdir,
  readFile,
  readlink,
  rm,
  stat,
  symlink,
  writeFile,
} from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "@jest/globals";
import { annotatedFiles } from "../../../cli/annotations/annotated-files.ts";
import { writeFiles } from "../../../cli/write-files.ts";

let folder = "";
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "compshare-write-"));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const at = (name: string): string => join(folder, name);

test("all files are rewritten, with their modes, and nothing is left beside them", async () => {
  await writeFile(at("a"), "one");
  await writeFile(at("b"), "two");
  await chmod(at("b"), 0o755);
  await writeFiles(
    [
      { path: at("a"), before: "one", after: "1" },
      { path: at("b"), before: "two", after: "2" },
    ],
    "x",
  );
  expect([await readFile(at("a"), "utf8"), await readFile(at("b"), "utf8")]).toEqual(["1", "2"]);
  expect((await stat(at("b"))).mode % 0o1000).toBe(0o755);
  expect((await readdir(folder)).sort()).toEqual(["a", "b"]);
});

test.each([
  ["is gone", undefined, "ENOENT"],
  ["was changed in the meantime", "three", "was changed in the meantime"],
])("no file is rewritten if one %s", async (_, content, message) => {
  await writeFile(at("a"), "one");
  if (content !== undefined) await writeFile(at("b"), content);
  const changes = [
    { path: at("a"), before: "one", after: "1" },
    { path: at("b"), before: "two", after: "2" },
  ];
  await expect(writeFiles(changes, "x")).rejects.toThrow(message);
  expect(await readFile(at("a"), "utf8")).toBe("one");
  expect((await readdir(folder)).filter((name) => name.endsWith(".tmp"))).toEqual([]);
});

/** Settles as soon as a file is rewritten, or nothing is written any more: the moment is too short for a timer. */
async function rewritten(name: string, writing: Promise<void>): Promise<void> {
  const state = { ended: false };
  const end = (): void => {
    state.ended = true;
  };
  writing.then(end, end);
  while (!state.ended && readFileSync(at(name), "utf8") !== "after") await new Promise(setImmediate);
}

test("what is rewritten already is put back if a later file cannot be rewritten", async () => {
  const names = Array.from({ length: 200 }, (_, index) => `file${index}`);
  for (const name of names) await writeFile(at(name), "before");
  await chmod(at("file0"), 0o755);
  const changes = names.map((name) => ({ path: at(name), before: "before", after: "after" }));
  const written = writeFiles(changes, "x");
  void (async () => {
    await rewritten("file0", written);
    rmSync(at("file199.x.tmp"));
  })();
  await expect(written).rejects.toThrow("ENOENT");
  expect((await readdir(folder)).sort()).toEqual(names.toSorted());
  for (const name of names) expect(await readFile(at(name), "utf8")).toBe("before");
  expect((await stat(at("file0"))).mode % 0o1000).toBe(0o755);
});

test("a file that cannot be put back keeps no other from it", async () => {
  const names = Array.from({ length: 200 }, (_, index) => `file${index}`);
  for (const name of names) await writeFile(at(name), "before");
  const written = writeFiles(
    names.map((name) => ({ path: at(name), before: "before", after: "after" })),
    "x",
  );
  void (async () => {
    await rewritten("file0", written);
    rmSync(at("file0"));
    mkdirSync(at("file0"));
    rmSync(at("file199.x.tmp"));
  })();
  await expect(written).rejects.toThrow("ENOENT");
  for (const name of names.slice(1)) expect(await readFile(at(name), "utf8")).toBe("before");
});

test("a link stays a link, and its file is written, also where it is new or in another folder", async () => {
  await mkdir(at("kept"));
  await writeFile(at("kept/a"), "one");
  await chmod(at("kept/a"), 0o600);
  await symlink("kept/a", at("a"));
  await symlink("kept", at("folder"));
  await symlink("../new", at("kept/b"));
  await writeFiles(
    [
      { path: at("a"), before: "one", after: "1" },
      { path: at("folder/b"), after: "2" },
      { path: at("plain"), after: "3" },
    ],
    "x",
  );
  const names = ["kept/a", "new", "plain"];
  expect(await Promise.all(names.map((name) => readFile(at(name), "utf8")))).toEqual(["1", "2", "3"]);
  expect(await readlink(at("a"))).toBe("kept/a");
  expect((await lstat(at("kept/b"))).isSymbolicLink()).toBe(true);
  expect((await stat(at("kept/a"))).mode % 0o1000).toBe(0o600);
  expect((await readdir(at("kept"))).sort()).toEqual(["a", "b"]);
});

test("what is no file is written to as it is", async () => {
  await writeFiles([{ path: "/dev/null", after: "1" }], "x");
  expect((await stat("/dev/null")).isCharacterDevice()).toBe(true);
});

test("a new file goes again if a later one cannot be written", async () => {
  await mkdir(at("folder"));
  const changes = [
    { path: at("new"), after: "1" },
    { path: at("folder"), after: "2" },
  ];
  await expect(writeFiles(changes, "x")).rejects.toThrow(`${at("folder")} cannot be written (EISDIR)`);
  expect(await readdir(folder)).toEqual(["folder"]);
});

test("an error names the file that was asked for", async () => {
  const path = at("none/page.html");
  await expect(writeFiles([{ path, after: "1" }], "x")).rejects.toThrow(
    `${path} cannot be written (ENOENT); create its folder first`,
  );
});

test("without git all files but those of node_modules and dist are read, and no link is followed", async () => {
  for (const name of ["src", "node_modules", "dist"]) {
    await mkdir(at(name));
    await writeFile(join(at(name), "a.ts"), "// compshare: name=a");
  }
  await writeFile(at("plain.ts"), "nothing");
  await writeFile(at("latin.py"), Buffer.from("# compshare: name=\xe9", "latin1"));
  await symlink(join(at("src"), "a.ts"), at("link.ts"));
  expect(await annotatedFiles(folder)).toEqual([
    { path: "latin.py", text: undefined },
    { path: "src/a.ts", text: "// compshare: name=a" },
  ]);
});
