import { expect, test } from "@jest/globals";
import { fieldFacts } from "../../../provider/contract/field.ts";
import { functions } from "../../../provider/contract/functions.ts";
import { image } from "../../../provider/contract/image.ts";
import { resources } from "../../../provider/contract/resources.ts";
import { codeWords } from "../../support/docs/documents.ts";

const members = { ...functions, ...resources };
type Member = (typeof members)[keyof typeof members];

/** What a text may name beside the member's own fields: those of its images, and what its result is used for. */
const besides: Readonly<Record<keyof typeof members, readonly string[]>> = {
  getCompShareImage: [],
  getCompShareImages: Object.keys(image.shape),
  getCompShareImageTags: ["tagsAny"],
  ImagePin: [],
};

/** Texts of a pin in which `id` is the resource's own, which Pulumi gives it, or a key to order by. */
const otherIds = ["the resource", "imageId as output", "orderBy"];

const namesOf = ({ inputs, outputs }: Member): string[] => [
  ...Object.keys(inputs.shape),
  ...Object.keys(outputs.shape),
];
const everyName = new Set(Object.values(members).flatMap(namesOf));

/** The fields that a text names: `selection.warnings` is the field `selection`, `policy: hold` the field `policy`. */
function fieldsIn(text: string): string[] {
  return codeWords(text)
    .map((word) => word.replace(/[.:].*$/, ""))
    .filter((word) => everyName.has(word));
}

/** Every text of a function or a resource, with what it describes. */
function textsOf({ description, inputs, outputs }: Member): [string, string][] {
  const described = (shape: object, end: string): [string, string][] =>
    Object.entries(shape).map(([name, schema]) => [
      `${name}${end}`,
      fieldFacts.get(schema)?.description ?? "",
    ]);
  return [
    ["the resource", description],
    ...described(inputs.shape, ""),
    ...described(outputs.shape, " as output"),
  ];
}

test.each(Object.keys(members) as (keyof typeof members)[])("%s names no field that it has not", (name) => {
  const own = new Set([...namesOf(members[name]), ...besides[name]]);
  const foreign = textsOf(members[name]).flatMap(([where, text]) =>
    fieldsIn(text)
      .filter((word) => !own.has(word))
      .filter((word) => word !== "id" || !otherIds.includes(where))
      .map((word) => `${where}: ${word}`),
  );
  expect(foreign).toEqual([]);
});

// That it does what it says is tested in tests/unit/resources.
test("a pin says what moves it, and that a withdrawn image does not", () => {
  const { policy, imageId } = resources.ImagePin.inputs.shape;
  const text = fieldFacts.get(policy)?.description;
  expect(text).toContain("An image that is withdrawn moves nothing by itself.");
  for (const cause of ["`keepers`", "the query", "the region", "`imageId`"]) expect(text).toContain(cause);
  expect(fieldFacts.get(imageId)?.description).toContain("once more when the region changes");
});
