import { beforeEach, expect, test } from "@jest/globals";
import type { Members } from "../../../provider/contract/members.ts";
import type { ResourceState } from "../../../provider/resources/resource.ts";
import { callOver, known, newPin, state } from "../../support/resources/pin-call.ts";
import { previewPin } from "../../support/resources/preview-pin.ts";

let pin: ReturnType<typeof newPin>;

beforeEach(() => {
  pin = newPin();
});

const preview = (...given: Parameters<typeof previewPin> extends [unknown, ...infer Rest] ? Rest : never) =>
  previewPin(pin, ...given);

const held = { nameContains: "vLLM", mostRecent: true };

/** A row with the name, version name and dates of seconds since 1970. */
function row(id: string, versionName: string | undefined, more: object = {}): object {
  return {
    CompShareImageId: `compshareImage-${id}`,
    Name: "family",
    VersionName: versionName,
    Status: "Available",
    ...more,
  };
}

const family = { nameContains: "family", policy: "withinRange", version: "1.x" };
const pinnedAt = (version: string): ResourceState => ({
  id: "compshareImage-m",
  outputs: { imageId: "compshareImage-m", name: "family", source: "platform", region: "cn-wlcb", version },
});

test.each([
  ["another image of the same version with a smaller ID", row("a", "1.9")],
  ["another image of the same version that was published later", row("z", "1.9", { PubTime: 1_790_000_000 })],
  ["a lower version that was published later", row("z", "1.8", { PubTime: 1_790_000_000 })],
])("withinRange does not move to %s", async (_, other) => {
  const { call } = callOver([row("m", "1.9", { PubTime: 1_780_000_000 }), other]);
  expect(await preview(pinnedAt("1.9.0"), family, known(family), call)).toEqual({
    changed: [],
    replacing: [],
  });
});

test("withinRange does not take a fourth number that an earlier plugin left out of the state for a higher version", async () => {
  const images = [row("m", "1.2.3.4"), row("n", "1.2.3.4")];
  const kept = pinnedAt("1.2.3");
  const state = { ...kept, outputs: { ...kept.outputs, versionName: "1.2.3.4" } };
  expect(await preview(state, family, known(family), callOver(images).call)).toEqual({
    changed: [],
    replacing: [],
  });
});

test("withinRange names both versions when it moves", async () => {
  const { told, call } = callOver([row("m", "1.9"), row("n", "1.10")]);
  await preview(pinnedAt("1.9.0"), family, known(family), call);
  expect(told).toEqual([
    'base: moves from "family" (compshareImage-m), version 1.9.0 to "family" (compshareImage-n), version 1.10.0',
  ]);
});

test.each<[string, object, object, boolean]>([
  ["created later than it was published", {}, { CreateTime: 1_790_000_000 }, true],
  ["created before it was published", {}, { CreateTime: 1_700_000_000 }, false],
  ["published at the same moment", {}, { PubTime: 1_780_000_000 }, false],
])("follow moves to an image that was %s: %s", async (_, own, other, moves) => {
  const query = { nameContains: "family", policy: "follow" };
  const rows = [row("m", undefined, { PubTime: 1_780_000_000, ...own }), row("a", undefined, other)];
  const difference = await preview(pinnedAt("1.9.0"), query, known(query), callOver(rows).call);
  expect(difference.replacing.length > 0).toBe(moves);
});

