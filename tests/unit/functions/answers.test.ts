import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { withoutMatch } from "../../../provider/contract/functions.ts";
import { ImageAmbiguousError } from "../../../provider/errors/image-ambiguous-error.ts";
import { ImageNotFoundError } from "../../../provider/errors/image-not-found-error.ts";
import { type Simulator, startSimulator } from "../../../simulator/simulator.ts";
import { runFunction } from "../../support/functions/run-function.ts";
import { openCatalogue, quietContext } from "../../support/listings/open-catalogue.ts";
import { rejectionOf, textOf } from "../../support/thrown.ts";

let simulator: Simulator;
const told: string[] = [];

beforeAll(async () => {
  simulator = await startSimulator();
});
afterAll(() => simulator.close());

function run(name: "getCompShareImage" | "getCompShareImages", inputs: Readonly<Record<string, unknown>>) {
  const context = {
    ...quietContext,
    catalogue: openCatalogue(simulator),
    scope: {},
    warn: (text: string) => void told.push(text),
  };
  return runFunction(name, inputs, () => context, new AbortController().signal);
}

test("an image that is found says so", async () => {
  expect(await run("getCompShareImage", { name: "ComfyUI" })).toMatchObject({ found: true, name: "ComfyUI" });
});

test("with ifMissing empty no match is an answer that has nothing but the selection", async () => {
  const answer = await run("getCompShareImage", { name: "no such image", ifMissing: "empty" });
  expect(Object.keys(answer).sort()).toEqual(["found", "selection"]);
  // The reference says by this list when a member is there.
  expect(withoutMatch).toEqual(["found", "selection"]);
  expect(answer).toMatchObject({
    found: false,
    selection: { rule: "no match", rowsScanned: 72, rowsMatched: 0 },
  });
});

test("ifMissing empty does not make several matches one", async () => {
  await expect(run("getCompShareImage", { name: "SGLang", ifMissing: "empty" })).rejects.toBeInstanceOf(
    ImageAmbiguousError,
  );
});

test("fewer matches than minCount and more than maxCount are errors", async () => {
  expect(textOf(await rejectionOf(run("getCompShareImages", { name: "SGLang", minCount: 3 })))).toContain(
    '2 images match name: "SGLang", statuses: ["Available"], and `minCount` asks for 3. Widen the query or lower `minCount`.',
  );
  await expect(run("getCompShareImages", { name: "none", minCount: 1 })).rejects.toBeInstanceOf(
    ImageNotFoundError,
  );
  expect(textOf(await rejectionOf(run("getCompShareImages", { name: "SGLang", maxCount: 1 })))).toContain(
    '2 images match name: "SGLang", statuses: ["Available"], and `maxCount` allows 1: "SGLang"',
  );
  expect(await run("getCompShareImages", { name: "SGLang", minCount: 2, maxCount: 2 })).toMatchObject({
    totalCount: 2,
  });
});

test("the highest version is the first by -version, whatever was published last", async () => {
  const answer = await run("getCompShareImages", { nameContains: "torch", orderBy: ["-version"], limit: 3 });
  expect(answer["names"]).toEqual([
    "cuda132_torch2130_py312",
    "cuda130_torch2120_py313",
    "cuda130_torch2100_py312",
  ]);
});

test("the lowest version is the first by version, and images without one come last", async () => {
  const answer = await run("getCompShareImages", { imageType: "System", orderBy: ["version", "name"] });
  const names = answer["names"];
  expect(names).toEqual([
    "Rocky Linux 9.6 64位",
    "Ubuntu 20.04 64位",
    "Ubuntu 22.04 64位",
    "Ubuntu-nvidia 22.04",
    "Ubuntu 24.04 64位",
    "Ubuntu-nvidia 24.04",
    "Debian 12 64位",
    "Windows 2019 64位",
    "Windows-nvidia 2022 64位",
  ]);
});

test("what a careful reader should know about an image reaches the terminal and the selection", async () => {
  const inputs = { name: "ComfyUI基础镜像0.11.0", statuses: ["Reviewing"] };
  const answer = await run("getCompShareImage", inputs);
  const text = "the image's status is Reviewing; instances may fail to start from it";
  expect(answer).toMatchObject({ selection: { warnings: [text] } });
  expect(told).toContain(text);
});
