import { afterEach, expect, test } from "@jest/globals";
import * as fc from "fast-check";
import { functions } from "../../../provider/contract/functions.ts";
import { imagePinInputs } from "../../../provider/contract/image-pin.ts";
import { exclusiveArguments, imagesQuery } from "../../../provider/contract/query.ts";
import type { InputProblem } from "../../../provider/errors/input-problem.ts";
import { setLanguage } from "../../../provider/messages/messages.ts";
import { parseInputs } from "../../../provider/schema/parse-inputs.ts";
import { shown } from "../../support/shown-problems.ts";

afterEach(() => setLanguage("en"));

type Inputs = Readonly<Record<string, unknown>>;

const list = (inputs: Inputs) =>
  parseInputs(functions.getCompShareImages.inputs, inputs, "argument", exclusiveArguments);
const single = (inputs: Inputs) =>
  parseInputs(functions.getCompShareImage.inputs, inputs, "argument", exclusiveArguments);
const tags = (inputs: Inputs) =>
  parseInputs(functions.getCompShareImageTags.inputs, inputs, "argument", exclusiveArguments);

test("defaults are filled in, and null counts as not given", () => {
  expect(list({ name: null, limit: undefined })).toEqual({ value: { statuses: ["Available"], offset: 0 } });
  expect(single({ name: "ComfyUI", ifMissing: null })).toEqual({
    value: { name: "ComfyUI", statuses: ["Available"], mostRecent: false, ifMissing: "error" },
  });
});

test("unknown image types and states are arguments like any other", () => {
  expect(list({ imageType: "Agent", statuses: ["Frozen"] })).toEqual({
    value: { imageType: "Agent", statuses: ["Frozen"], offset: 0 },
  });
});

const orderKeys =
  '"published", "created", "name", "version", "frameworkVersion", "cudaVersion", "size", "price", "id", "-published", "-created", "-name", "-version", "-frameworkVersion", "-cudaVersion", "-size", "-price", "-id"';

test.each<[Inputs, string, string]>([
  [{ tag: "pytorch" }, "tag", "unknown argument `tag`; did you mean `tags`?"],
  [{ image_type: "App" }, "image_type", "unknown argument `image_type`; did you mean `imageType`?"],
  [{ Name: "x" }, "Name", "unknown argument `Name`; did you mean `name`?"],
  [{ "Name.0": "x" }, "Name.0", "unknown argument `Name.0`; did you mean `name`?"],
  [{ limit: 0 }, "limit", "`limit` must be at least 1"],
  [{ limit: -1 }, "limit", "`limit` must be at least 1"],
  [{ limit: 1.5 }, "limit", "`limit` must be a whole number"],
  [{ limit: "20" }, "limit", "`limit` must be a number"],
  [{ limit: Number.NaN }, "limit", "`limit` must be a number"],
  [{ limit: Number.POSITIVE_INFINITY }, "limit", "`limit` must be a number"],
  [{ limit: 20_001 }, "limit", "`limit` must be at most 20000"],
  [{ limit: 2 ** 53 }, "limit", "`limit` must be at most 20000"],
  [{ offset: -(2 ** 53) }, "offset", "`offset` must be at least 0"],
  [{ name: "" }, "name", "`name` must not be empty; leave it out instead"],
  [{ imageType: "" }, "imageType", "`imageType` must not be empty; leave it out instead"],
  [{ imageType: true }, "imageType", "`imageType` must be text"],
  [{ name: false }, "name", "`name` must be text"],
  [
    { name: 12.8 },
    "name",
    "`name` must be text: put it in quotes, since YAML reads 3.10 as 3.1 and 13.0 as 13",
  ],
  [
    { name: 2 ** 53 },
    "name",
    "`name` must be text: put it in quotes, since YAML reads 3.10 as 3.1 and 13.0 as 13",
  ],
  [
    { cudaVersion: 12.8 },
    "cudaVersion",
    "`cudaVersion` must be text: put it in quotes, since YAML reads 3.10 as 3.1 and 13.0 as 13",
  ],
  [
    { cudaVersion: 13 },
    "cudaVersion",
    "`cudaVersion` must be text: put it in quotes, since YAML reads 3.10 as 3.1 and 13.0 as 13",
  ],
  [
    { version: 2 },
    "version",
    "`version` must be text: put it in quotes, since YAML reads 3.10 as 3.1 and 13.0 as 13",
  ],
  [
    { osVersion: 22 },
    "osVersion",
    "`osVersion` must be text: put it in quotes, since YAML reads 3.10 as 3.1 and 13.0 as 13",
  ],
  [{ name: { like: "x" } }, "name", "`name` must be text"],
  [{ container: "True" }, "container", "`container` must be true or false"],
  [{ maxPrice: "free" }, "maxPrice", "`maxPrice` must be a number"],
  [{ maxPrice: -0.5 }, "maxPrice", "`maxPrice` must be at least 0"],
  [{ tags: "pytorch" }, "tags", "`tags` must be a list"],
  [{ tags: {} }, "tags", "`tags` must be a list"],
  [{ tags: [] }, "tags", "`tags` must have at least one entry; leave it out instead"],
  [{ tags: [""] }, "tags[0]", "`tags[0]` must not be empty; leave it out instead"],
  [{ tags: ["a", null] }, "tags[1]", "`tags[1]` must be text"],
  [{ statuses: [[]] }, "statuses[0]", "`statuses[0]` must be text"],
  [{ orderBy: [] }, "orderBy", "`orderBy` must have at least one entry; leave it out instead"],
  [{ orderBy: "name" }, "orderBy", "`orderBy` must be a list"],
  [{ orderBy: ["size", "newest"] }, "orderBy[1]", `\`orderBy[1]\` must be one of ${orderKeys}`],
  [
    { source: "mine" },
    "source",
    '`source` must be one of "platform", "custom", "shared", "published", "community", "any"',
  ],
  [{ region: "Shanghai" }, "region", "`region` must look like `cn-wlcb`"],
  [{ region: "" }, "region", "`region` must look like `cn-wlcb`"],
  [{ zone: "cn-wlcb" }, "zone", "`zone` must look like `cn-wlcb-01`"],
  [
    { name: "a", nameContains: "b" },
    "nameContains",
    "only one of `name` and `nameContains` may be given; leave one of them out",
  ],
  [
    { nameRegex: "c", nameGlob: "b", name: "a" },
    "nameGlob",
    "only one of `name`, `nameGlob` and `nameRegex` may be given; leave all but one of them out",
  ],
])("%j is refused: %s %s", (inputs, property, reason) => {
  expect(shown(list(inputs))).toEqual({ problems: [{ property, reason }] });
});

