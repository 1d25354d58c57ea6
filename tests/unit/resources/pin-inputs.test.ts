import { beforeEach, expect, test } from "@jest/globals";
import { pinProblems } from "../../../provider/resources/pin-inputs.ts";
import { callOver, known, newPin } from "../../support/resources/pin-call.ts";
import { shown } from "../../support/shown-problems.ts";

let pin: ReturnType<typeof newPin>;

// Each test is a command of its own.
beforeEach(() => {
  pin = newPin();
});
const none = { inputs: {}, outputs: {} };

test.each([
  [
    { imageId: "a", name: "b" },
    "imageId: `imageId` names the image, so there is nothing to ask; leave it or `name` out",
  ],
  [{ imageId: "a", name: "b", mostRecent: true }, "leave it or `name`, `mostRecent` out"],
  [
    { imageId: "a", policy: "follow" },
    "policy: `policy: follow` needs a query; it cannot be combined with `imageId`",
  ],
  [
    { name: "a", policy: "withinRange" },
    "policy: `policy` withinRange needs `version`, the range to stay in, such as `^2.4`",
  ],
  [
    { name: "a", policy: "withinRange", version: "^2", orderBy: ["name"] },
    "orderBy: `policy` withinRange takes the highest version; leave `orderBy` out",
  ],
  [{ name: "a", policy: "never" }, 'policy: `policy` must be one of "hold", "follow", "withinRange"'],
  [{ keepers: { week: true } }, "keepers.week: `keepers.week` must be text"],
  [{ keepers: ["a"] }, "keepers: `keepers` must be a map"],
  [{ imageId: "" }, "imageId: `imageId` must not be empty; leave it out instead"],
  [{ nmae: "a" }, "nmae: unknown argument `nmae`; did you mean `name`?"],
  [{ id: "a" }, "id: unknown argument `id`; known are `name`"],
  [{ name: "a", nameContains: "b" }, "nameContains: only one of `name` and `nameContains` may be given"],
  [
    { version: "newest" },
    "version: `version` must be a version range such as `^2.4`, `>=12.4 <13` or `12.x`",
  ],
  [{ region: "cn-wlcb", zone: "cn-sh2-01" }, "zone: `zone` must lie in `region`"],
  [
    { name: "a", source: "community", policy: "follow" },
    "policy: `policy` with `source` community needs `author`, `ownerAccountId`, `groupId`, `officialOnly` or `certifiedOnly`",
  ],
  [
    { name: "a", source: "any", policy: "withinRange", version: "^2" },
    "policy: `policy` with `source` any needs `author`, `ownerAccountId`, `groupId`, `officialOnly` or `certifiedOnly`",
  ],
  [
    { name: "a", source: "community", mostRecent: true },
    "mostRecent: `mostRecent` with `source` community needs `author`",
  ],
  [
    { name: "a", source: "community", orderBy: ["-version"], policy: "follow" },
    "orderBy: `orderBy` with `source` community needs `author`",
  ],
])("%j is a problem of the property, and nothing is asked", async (values, text) => {
  const { asked, call } = callOver();
  const { problems = [] } = shown(await pin.check(known(values), none, call));
  const [problem] = problems;
  expect(`${problem?.property}: ${problem?.reason}`).toContain(text);
  expect(asked).toEqual([]);
});

test.each([
  { name: "a", source: "community", author: "somebody", policy: "follow" },
  { imageId: "compshareImage-old", source: "platform", region: "cn-wlcb", keepers: { week: "1" } },
  { imageId: "compshareImage-old", mostRecent: false, officialOnly: false },
  { name: "a", policy: "withinRange", version: "^2", mostRecent: true },
  {},
])("%j is no problem", (values) => {
  expect(pinProblems(known(values))).toEqual([]);
});

test("inputs that are not known yet are not judged, and count as given", async () => {
  const { asked, call } = callOver();
  const inputs = { values: { policy: "withinRange", name: "a" }, unknown: ["version"] };
  expect(await pin.check(inputs, none, call)).toEqual({ added: {} });
  const both = { values: { imageId: "a" }, unknown: ["name"] };
  expect(await pin.check(both, none, call)).toMatchObject({ problems: [{ property: "imageId" }] });
  expect(asked).toEqual([]);
});

test("an image that is given by hand has to exist", async () => {
  const { call } = callOver();
  expect(shown(await pin.check(known({ imageId: "compshareImage-none" }), none, call)).problems).toEqual([
    {
      property: "imageId",
      reason:
        'no CompShare image has the ID "compshareImage-none" of `imageId` (region cn-wlcb, source any).',
    },
  ]);
});

test("an image that is pinned already is not looked up again", async () => {
  const { asked, call } = callOver([]);
  const inputs = known({ imageId: "compshareImage-old" });
  const outputs = { imageId: "compshareImage-old", region: "cn-wlcb" };
  expect((await pin.check(inputs, { inputs: {}, outputs }, call)).problems).toBeUndefined();
  expect(asked).toEqual([]);
});

test.each([
  ["a new pin", none, {}],
  [
    "a pin of another image",
    {
      inputs: { imageId: "compshareImage-new" },
      outputs: { imageId: "compshareImage-new", region: "cn-wlcb" },
    },
    {},
  ],
  [
    "a pin of the same image in another region",
    {
      inputs: { imageId: "compshareImage-old" },
      outputs: { imageId: "compshareImage-old", region: "cn-sh2" },
    },
    { region: "cn-wlcb" },
  ],
])(
  "a check of %s looks an image that is given by hand up once, even if nothing is kept",
  async (_, before, place) => {
    const { asked, call } = callOver(undefined, {}, 0);
    const inputs = known({ imageId: "compshareImage-old", ...place });
    expect((await pin.check(inputs, before, call)).problems).toBeUndefined();
    expect(asked).toHaveLength(1);
  },
);

test("an image that another region does not have is a problem of `imageId`", async () => {
  const { call } = callOver([]);
  const inputs = known({ imageId: "compshareImage-old", region: "cn-sh2" });
  const outputs = { imageId: "compshareImage-old", region: "cn-wlcb" };
  expect(shown(await pin.check(inputs, { inputs: {}, outputs }, call)).problems).toEqual([
    {
      property: "imageId",
      reason: 'no CompShare image has the ID "compshareImage-old" of `imageId` (region cn-sh2, source any).',
    },
  ]);
});
