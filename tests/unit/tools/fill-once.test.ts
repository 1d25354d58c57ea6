import { mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "@jest/globals";
import { fillOnce } from "../../../tools/process/fill-once.ts";

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