test.each<[Inputs, string, string]>([
  [{ mostRecent: "yes" }, "mostRecent", "`mostRecent` must be true or false"],
  [{ ifMissing: "ignore" }, "ifMissing", '`ifMissing` must be one of "error", "empty"'],
  [
    { mostRecent: true, orderBy: ["id"] },
    "orderBy",
    "only one of `mostRecent` and `orderBy` may be given; leave one of them out",
  ],
])("for one image %j is refused: %s %s", (inputs, property, reason) => {
  expect(shown(single(inputs))).toEqual({ problems: [{ property, reason }] });
});

test("`mostRecent: false` asks for nothing, so it excludes nothing", () => {
  expect(single({ mostRecent: false, orderBy: ["id"] }).problems).toBeUndefined();
});

test.each([
  [{ gpuType: 4090 }, { gpuType: "4090" }],
  [{ name: 2 ** 53 - 1 }, { name: "9007199254740991" }],
  [{ tags: ["a", 4090, "b"] }, { tags: ["a", "4090", "b"] }],
  [
    { imageType: 7, author: -1 },
    { imageType: "7", author: "-1" },
  ],
])("whole numbers in %j stand for their text", (inputs, expected) => {
  expect(parseInputs(imagesQuery, inputs, "argument")).toMatchObject({ value: expected });
});

test("a whole number in a map of texts is its text", () => {
  expect(parseInputs(imagePinInputs, { keepers: { week: 48 } }, "argument")).toMatchObject({
    value: { keepers: { week: "48" } },
  });
});

test("a pin's map of keepers is checked entry by entry", () => {
  const parsed = parseInputs(imagePinInputs, { keepers: { build: true }, policy: "never" }, "argument");
  expect(shown(parsed)).toEqual({
    problems: [
      { property: "keepers.build", reason: "`keepers.build` must be text" },
      { property: "policy", reason: '`policy` must be one of "hold", "follow", "withinRange"' },
    ],
  });
});

const scope = "`region`, `zone`, `projectId`";

test("without a name that is near, the known ones are listed", () => {
  expect(shown(tags({ colour: "blue" })).problems?.[0]?.reason).toBe(
    `unknown argument \`colour\`; known are ${scope}`,
  );
});

test("names that only another function has are unknown, and nothing else is said of them", () => {
  const unknown = (name: string): object => ({
    property: name,
    reason: `unknown argument \`${name}\`; known are ${scope}`,
  });
  expect(shown(tags({ name: "a", nameContains: "b" }))).toEqual({
    problems: [unknown("name"), unknown("nameContains")],
  });
});

