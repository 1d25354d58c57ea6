import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { readInputFile } from "../../../cli/pins/read-input.ts";
import { systemCode } from "../../../provider/errors/system-code.ts";
import { createFileCatalogue } from "../../../provider/listings/catalogue-over-file.ts";
import { messageOf, rejectionOf } from "../../support/thrown.ts";

let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "system-code-"));
  await writeFile(join(folder, "file"), "");
});
afterAll(() => rm(folder, { recursive: true }));

// Errors of Node's core are of a realm of their own here, so that `instanceof Error` does not hold.
test("an error of the system has its code, whatever realm it is of", async () => {
  expect(systemCode(await rejectionOf(readFile(join(folder, "none"))))).toBe("ENOENT");
  expect(systemCode(await rejectionOf(readFile(folder)))).toBe("EISDIR");
  expect(systemCode(await rejectionOf(readFile(join(folder, "file/below"))))).toBe("ENOTDIR");
});

test.each([
  [new Error("no")],
  [Object.assign(new Error("no"), { code: 7 })],
  ["ENOENT"],
  [null],
  [undefined],
])("%p has none", (error) => {
  expect(systemCode(error)).toBeUndefined();
});

test("a file that cannot be read is told with the system's code", async () => {
  const missing = await rejectionOf(
    readInputFile("none", { cwd: folder, readInput: () => Promise.resolve("") }),
  );
  expect(missing).toMatchObject({ text: { en: "none does not exist", zh: "none 不存在" } });
  const catalogue = createFileCatalogue({
    path: folder,
    readFile: (path) => readFile(path, "utf8"),
    now: () => 0,
    maxAgeDays: undefined,
    warn: () => undefined,
  });
  const scope = { source: "platform", region: "cn-wlcb", zone: undefined, projectId: undefined } as const;
  const { signal } = new AbortController();
  const broken = await rejectionOf(catalogue.images(scope, signal));
  expect(messageOf(broken)).toBe(`the catalogue file "${folder}" cannot be read (EISDIR)`);
});
