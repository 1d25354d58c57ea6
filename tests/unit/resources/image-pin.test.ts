import { beforeEach, expect, test } from "@jest/globals";
import { ConfigurationError } from "../../../provider/errors/configuration-error.ts";
import { callOver, known, newerState, newPin, rows, state } from "../../support/resources/pin-call.ts";
import { previewPin } from "../../support/resources/preview-pin.ts";
import { rejectionOf, textOf } from "../../support/thrown.ts";

let pin: ReturnType<typeof newPin>;

beforeEach(() => {
  pin = newPin();
});

const preview = (...given: Parameters<typeof previewPin> extends [unknown, ...infer Rest] ? Rest : never) =>
  previewPin(pin, ...given);

const held = { nameContains: "vLLM", mostRecent: true };
const ranged = { nameContains: "vLLM", policy: "withinRange", version: "0.x" };
const followed = { nameContains: "vLLM", policy: "follow" };

/** What differs in the image that a pin means when it moves between the two. */
const moved = ["pinned.imageId", "pinned.name", "pinned.version", "pinned.publishedAt"];

/** The rows with another status for the newer one. */
const withdrawn = rows.map((row) =>
  row.CompShareImageId === "compshareImage-new" ? { ...row, Status: "Offline" } : row,
);
const [older = {}] = rows;

test("creating answers every output, and null where CompShare says nothing", async () => {
  const { call } = callOver();
  expect(await pin.create(known({ name: "vLLM v0.9" }), false, call)).toEqual({
    id: "compshareImage-old",
    outputs: {
      imageId: "compshareImage-old",
      name: "vLLM v0.9",
      source: "platform",
      imageType: "App",
      author: null,
      versionName: null,
      version: "0.9.0",
      framework: null,
      tags: [],
      official: true,
      price: null,
      createdAt: null,
      publishedAt: "2023-11-14T22:13:20Z",
      region: "cn-wlcb",
      resolvedAt: "2026-11-25T04:22:58Z",
      status: "Available",
      newerAvailable: null,
      warnings: [],
    },
  });
});

test("a pin that holds and is not edited asks nothing", async () => {
  const { asked, call } = callOver();
  expect(await preview(state, held, known(held), call)).toEqual({ changed: [], replacing: [] });
  expect(asked).toEqual([]);
});

test("a new policy alone asks nothing when it holds", async () => {
  const { asked, call } = callOver();
  expect(await preview(state, followed, known({ ...followed, policy: "hold" }), call)).toEqual({
    changed: ["policy"],
    replacing: [],
  });
  expect(asked).toEqual([]);
});

test("the order of members in a map is no change", async () => {
  const { call } = callOver();
  const olds = { name: "a", keepers: { one: "1", two: "2" } };
  expect(await preview(state, olds, known({ keepers: { two: "2", one: "1" }, name: "a" }), call)).toEqual({
    changed: [],
    replacing: [],
  });
});

test("an edited query that the image still satisfies keeps it, and another one moves", async () => {
  const { told, call } = callOver();
  expect(await preview(state, held, known({ name: "vLLM v0.9" }), call)).toEqual({
    changed: ["nameContains", "mostRecent", "name"],
    replacing: [],
  });
  expect(told).toEqual([]);
  expect(await preview(state, held, known({ name: "vLLM v0.10" }), call)).toEqual({
    changed: ["nameContains", "mostRecent", "name"],
    replacing: moved,
  });
  expect(told).toEqual([
    'base: moves from "vLLM v0.9" (compshareImage-old, published 2023-11-14) to "vLLM v0.10" (compshareImage-new, published 2025-10-09)',
  ]);
});

test("an image that the query would not find in its catalogue does not satisfy it", async () => {
  const { call } = callOver();
  const inputs = { name: "vLLM v0.9", source: "custom" };
  const error = await rejectionOf(preview(state, held, known(inputs), call));
  expect(textOf(error)).toContain("no CompShare image matches");
});

test("changed keepers ask anew, and an image that stays the same replaces nothing", async () => {
  const { call } = callOver();
  const inputs = { ...held, keepers: { week: "2" } };
  expect(await preview(newerState, held, known(inputs), call)).toEqual({
    changed: ["keepers"],
    replacing: [],
  });
  expect(await preview(state, held, known(inputs), call)).toEqual({
    changed: ["keepers"],
    replacing: moved,
  });
});

test("withinRange goes to 0.10 from 0.9, and not back when 0.10 is withdrawn or gone", async () => {
  const { call } = callOver();
  expect(await preview(state, ranged, known(ranged), call)).toEqual({ changed: [], replacing: moved });
  for (const later of [withdrawn, [older]])
    expect(await preview(newerState, ranged, known(ranged), callOver(later).call)).toEqual({
      changed: [],
      replacing: [],
    });
});

test("withinRange goes to a lower version when its range is edited so that the image is out of it, and with new keepers", async () => {
  const lower = { ...ranged, version: "<0.10" };
  expect(await preview(newerState, ranged, known(lower), callOver().call)).toMatchObject({
    replacing: moved,
  });
  const again = { ...ranged, keepers: { week: "2" } };
  expect(await preview(newerState, ranged, known(again), callOver(withdrawn).call)).toMatchObject({
    replacing: moved,
  });
});