test.each<[string, string, object, object]>([
  ["-published", "PubTime", {}, { PubTime: 1_790_000_000 }],
  ["-created", "CreateTime", { CreateTime: 1_780_000_000 }, { CreateTime: 1_790_000_000 }],
  ["price", "Price", { Price: 2 }, { Price: 1 }],
  ["size", "Size", { Size: 200 }, { Size: 100 }],
  ["-version", "VersionName", { VersionName: "1.9" }, { VersionName: "1.10" }],
  [
    "-cudaVersion",
    "Softwares",
    { Softwares: { CUDAVersion: "12.1" } },
    { Softwares: { CUDAVersion: "12.8" } },
  ],
  [
    "-frameworkVersion",
    "Softwares",
    { Softwares: { FrameworkVersion: "2.1" } },
    { Softwares: { FrameworkVersion: "2.8" } },
  ],
])(
  "follow by %s moves to what is better, but not where %s could not be read",
  async (key, member, own, better) => {
    const query = { nameContains: "family", policy: "follow", orderBy: [key] };
    const odd =
      member === "Softwares" ? { Softwares: { CUDAVersion: [], FrameworkVersion: [] } } : { [member]: [] };
    const moves = async (mine: object, other: object): Promise<boolean> => {
      const rows = [
        row("m", undefined, { PubTime: 1_780_000_000, ...mine }),
        row("a", undefined, { PubTime: 1_780_000_000, ...other }),
      ];
      const { replacing } = await preview(pinnedAt("1.9.0"), query, known(query), callOver(rows).call);
      return replacing.length > 0;
    };
    expect(await moves(own, better)).toBe(true);
    expect(await moves({ ...own, ...odd }, better)).toBe(false);
    expect(await moves(own, { ...better, ...odd })).toBe(false);
  },
);

test("a refresh says of no image that it is newer where that could not be read", async () => {
  const inputs = { nameContains: "family", policy: "hold" };
  const refreshed = async (other: object): Promise<unknown> => {
    const rows = [row("m", undefined, { PubTime: 1_780_000_000 }), row("a", undefined, other)];
    const { call } = callOver(rows);
    return (await newPin().read(pinnedAt("1.9.0"), inputs, call))?.outputs["newerAvailable"];
  };
  expect(await refreshed({ PubTime: 1_790_000_000 })).toMatchObject({ id: "compshareImage-a" });
  expect(await refreshed({ PubTime: {} })).toBeNull();
});

test.each<[number, boolean]>([
  [2, false],
  [1, false],
  [0.5, true],
])("a pin whose image of 1 yuan is gone moves, by price, to one of %d yuan: %s", async (Price, moves) => {
  const query = { nameContains: "family", policy: "follow", orderBy: ["price"] };
  const gone = pinnedAt("1.9.0");
  const kept = { ...gone, outputs: { ...gone.outputs, price: 1 } };
  const { replacing } = await preview(
    kept,
    query,
    known(query),
    callOver([row("a", undefined, { Price })]).call,
  );
  expect(replacing.length > 0).toBe(moves);
});

test("an empty map of keepers is the same as none, and so is a default that is written out", async () => {
  const { asked, call } = callOver();
  for (const news of [
    { ...held, keepers: {} },
    { ...held, policy: "hold", statuses: ["Available"] },
  ])
    expect(await preview(state, held, known(news), call)).toEqual({ changed: [], replacing: [] });
  expect(asked).toEqual([]);
});

test("an image that was given by hand is looked up again in another region, and fails the check where it is not", async () => {
  const inputs = { imageId: "compshareImage-old" };
  const there = callOver([], { region: "cn-sh2" });
  expect((await pin.check(known(inputs), { inputs, outputs: state.outputs }, there.call)).problems).toEqual([
    {
      property: "imageId",
      reason: 'no CompShare image has the ID "compshareImage-old" of `imageId` (region cn-sh2, source any).',
    },
  ]);
});

test("a preview knows every output but the moment of the pinning", async () => {
  const outputs = (await pin.create(known({ name: "vLLM v0.9" }), true, callOver().call))?.outputs ?? {};
  expect(outputs).toMatchObject({ imageId: "compshareImage-old", name: "vLLM v0.9" });
  expect(Object.hasOwn(outputs, "resolvedAt")).toBe(false);
});

