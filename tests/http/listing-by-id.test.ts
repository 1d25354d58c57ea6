import { afterEach, expect, test } from "@jest/globals";
import type { Quirks } from "../../simulator/quirks/quirks.ts";
import { type Simulator, startSimulator } from "../../simulator/simulator.ts";
import { runFunction } from "../support/functions/run-function.ts";
import { openCatalogue, quietContext, scope } from "../support/listings/open-catalogue.ts";
import { rejectionOf, textOf } from "../support/thrown.ts";

const never = new AbortController().signal;
const known = "compshareImage-1minbz219ceq";
const unknown = "compshareImage-1minbz219ceg";
let running: Simulator | undefined;

async function start(quirks: Partial<Quirks>): Promise<Simulator> {
  running = await startSimulator({ quirks });
  return running;
}

afterEach(async () => {
  await running?.close();
});

test.each<Partial<Quirks>>([
  {},
  { pointQueryTotalZero: true },
  { totalCount: "missing" },
  { totalCount: -32 },
  { idAlias: true },
  { pageMode: "offset-ignored" },
])("an image is found by its ID with one request, %j", async (quirks) => {
  const simulator = await start(quirks);
  const image = await openCatalogue(simulator).imageById(scope, known, never);
  expect(image).toMatchObject({ id: known, name: "cuda128_torch291_py312", readme: expect.any(String) });
  expect(simulator.requests).toHaveLength(1);
});

test.each<Partial<Quirks>>([{}, { unknownIdRefused: true }, { nullImageSet: true }])(
  "an unknown ID is no image and no error, %j",
  async (quirks) => {
    const simulator = await start(quirks);
    expect(await openCatalogue(simulator).imageById(scope, unknown, never)).toBeUndefined();
    expect(simulator.requests).toHaveLength(1);
  },
);

test("the readme comes with the ID and not with the list", async () => {
  const simulator = await start({});
  const context = { ...quietContext, catalogue: openCatalogue(simulator), scope: {} };
  const run = (inputs: Readonly<Record<string, unknown>>) =>
    runFunction("getCompShareImage", inputs, () => context, never);
  expect(await run({ id: known })).toHaveProperty("readme");
  expect((await run({ name: "cuda128_torch291_py312" }))["readme"]).toBeUndefined();
});

test("an ID with a typing error costs one listing more and names the right one", async () => {
  const simulator = await start({ unknownIdRefused: true });
  const context = { ...quietContext, catalogue: openCatalogue(simulator), scope: {} };
  expect(
    textOf(
      await rejectionOf(
        runFunction("getCompShareImage", { id: unknown, source: "platform" }, () => context, never),
      ),
    ),
  ).toContain(`The closest \`id\` is "${known}".`);
  expect(simulator.requests).toHaveLength(3);
});

test("filters beside an ID apply to its image", async () => {
  const simulator = await start({});
  const context = { ...quietContext, catalogue: openCatalogue(simulator), scope: {} };
  expect(
    textOf(
      await rejectionOf(
        runFunction("getCompShareImage", { id: known, imageType: "System" }, () => context, never),
      ),
    ),
  ).toContain(`Only \`imageType\` keeps out "cuda128_torch291_py312" ${known} (App)`);
  const list = await runFunction(
    "getCompShareImages",
    { id: known, tags: ["nothing"] },
    () => context,
    never,
  );
  expect(list).toMatchObject({ images: [], totalCount: 0 });
});