test("follow stays with its image, and says so, when nothing matches any more", async () => {
  const { told, call } = callOver([]);
  expect(await preview(state, followed, known(followed), call)).toEqual({ changed: [], replacing: [] });
  expect(told).toEqual([
    'base: nothing matches the query any more; stays with "vLLM v0.9" (compshareImage-old, published 2023-11-14)',
  ]);
});

test("another region of the provider is an edited query", async () => {
  const there = callOver(rows, { region: "cn-sh2" });
  expect(await preview(state, held, known(held), there.call)).toEqual({ changed: ["region"], replacing: [] });
  expect(await pin.update(state, held, known(held), there.call)).toMatchObject({ region: "cn-sh2" });
  const [, newer = {}] = rows;
  expect(await preview(state, held, known(held), callOver([newer], { region: "cn-sh2" }).call)).toMatchObject(
    { replacing: moved },
  );
});

test("a pin that holds does without a configuration that works", async () => {
  const broken = {
    ...callOver().call,
    lookup: () => {
      throw new ConfigurationError([
        { property: "region", problem: { kind: "badForm", example: "cn-wlcb" } },
      ]);
    },
  };
  expect(await preview(state, held, known(held), broken)).toEqual({ changed: [], replacing: [] });
  const policy = known({ ...held, policy: "hold" });
  expect(await pin.update(state, held, policy, broken)).toMatchObject({ region: "cn-wlcb" });
});

test("a pin that is written in another region is looked for where it was pinned", async () => {
  const there = callOver(rows, { region: "cn-sh2" });
  await pin.read(state, held, there.call);
  expect(there.asked[0]).toMatchObject({ region: "cn-wlcb", id: "compshareImage-old" });
  expect(there.asked.length).toBeGreaterThan(1);
  expect(there.asked.map(({ region }) => region)).toEqual(there.asked.map(() => "cn-wlcb"));
});

test("the difference that a refresh asks for moves nothing, and the next one does", async () => {
  const { told, call } = callOver();
  const read = await pin.read(state, followed, call);
  expect(await pin.diff({ ...state, ...read }, followed, known(followed), call)).toEqual({
    changed: [],
    replacing: [],
  });
  expect(told).toEqual([
    'base: a newer image matches the query: "vLLM v0.10" (compshareImage-new, published 2025-10-09)',
  ]);
  expect(await preview(state, followed, known(followed), call)).toMatchObject({ replacing: moved });
});

test("a refresh tells the newer image and fills in what an older state does not have", async () => {
  const read = await pin.read(state, held, callOver().call);
  expect(read).toMatchObject({
    id: "compshareImage-old",
    inputs: held,
    outputs: {
      status: "Available",
      official: true,
      newerAvailable: {
        id: "compshareImage-new",
        name: "vLLM v0.10",
        version: "0.10.0",
        publishedAt: "2025-10-09T08:53:20Z",
      },
      resolvedAt: null,
      warnings: [],
    },
  });
});

test("a refresh of an image that is gone keeps the ID, says so, and still tells the newer match", async () => {
  const { told, call } = callOver([rows[1] ?? {}]);
  const read = await pin.read(state, held, call);
  const text = "CompShare no longer has the image; instances cannot be created from it any more";
  expect(read).toMatchObject({
    id: "compshareImage-old",
    outputs: { status: "Gone", warnings: [text], newerAvailable: { id: "compshareImage-new" } },
  });
  expect(told).toEqual([
    `base: ${text}`,
    'base: a newer image matches the query: "vLLM v0.10" (compshareImage-new, published 2025-10-09)',
  ]);
});

test("an edited query forgets what was newer by the old one, and a held policy does not", async () => {
  const { call } = callOver();
  const newer = { id: "compshareImage-new", name: "vLLM v0.10" };
  const seen = { ...state, outputs: { ...state.outputs, newerAvailable: newer } };
  expect(await pin.update(seen, held, known({ name: "vLLM v0.9" }), call)).toMatchObject({
    imageId: "compshareImage-old",
    newerAvailable: null,
  });
  expect(await pin.update(seen, held, known({ ...held, policy: "hold" }), call)).toMatchObject({
    newerAvailable: newer,
  });
});

test("what is not known before the deployment is neither created nor updated in a preview", async () => {
  const { asked, call } = callOver();
  const inputs = { values: { nameContains: "vLLM" }, unknown: ["keepers"] };
  expect(await pin.create(inputs, true, call)).toBeUndefined();
  expect(await preview(state, held, inputs, call)).toEqual({
    changed: ["mostRecent", "keepers"],
    replacing: [],
  });
  expect(await pin.update(state, held, inputs, call)).toEqual({});
  expect(asked).toEqual([]);
});

test("what does not exist is not imported", async () => {
  expect(
    await pin.read({ id: "compshareImage-none", outputs: {} }, undefined, callOver().call),
  ).toBeUndefined();
});

test.each([
  ["no image is found", { name: "nothing has this name" }, true],
  ["the image that is given is not there", { imageId: "compshareImage-none" }, true],
  ["several images are found", { nameContains: "vLLM" }, undefined],
  ["an input is wrong", { nameContains: "vLLM", policy: "sometimes" }, undefined],
])("a check says as a fact whether only the image is missing: %s", async (_what, inputs, missing) => {
  const checked = await pin.check(known(inputs), { inputs: {}, outputs: {} }, callOver().call);
  expect(checked).toMatchObject({
    problems: [{}],
    ...(missing === undefined ? {} : { imageMissing: missing }),
  });
  expect("imageMissing" in checked).toBe(missing === true);
});
