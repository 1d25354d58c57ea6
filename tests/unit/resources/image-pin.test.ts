import { beforeEach, expect, test } from "@jest/globals";
import { ConfigurationError } from "../../../provider/errors/configuration-error.ts";
import { callOver, known, newerState, newPin, rows, state } from "../../support/resources/pin-call.ts";
import { rejectionOf, textOf } from "../../support/thrown.ts";

let pin: ReturnType<typeof newPin>;

beforeEach(() => {
  pin = newPin();
});

const held = { nameContains: "vLLM", mostRecent: true };
const ranged = { nameContains: "vLLM", policy: "withinRange", version: "0.x" };
const followed = { nameContains: "vLLM", policy: "follow" };

/** The rows with another status for the newer one. */
const withdrawn = rows.map((row) =>
  row.CompShareImageId === "compshareImage-new" ? { ...row, Status: "Offline" } : row,
);
const [older = {}] = rows;

test("creating answers every output, and null where CompShare says nothing", async () => {
  const { call } = callOver();
  expect(await pin.create(known({ name: "vLLM v0.9" }), call)).toEqual({
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
  expect(await pin.diff(state, held, known(held), call)).toEqual({ changed: [] });
  expect(asked).toEqual([]);
});

test("a new policy alone asks nothing when it holds", async () => {
  const { asked, call } = callOver();
  expect(await pin.diff(state, followed, known({ ...followed, policy: "hold" }), call)).toEqual({
    changed: ["policy"],
  });
  expect(asked).toEqual([]);
});

test("the order of members in a map is no change", async () => {
  const { call } = callOver();
  const olds = { name: "a", keepers: { one: "1", two: "2" } };
  expect(await pin.diff(state, olds, known({ keepers: { two: "2", one: "1" }, name: "a" }), call)).toEqual({
    changed: [],
  });
});

test("an edited query that the image still satisfies keeps it, and another one moves", async () => {
  const { told, call } = callOver();
  expect(await pin.diff(state, held, known({ name: "vLLM v0.9" }), call)).toEqual({
    changed: ["nameContains", "mostRecent", "name"],
  });
  expect(told).toEqual([]);
  expect(await pin.diff(state, held, known({ name: "vLLM v0.10" }), call)).toEqual({
    changed: ["nameContains", "mostRecent", "name"],
    replacedBy: "imageId",
  });
  expect(told).toEqual([
    'moves from "vLLM v0.9" (compshareImage-old, published 2023-11-14) to "vLLM v0.10" (compshareImage-new, published 2025-10-09)',
  ]);
});

test("an image that the query would not find in its catalogue does not satisfy it", async () => {
  const { call } = callOver();
  const inputs = { name: "vLLM v0.9", source: "custom" };
  const error = await rejectionOf(pin.diff(state, held, known(inputs), call));
  expect(textOf(error)).toContain("no CompShare image matches");
});

test("changed keepers ask anew, and an image that stays the same replaces nothing", async () => {
  const { call } = callOver();
  const inputs = { ...held, keepers: { week: "2" } };
  expect(await pin.diff(newerState, held, known(inputs), call)).toEqual({ changed: ["keepers"] });
  expect(await pin.diff(state, held, known(inputs), call)).toEqual({
    changed: ["keepers"],
    replacedBy: "imageId",
  });
});

test("withinRange goes to 0.10 from 0.9, and not back when 0.10 is withdrawn or gone", async () => {
  const { call } = callOver();
  expect(await pin.diff(state, ranged, known(ranged), call)).toEqual({ changed: [], replacedBy: "imageId" });
  for (const later of [withdrawn, [older]])
    expect(await pin.diff(newerState, ranged, known(ranged), callOver(later).call)).toEqual({ changed: [] });
});

test("withinRange goes to a lower version when its range is edited so that the image is out of it, and with new keepers", async () => {
  const lower = { ...ranged, version: "<0.10" };
  expect(await pin.diff(newerState, ranged, known(lower), callOver().call)).toMatchObject({
    replacedBy: "imageId",
  });
  const again = { ...ranged, keepers: { week: "2" } };
  expect(await pin.diff(newerState, ranged, known(again), callOver(withdrawn).call)).toMatchObject({
    replacedBy: "imageId",
  });
});

test("follow stays with its image, and says so, when nothing matches any more", async () => {
  const { told, call } = callOver([]);
  expect(await pin.diff(state, followed, known(followed), call)).toEqual({ changed: [] });
  expect(told).toEqual([
    'nothing matches the query any more; stays with "vLLM v0.9" (compshareImage-old, published 2023-11-14)',
  ]);
});

test("another region of the provider is an edited query", async () => {
  const there = callOver(rows, { region: "cn-sh2" });
  expect(await pin.diff(state, held, known(held), there.call)).toEqual({ changed: ["region"] });
  expect(await pin.update(state, held, known(held), there.call)).toMatchObject({ region: "cn-sh2" });
  const [, newer = {}] = rows;
  expect(
    await pin.diff(state, held, known(held), callOver([newer], { region: "cn-sh2" }).call),
  ).toMatchObject({ replacedBy: "imageId" });
});

test("a pin that holds does without a configuration that works", async () => {
  const broken = {
    ...callOver().call,
    lookup: () => {
      throw new ConfigurationError([{ property: "region", reason: "is none" }]);
    },
  };
  expect(await pin.diff(state, held, known(held), broken)).toEqual({ changed: [] });
  const policy = known({ ...held, policy: "hold" });
  expect(await pin.update(state, held, policy, broken)).toMatchObject({ region: "cn-wlcb" });
});

test("a pin that is written in another region is looked for where it was pinned", async () => {
  const there = callOver(rows, { region: "cn-sh2" });
  await pin.read(state, held, there.call);
  expect(there.asked[0]).toMatchObject({ region: "cn-wlcb", id: "compshareImage-old" });
});

test("the difference that a refresh asks for moves nothing, and the next one does", async () => {
  const { told, call } = callOver();
  const read = await pin.read(state, followed, call);
  expect(await pin.diff({ ...state, ...read }, followed, known(followed), call)).toEqual({ changed: [] });
  expect(told).toEqual([
    'a newer image matches the query: "vLLM v0.10" (compshareImage-new, published 2025-10-09)',
  ]);
  await pin.check(known(followed), state.outputs, call);
  expect(await pin.diff(state, followed, known(followed), call)).toMatchObject({ replacedBy: "imageId" });
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

test("a refresh of an image that is gone keeps the ID and says so", async () => {
  const { told, call } = callOver([rows[1] ?? {}]);
  const read = await pin.read(state, held, call);
  const text = "CompShare no longer has the image; instances cannot be created from it any more";
  expect(read).toMatchObject({ id: "compshareImage-old", outputs: { status: "Gone", warnings: [text] } });
  expect(told).toEqual([text]);
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
  expect(await pin.create(inputs, call)).toBeUndefined();
  expect(await pin.diff(state, held, inputs, call)).toEqual({ changed: ["mostRecent", "keepers"] });
  expect(await pin.update(state, held, inputs, call)).toEqual({});
  expect(asked).toEqual([]);
});

test("what does not exist is not imported", async () => {
  expect(
    await pin.read({ id: "compshareImage-none", outputs: {} }, undefined, callOver().call),
  ).toBeUndefined();
});