test("every problem is told at once, one an argument", () => {
  const { problems = [] } = list({ limit: 0, offset: -1, tags: [], colour: 1, name: "a", nameRegex: "b" });
  expect(problems.map(({ property }) => property)).toEqual([
    "tags",
    "offset",
    "limit",
    "colour",
    "nameRegex",
  ]);
});

test.each(["__proto__", "constructor", "toString", "hasOwnProperty"])(
  "%s is an unknown argument like any other",
  (name) => {
    const inputs: Inputs = JSON.parse(`{"${name}": {"name": "x"}}`);
    expect(shown(tags(inputs))).toEqual({
      problems: [{ property: name, reason: `unknown argument \`${name}\`; known are ${scope}` }],
    });
  },
);

test("an unknown name is shown in plain text and cut", () => {
  const [problem] = shown(tags({ [`\u202e\n${"x".repeat(500)}`]: 1 })).problems ?? [];
  expect(problem?.reason).toMatch(/^unknown argument `\\u\{202e\}\\u\{a\}x+…`; known are /);
  expect(problem?.reason.length).toBeLessThan(150);
});

test.each<[Inputs, InputProblem]>([
  [
    { regoin: "cn-sh2" },
    {
      property: "regoin",
      problem: {
        kind: "unknownArgument",
        allowed: ["region", "zone", "projectId"],
        closest: "region",
      },
    },
  ],
  [
    { colour: 1 },
    {
      property: "colour",
      problem: {
        kind: "unknownArgument",
        allowed: ["region", "zone", "projectId"],
        closest: undefined,
      },
    },
  ],
  [{ region: "Nowhere!" }, { property: "region", problem: { kind: "badForm", example: "cn-wlcb" } }],
  [{ zone: 7.5 }, { property: "zone", problem: { kind: "numberForText" } }],
  [{ projectId: {} }, { property: "projectId", problem: { kind: "wrongType", wanted: "string" } }],
  [{ projectId: "" }, { property: "projectId", problem: { kind: "emptyText" } }],
])("%j is a problem in facts, whatever the language", (inputs, problem) => {
  for (const language of ["en", "zh"] as const) {
    setLanguage(language);
    expect(tags(inputs)).toStrictEqual({ problems: [problem] });
  }
});

test.each([
  [{ source: "comunity" }, "community"],
  [{ source: "Platform" }, "platform"],
  [{ source: "\u2603" }, undefined],
  [{ source: ["community"] }, undefined],
])("of %j, none of the allowed values, the closest one is %j", (inputs, closest) => {
  const allowed = ["platform", "custom", "shared", "published", "community", "any"];
  expect(single(inputs).problems).toStrictEqual([
    { property: "source", problem: { kind: "notAllowed", allowed, closest } },
  ]);
});

test("problems are told in Chinese when Chinese was chosen", () => {
  setLanguage("zh");
  expect(
    shown(list({ limit: 0, tag: "x", name: "a", nameContains: "b" })).problems?.map(({ reason }) => reason),
  ).toEqual([
    "`limit` 不能小于 1",
    "未知参数 `tag`；是否想写 `tags`？",
    "`name`、`nameContains` 只能给出一个，请去掉其余的",
  ]);
});

const names = Object.keys(functions.getCompShareImages.inputs.shape);
const anyInputs = fc.dictionary(
  fc.oneof(fc.constantFrom(...names), fc.string(), fc.constantFrom("__proto__", "constructor", "toString")),
  fc.oneof(fc.anything({ withNullPrototype: true }), fc.string(), fc.integer(), fc.array(fc.string())),
);

test("no inputs make parsing throw, and each problem is one whole line that repeats no value", () => {
  fc.assert(
    fc.property(anyInputs, (inputs) => {
      for (const parse of [list, single, tags]) {
        const parsed = parse({ ...inputs, author: { canary: "canary-4711" } });
        expect(JSON.stringify(parsed.problems)).not.toContain("canary-4711");
        const { problems = [] } = shown(parsed);
        for (const { reason } of problems) expect(reason).not.toMatch(/canary-4711|undefined|\[object|\n/);
        expect(new Set(problems.map(({ property, reason }) => property + reason)).size).toBe(problems.length);
      }
    }),
    { numRuns: 500 },
  );
});

test("what was accepted is accepted again as it came out", () => {
  fc.assert(
    fc.property(anyInputs, (inputs) => {
      const parsed = list(inputs);
      if (parsed.problems === undefined) expect(list(parsed.value)).toEqual(parsed);
    }),
  );
});
