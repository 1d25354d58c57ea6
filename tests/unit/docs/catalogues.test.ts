import { expect, test } from "@jest/globals";
import { argumentsInChinese } from "../../../cli/query-flags-zh.ts";
import { fieldFacts } from "../../../provider/contract/field.ts";
import { image } from "../../../provider/contract/image.ts";
import { imagePinInputs } from "../../../provider/contract/image-pin.ts";
import { imageSources, sourceChoices } from "../../../provider/contract/image-sources.ts";
import { sourceArgument } from "../../../provider/contract/query.ts";
import { sources } from "../../../simulator/state/sources.ts";
import { codeWords, read } from "../../support/docs/documents.ts";

const described = (schema: Parameters<typeof fieldFacts.get>[0]): string =>
  fieldFacts.get(schema)?.description ?? "";

test.each([
  ["the field of an image", described(image.shape.source), imageSources],
  ["the argument", described(sourceArgument.source), sourceChoices],
  ["the argument of a pin", described(imagePinInputs.shape.source), sourceChoices],
  ["docs/selecting.md", read("docs/selecting.md"), sourceChoices],
  ["docs/selecting.zh-CN.md", read("docs/selecting.zh-CN.md"), sourceChoices],
])("%s names every catalogue", (_, text, names) => {
  expect(codeWords(text)).toEqual(expect.arrayContaining([...names]));
});

test("the Chinese help of the command line says what every catalogue is", () => {
  const said = [...argumentsInChinese.source.matchAll(/(\w+)（/g)].map(([, name]) => name);
  expect(said).toEqual(expect.arrayContaining([...sourceChoices]));
});

test("the simulator has a listing for every catalogue", () => {
  expect(sources.toSorted()).toEqual(imageSources.toSorted());
});