test("a new pin says once which image it takes, and its check adds the image to the inputs", async () => {
  const { told, call } = callOver();
  const inputs = known({ name: "vLLM v0.9" });
  const none = { inputs: {}, outputs: {} };
  const added = {
    pinned: {
      imageId: "compshareImage-old",
      name: "vLLM v0.9",
      version: "0.9.0",
      publishedAt: "2023-11-14T22:13:20Z",
    },
  };
  expect(await pin.check(inputs, none, call)).toEqual({ added });
  await pin.check(inputs, none, call);
  await pin.create({ ...inputs, values: { ...inputs.values, ...added } }, true, call);
  expect(told).toEqual(['base: pins "vLLM v0.9" (compshareImage-old, published 2023-11-14)']);
});

test("a pin that finds nothing, or several images, fails its check with the explanation", async () => {
  const { call } = callOver();
  const problem = async (values: Members): Promise<unknown> =>
    (await pin.check(known(values), { inputs: {}, outputs: {} }, call)).problems;
  expect(await problem({ name: "vLLM" })).toMatchObject([
    {
      property: "",
      reason: expect.stringContaining('IMAGE_NOT_FOUND: no CompShare image matches name: "vLLM"'),
    },
  ]);
  expect(await problem({ nameContains: "vLLM" })).toMatchObject([
    { property: "", reason: expect.stringContaining("IMAGE_AMBIGUOUS: 2 images match") },
  ]);
});

test("the ID of one of two twins takes the place of a pin's query, as the error says, and is accepted so", async () => {
  const { call } = callOver([row("q1", undefined), row("q2", undefined)]);
  const check = (values: Members) => pin.check(known(values), { inputs: {}, outputs: {} }, call);
  const reason = (await check({ name: "family" })).problems?.[0]?.reason.split("\n");
  expect(reason?.slice(1)).toEqual([
    "  id                 to get this one",
    "  compshareImage-q1  its `imageId`",
    "  compshareImage-q2  its `imageId`",
    "Add what the last column says (`imageId` takes the place of the query), or `mostRecent: true` to take the newest, or `orderBy` to take the first in an order of your own.",
  ]);
  expect(await check({ imageId: "compshareImage-q1" })).toMatchObject({
    added: { pinned: { imageId: "compshareImage-q1" } },
  });
});

test("a pin's query of a name that cannot be written gets the ID in its place", async () => {
  const { call } = callOver([row("heart", undefined, { Name: "heart❤\ufe0f" })]);
  const { problems } = await pin.check(known({ name: "heart❤" }), { inputs: {}, outputs: {} }, call);
  expect(problems?.[0]?.reason.split("\n").at(-1)).toBe(
    'The closest `name` is "heart❤\\u{fe0f}", which cannot be written as it is shown; `imageId: "compshareImage-heart"` takes the place of the query.',
  );
});

test("no program may give the input that the plugin adds", async () => {
  const values = { name: "vLLM v0.9", pinned: { imageId: "compshareImage-new" } };
  expect(await pin.check(known(values), { inputs: {}, outputs: {} }, callOver().call)).toMatchObject({
    problems: [{ property: "pinned" }],
  });
});

test("an engine that does not tell outputs moves no pin that holds, and still moves one that follows", async () => {
  const olds = { nameContains: "vLLM", mostRecent: true };
  const toldInputsOnly = { inputs: olds, outputs: {} };
  const { asked, call } = callOver();
  expect(await pin.check(known(olds), toldInputsOnly, call)).toEqual({ added: {}, undecided: true });
  expect(await pin.diff(state, olds, known(olds), call)).toEqual({ changed: [], replacing: [] });
  expect(asked).toEqual([]);
  const following = known({ nameContains: "vLLM", policy: "follow" });
  await pin.check(following, { inputs: following.values, outputs: {} }, call);
  expect(await pin.diff(state, following.values, following, call)).toEqual({
    changed: [],
    replacing: ["imageId"],
  });
  expect(await pin.create(following, false, call)).toMatchObject({ id: "compshareImage-new" });
});
