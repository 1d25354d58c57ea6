import { mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "@jest/globals";
import { buildOnce } from "../../../../tools/engine/build-once.ts";
import type { Report } from "../../../../tools/engine/report.ts";
import { stampMatches, stampText } from "../../../../tools/engine/stamp.ts";

const silent: Report = { line: () => undefined, status: () => undefined };
let directory: string;

beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), "compshare-build-"));
});

afterEach(async () => {
  await rm(directory, { recursive: true });
});

function artifact(version: string, content: string, built: string[]) {
  return {
    name: "tool",
    directory,
    madeFrom: { version },
    async build(target: string) {
      built.push(version);
      await writeFile(target, content);
    },
  };
}

test("an artifact is built once, and again when what it is made from changes", async () => {
  const built: string[] = [];
  const path = await buildOnce(artifact("v1", "one", built), silent);
  await buildOnce(artifact("v1", "one", built), silent);
  expect(built).toEqual(["v1"]);
  expect(await readFile(path, "utf8")).toBe("one");

  await buildOnce(artifact("v2", "two", built), silent);

  expect(built).toEqual(["v1", "v2"]);
  expect(await readFile(path, "utf8")).toBe("two");
  expect((await readdir(directory)).toSorted()).toEqual(["tool", "tool.stamp"]);
});

test("a stamp without its executable counts for nothing", async () => {
  const built: string[] = [];
  const path = await buildOnce(artifact("v1", "one", built), silent);
  await rm(path);

  await buildOnce(artifact("v1", "one", built), silent);

  expect(built).toEqual(["v1", "v1"]);
});

test("a failed build keeps the executable of before and leaves nothing else behind", async () => {
  const path = await buildOnce(artifact("v1", "one", []), silent);
  const failing = {
    ...artifact("v2", "two", []),
    async build(target: string) {
      await writeFile(target, "ha");
      throw new Error("compiler says no");
    },
  };

  await expect(buildOnce(failing, silent)).rejects.toThrow("compiler says no");

  expect(await readFile(path, "utf8")).toBe("one");
  expect((await readdir(directory)).toSorted()).toEqual(["tool", "tool.stamp"]);
});

test("two that need an artifact at once build it once", async () => {
  const built: string[] = [];
  const slow = {
    ...artifact("v1", "one", built),
    async build(target: string) {
      built.push("v1");
      await new Promise((resolve) => setTimeout(resolve, 300));
      await writeFile(target, "one");
    },
  };

  await Promise.all([buildOnce(slow, silent), buildOnce(slow, silent)]);

  expect(built).toEqual(["v1"]);
});

test("a stamp matches the same parts in any order, and no others", async () => {
  const file = join(directory, "x.stamp");
  expect(await stampMatches(file, { a: "1", b: "2" })).toBe(false);
  await writeFile(file, stampText({ a: "1", b: "2" }));

  expect(await stampMatches(file, { b: "2", a: "1" })).toBe(true);
  expect(await stampMatches(file, { a: "1", b: "3" })).toBe(false);
  expect(await stampMatches(file, { a: "1" })).toBe(false);
});
