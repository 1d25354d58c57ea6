import { expect, test } from "@jest/globals";
import * as z from "zod/mini";
import { actions } from "../../../provider/contract/actions.ts";
import { configuration } from "../../../provider/contract/configuration.ts";
import { field, fieldFacts, text, wholeNumber } from "../../../provider/contract/field.ts";
import { functions } from "../../../provider/contract/functions.ts";
import { image } from "../../../provider/contract/image.ts";
import {
  defaultOrder,
  exclusiveArguments,
  imageQuery,
  imagesQuery,
  orderKeys,
} from "../../../provider/contract/query.ts";
import { resources } from "../../../provider/contract/resources.ts";

test("the plugin can send six actions, and each one only reads", () => {
  expect(Object.keys(actions)).toEqual([
    "DescribeCompShareImages",
    "DescribeCompShareCustomImages",
    "DescribeCompShareSharingImages",
    "DescribeSelfCommunityImages",
    "DescribeCommunityImages",
    "DescribeCompShareImageTags",
  ]);
});

const wireNames: Readonly<Record<keyof typeof actions, string>> = {
  DescribeCompShareImages: "Region Zone ProjectId CompShareImageId ImageType Name Author Offset Limit",
  DescribeCompShareCustomImages: "Region Zone ProjectId CompShareImageId Offset Limit",
  DescribeCompShareSharingImages: "Region Zone ProjectId CompShareImageId Offset Limit",
  DescribeSelfCommunityImages: "Region Zone ProjectId Offset Limit",
  DescribeCommunityImages: "Region Zone ProjectId CompShareImageId Author Offset Limit",
  DescribeCompShareImageTags: "Region Zone ProjectId",
};

test.each(Object.entries(actions))("%s is sent these parameters and no others", (name, { request }) => {
  const names = Object.values(request).map(({ wire }) => wire);
  expect(names.join(" ")).toBe(wireNames[name as keyof typeof actions]);
});

test("only the two keys are secret", () => {
  const secret = Object.entries(configuration.shape).filter(([, schema]) => fieldFacts.get(schema)?.secret);
  expect(secret.map(([name]) => name)).toEqual(["publicKey", "privateKey"]);
});

test("a page asks for 1 to 100 rows, from 0 on", () => {
  const { limit, offset } = actions.DescribeCompShareImages.request;
  const page = z.strictObject({ limit: limit.schema, offset: offset.schema });
  const ask = (limit: unknown, offset: unknown = 0): boolean => z.safeParse(page, { limit, offset }).success;
  expect([ask(0), ask(1), ask(100), ask(101), ask(1.5)]).toEqual([false, true, true, false, false]);
  expect([ask(1, -1), ask(1, 0), ask(1, 1_000_000), ask(1, 1_000_001)]).toEqual([false, true, true, false]);
});

const shapes = [
  ...Object.entries(functions).flatMap(([name, { inputs, outputs }]) => [
    { name: `${name}.inputs`, shape: inputs.shape },
    { name: `${name}.outputs`, shape: outputs.shape },
  ]),
  ...Object.entries(resources).flatMap(([name, { inputs, outputs }]) => [
    { name: `${name}.inputs`, shape: inputs.shape },
    { name: `${name}.outputs`, shape: outputs.shape },
  ]),
  { name: "configuration", shape: configuration.shape },
];

test.each(shapes)("every field of $name says in a whole sentence what it is", ({ shape }) => {
  for (const [name, schema] of Object.entries(shape)) {
    const description = fieldFacts.get(schema)?.description ?? "";
    expect(`${name}: ${description}`).toMatch(/^\w+: [A-Z0-9`].*[.]$/s);
  }
});

test("an argument that has a default says it", () => {
  for (const query of [imageQuery, imagesQuery]) {
    for (const [name, schema] of Object.entries(query.shape)) {
      const without = z.safeParse(schema, undefined);
      if (!without.success || without.data === undefined) continue;
      expect(`${name}: ${fieldFacts.get(schema)?.description}`).toContain("Default: ");
    }
  }
});

test.each(exclusiveArguments)(
  "of the exclusive arguments %s and %s one says so, and names them all",
  (...names) => {
    const fields: Readonly<Record<string, z.ZodMiniType>> = imageQuery.shape;
    const saying = names.filter((name) => {
      const field = fields[name];
      const description = (field && fieldFacts.get(field)?.description) ?? "";
      const others = names.filter((other) => other !== name);
      return (
        description.includes("At most one of") &&
        others.every((other) => description.includes(`\`${other}\``))
      );
    });
    expect(Object.keys(fields)).toEqual(expect.arrayContaining([...names]));
    expect(saying.length).toBeGreaterThan(0);
  },
);

test("the default order uses known keys and ends at the ID, so that it is total", () => {
  expect(
    defaultOrder
      .map((key) => key.replace(/^-/, ""))
      .filter((key) => !orderKeys.some((known) => known === key)),
  ).toEqual([]);
  expect(defaultOrder.at(-1)).toBe("id");
});

test("the fields of an image have names of their own and wire names of their own", () => {
  const wires = Object.values(image.shape).flatMap((schema) => [fieldFacts.get(schema)?.wire ?? []].flat());
  expect(new Set(wires).size).toBe(wires.length);
});

test("a schema is one field only: its facts would otherwise replace each other's", () => {
  const schema = field(z.string(), { description: "First." });
  expect(() => field(schema, { description: "Second." })).toThrow("a schema is one field only: Second.");
});

test("text is never empty, a whole number keeps within its limits", () => {
  expect([z.safeParse(text(), "").success, z.safeParse(text(), " ").success]).toEqual([false, true]);
  const month = wholeNumber(1, 12);
  expect([0, 1, 12, 13, 1.5, "1"].map((value) => z.safeParse(month, value).success)).toEqual([
    false,
    true,
    true,
    false,
    false,
    false,
  ]);
});

test("each action only reads, and what it responds is part of it", () => {
  for (const [name, { readsOnly, response }] of Object.entries(actions)) {
    expect([name, readsOnly]).toEqual([expect.stringMatching(/^Describe/), true]);
    expect(Object.keys(response.shape)).not.toContain("RetCode");
  }
});

test("no action sends Tag: how CompShare compares tags is not known", () => {
  const sent = Object.values(actions).flatMap(({ request }) =>
    Object.values(request).map(({ wire }) => wire),
  );
  expect(sent).not.toContain("Tag");
});
