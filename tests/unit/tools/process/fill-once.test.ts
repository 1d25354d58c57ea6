import { mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "@jest/globals";
import { fillFor, fillOnce } from "../../../../tools/process/fill-once.ts";

let place: string;

beforeEach(async () => {
  place = await mkdtemp(join(tmpdir(), "compshare-fill-"));
});
afterEach(() => rm(place, { recursive: true }));

test("a folder is filled once, and told of once", async () => {
  const folder = join(place, "deep", "er");
  const told: string[] = [];
  for (const text of ["first", "second"])
    await fillOnce(
      folder,
      (half) => writeFile(join(half, "file"), text),
      () => told.push(text),
    );
  expect(await readFile(join(folder, "file"), "utf8")).toBe("first");
  expect(told).toEqual(["first"]);
  expect(await readdir(join(place, "deep"))).toEqual(["er"]);
});

test("what failed half-way is begun anew, with nothing of the first try in it", async () => {
  const folder = join(place, "tool");
  const broken = fillOnce(folder, async (half) => {
    await writeFile(join(half, "left"), "");
    throw new Error("no network");
  });
  await expect(broken).rejects.toThrow("no network");
  expect(await readdir(place)).toEqual(["tool.half"]);
  await fillOnce(folder, (half) => writeFile(join(half, "file"), ""));
  expect(await readdir(folder)).toEqual(["file"]);
});

test("a folder is filled again, from nothing, when what it is filled for has changed", async () => {
  const folder = join(place, "cache");
  const told: string[] = [];
  for (const wanted of ["one", "one", "other"])
    await fillFor(
      wanted,
      folder,
      (half) => writeFile(join(half, wanted), ""),
      () => told.push(wanted),
    );
  expect(told).toEqual(["one", "other"]);
  expect((await readdir(folder)).sort()).toEqual(["other", "stamp"]);
});

test("a filling that fails leaves what was there, and is begun anew", async () => {
  const folder = join(place, "cache");
  const silent = (): void => undefined;
  await fillFor("one", folder, (half) => writeFile(join(half, "file"), "one"), silent);
  const broken = fillFor("other", folder, () => Promise.reject(new Error("no network")), silent);
  await expect(broken).rejects.toThrow("no network");
  expect(await readFile(join(folder, "file"), "utf8")).toBe("one");
  await fillFor("other", folder, (half) => writeFile(join(half, "file"), "other"), silent);
  expect(await readFile(join(folder, "file"), "utf8")).toBe("other");
});
