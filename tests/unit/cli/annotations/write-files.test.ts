import { readFileSync, rmSync } from "node:fs";
import { chmod, mkdir, mkdtemp, readdir, readFile, rm, stat, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "@jest/globals";
import { annotatedFiles } from "../../../../cli/annotations/annotated-files.ts";
import { writeFiles } from "../../../../cli/annotations/write-files.ts";

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

test("what is rewritten already is put back if a later file cannot be rewritten", async () => {
  const names = Array.from({ length: 200 }, (_, index) => `file${index}`);
  for (const name of names) await writeFile(at(name), "before");
  await chmod(at("file0"), 0o755);
  const changes = names.map((name) => ({ path: at(name), before: "before", after: "after" }));
  const written = writeFiles(changes, "x");
  void (async () => {
    while (readFileSync(at("file0"), "utf8") !== "after") await new Promise(setImmediate);
    rmSync(at("file199.x.tmp"));
  })();
  await expect(written).rejects.toThrow("ENOENT");
  expect((await readdir(folder)).sort()).toEqual(names.toSorted());
  for (const name of names) expect(await readFile(at(name), "utf8")).toBe("before");
  expect((await stat(at("file0"))).mode % 0o1000).toBe(0o755);
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
