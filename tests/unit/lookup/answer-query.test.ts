import { expect, test } from "@jest/globals";
import * as z from "zod/mini";
import {
  imageQuery,
  imagesQuery,
  type pageArguments,
  type singleArguments,
} from "../../../provider/contract/query.ts";
import { findList, findOne, type Page } from "../../../provider/lookup/answer-query.ts";
import { gateway } from "../../support/lookup/gateway.ts";
import { rejectionOf, textOf } from "../../support/thrown.ts";

const never = new AbortController().signal;

/** Three versions of one image; the first is the newest. */
const platform = [3, 2, 1].map((version) => ({
  CompShareImageId: `compshareImage-${version}`,
  Name: `vLLM v${version}`,
  ImageType: "App",
  Status: "Available",
  PubTime: 1_700_000_000 + version,
}));

type Inputs = Readonly<Record<string, unknown>>;

async function many(inputs: Inputs): Promise<string> {
  const query = z.parse(imagesQuery, { nameContains: "vLLM", ...inputs });
  const { images } = await findList(query, gateway({ platform }).lookup(), never);
  return images.map(({ id }) => id.at(-1)).join("");
}

async function one(inputs: Inputs): Promise<string | undefined> {
  const query = z.parse(imageQuery, { nameContains: "vLLM", ...inputs });
  return (await findOne(query, gateway({ platform }).lookup(), never)).image?.id;
}

/** What each argument of a list alone does to the three. */
const pages: Readonly<Record<keyof typeof pageArguments, readonly [number, string]>> = {
  offset: [1, "21"],
  limit: [1, "3"],
  minCount: [4, "IMAGE_NOT_FOUND"],
  maxCount: [2, "IMAGE_AMBIGUOUS"],
};

test.each(Object.entries(pages))("the argument `%s` of a list counts", async (name, [value, outcome]) => {
  expect(await many({})).toBe("321");
  const refused = outcome.startsWith("IMAGE_");
  const found = refused ? textOf(await rejectionOf(many({ [name]: value }))) : await many({ [name]: value });
  expect(refused ? found.split(":")[0] : found).toBe(outcome);
});

/** What each argument of one image alone makes of a query that fails without it. */
const singles: Readonly<
  Record<keyof typeof singleArguments, readonly [Inputs, unknown, string | undefined]>
> = {
  mostRecent: [{}, true, "compshareImage-3"],
  ifMissing: [{ nameContains: "none" }, "empty", undefined],
};

test.each(Object.entries(singles))(
  "the argument `%s` of one image counts",
  async (name, [inputs, value, id]) => {
    expect(textOf(await rejectionOf(one(inputs)))).toMatch(/^IMAGE_/);
    expect(await one({ ...inputs, [name]: value })).toBe(id);
  },
);

test("an argument of a list that is not handed on fails in types", () => {
  // @ts-expect-error `maxCount` is not there.
  const page: Page = { offset: 0, limit: 1, minCount: 0 };
  expect(Object.keys(page)).toEqual(["offset", "limit", "minCount"]);
});
