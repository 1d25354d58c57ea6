import { expect, test } from "@jest/globals";
import { actions } from "../../../provider/contract/actions.ts";
import { configuration } from "../../../provider/contract/configuration.ts";
import { fieldFacts } from "../../../provider/contract/field.ts";
import { functions } from "../../../provider/contract/functions.ts";
import { image } from "../../../provider/contract/image.ts";
import { imageQuery, imagesQuery } from "../../../provider/contract/query.ts";
import { codeWords, table } from "../../support/docs/documents.ts";

const file = "docs/decisions/0005-coverage.md";

/** What CompShare's page of the action names. */
const onThePage = {
  Request: "Action Region Zone CompShareImageId ImageType Name Author Tag Offset Limit".split(" "),
  Response: ["Action", "RetCode", "TotalCount", "ImageSet"],
  Image: ["CompShareImageId", "Name", "ImageType", "Author", "Status", "Tags", "Description"],
};

interface Row {
  readonly wire: string;
  readonly starred: boolean;
  /** Our name; absent where the page says `none`. */
  readonly ours: string | undefined;
}

function rows(heading: string): Row[] {
  return table(file, heading).map(([wire = "", ours = ""]) => ({
    wire: codeWords(wire).join(),
    starred: wire.endsWith("*"),
    ours: ours === "none" ? undefined : codeWords(ours).join(),
  }));
}

/** Wire names of the fields of an object, each with the field's own name. */
function wireNames(
  shape: Readonly<Record<string, Parameters<typeof fieldFacts.get>[0]>>,
): [string, string][] {
  return Object.entries(shape).flatMap(([name, schema]) =>
    [fieldFacts.get(schema)?.wire ?? []].flat().map((wire): [string, string] => [wire, name]),
  );
}

const mapping = (heading: string): Map<string, string | undefined> =>
  new Map(rows(heading).map(({ wire, ours }) => [wire, ours]));

test.each(Object.entries(onThePage))("the table %s has all that CompShare's page names", (heading, names) => {
  const starred = rows(heading).filter((row) => row.starred);
  expect(starred.map(({ wire }) => wire).toSorted()).toEqual(names.toSorted());
});

test.each(["Request", "Response", "Image", "Tags"])("the table %s names everything once", (heading) => {
  const names = rows(heading).map(({ wire }) => wire);
  expect(names).toEqual([...new Set(names)]);
});

test("every parameter that an action sends is in the table, beside the argument of its name", () => {
  const sent = Object.values(actions).flatMap(({ request }) => Object.entries(request));
  const listed = mapping("Request");
  for (const [name, { wire }] of sent) expect([wire, listed.get(wire)]).toEqual([wire, name]);
});

test("the parameter that no action sends is beside the argument that stands for it", () => {
  expect(mapping("Request").get("Tag")).toBe("tags");
});

test("every parameter of the table is an argument or a configuration key", () => {
  const names = [imageQuery, imagesQuery, configuration].flatMap(({ shape }) => Object.keys(shape));
  const listed = [...mapping("Request").values()];
  expect(listed.filter((ours) => ours !== undefined && !names.includes(ours))).toEqual([]);
});

test("every member of a listing that is read is in the table, under a name that the functions answer", () => {
  const listed = mapping("Response");
  expect(
    Object.keys(actions.DescribeCompShareImages.response.shape).filter((member) => !listed.has(member)),
  ).toEqual([]);
  const answers = Object.keys(functions.getCompShareImages.outputs.shape);
  expect([...listed.values()].filter((ours) => ours !== undefined && !answers.includes(ours))).toEqual([]);
});

test("every member of an image that is read is in the table, beside the field that it becomes", () => {
  const listed = mapping("Image");
  for (const [wire, name] of wireNames(image.shape)) expect([wire, listed.get(wire)]).toEqual([wire, name]);
});

test("the table has no member of an image that is not read", () => {
  const inContract = wireNames(image.shape).map(([wire]) => wire);
  const others = rows("Image").filter(({ wire }) => !inContract.includes(wire));
  expect(others).toEqual([{ wire: "IsOfficial", starred: false, ours: "official" }]);
});

test("every member of the list of tags is in the table, under a name that the function answers", () => {
  const listed = mapping("Tags");
  expect(
    Object.keys(actions.DescribeCompShareImageTags.response.shape).filter((member) => !listed.has(member)),
  ).toEqual([]);
  const answers = Object.keys(functions.getCompShareImageTags.outputs.shape);
  expect([...listed.values()].filter((ours) => ours !== undefined && !answers.includes(ours))).toEqual([]);
});

test("what the decisions call planned is not there yet", () => {
  const planned = table("docs/decisions/0007-departures-and-choices.md", "Not there yet").flatMap(
    ([what = ""]) => codeWords(what),
  );
  const there = [imageQuery, imagesQuery, configuration].flatMap(({ shape }) => Object.keys(shape));
  expect(planned.filter((name) => there.includes(name))).toEqual([]);
});
