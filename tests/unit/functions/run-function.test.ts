import { expect, test } from "@jest/globals";
import * as z from "zod/mini";
import { functions } from "../../../provider/contract/functions.ts";
import { ArgumentError } from "../../../provider/errors/argument-error.ts";
import { functionRegistry } from "../../../provider/functions/registry.ts";
import { createCatalogue } from "../../../provider/listings/catalogue.ts";
import type { Lookup } from "../../../provider/lookup/lookup.ts";
import { runFunction } from "../../support/functions/run-function.ts";
import { rejectionOf, textOf } from "../../support/thrown.ts";
import { clientOver } from "../../support/ucloud/client-parts.ts";

const never = new AbortController().signal;

type Row = Readonly<Record<string, unknown>>;

const rows: readonly Row[] = [
  { CompShareImageId: "compshareImage-1aaaaaaaaaaa", Name: "SGLang", PubTime: 1_770_000_000 },
  { CompShareImageId: "compshareImage-1bbbbbbbbbbb", Name: "Ollama", PubTime: 1_760_000_000 },
].map((row) => ({ ...row, ImageType: "App", Status: "Available" }));

/** A context over the rows, and what the gateway was asked. */
function gateway(scope: Lookup["scope"] = {}) {
  const asked: Row[] = [];
  const listing = ({ id, offset }: Row): Row => {
    const found = id === undefined ? rows : rows.filter((row) => row["CompShareImageId"] === id);
    const page = offset === 0 ? found : [];
    return {
      TotalCount: found.length,
      ImageSet: id === undefined ? page : page.map((row) => ({ ...row, Readme: "#" })),
    };
  };
  const client = clientOver(({ action, request }) => {
    asked.push({ action, ...request });
    return action === "DescribeCompShareImages" ? listing(request) : { Tags: ["a"], TagsMap: { one: ["a"] } };
  });
  const catalogue = createCatalogue({
    connect: () => Promise.resolve(client),
    now: () => 0,
    timeoutMs: 1000,
    cacheMs: 1000,
  });
  return {
    asked,
    context: () => ({
      catalogue,
      scope,
      yieldToEventLoop: () => Promise.resolve(),
      warn: () => undefined,
      inform: () => undefined,
    }),
  };
}

test.each([
  ["getCompShareImage", true],
  ["getCompShareImages", true],
  ["getCompShareImageTags", true],
  ["toString", false],
  ["__proto__", false],
  ["", false],
])("%s is a function: %s", (name, expected) => {
  expect(functionRegistry.has(name)).toBe(expected);
});

test.each([
  ["getCompShareImage", { name: "SGLang" }],
  ["getCompShareImages", {}],
  ["getCompShareImageTags", {}],
] as const)("what %s answers fits the contract", async (name, inputs) => {
  const outputs = await runFunction(name, inputs, gateway().context, never);
  expect(() => z.encode(functions[name].outputs, outputs as never)).not.toThrow();
});

test("bad arguments fail before the lookup is opened", async () => {
  const context = (): never => {
    throw new Error("the lookup was opened");
  };
  const failed = runFunction("getCompShareImages", { limit: 0, tag: "x" }, context, never);
  await expect(failed).rejects.toThrow(ArgumentError);
  await expect(failed).rejects.toMatchObject({ problems: [{ property: "limit" }, { property: "tag" }] });
});

test("a query by ID reads that image alone, with its readme", async () => {
  const { asked, context } = gateway();
  const id = "compshareImage-1aaaaaaaaaaa";
  expect(await runFunction("getCompShareImage", { id }, context, never)).toMatchObject({ id, readme: "#" });
  expect(asked).toEqual([expect.objectContaining({ id })]);
});

test("an ID that does not exist reads the listing for the closest ones", async () => {
  const { asked, context } = gateway();
  const id = "compshareImage-1aaaaaaaaaab";
  const failed = runFunction("getCompShareImage", { id, source: "platform" }, context, never);
  expect(textOf(await rejectionOf(failed))).toContain('The closest `id` is "compshareImage-1aaaaaaaaaaa".');
  expect(asked.map((request) => [request["id"], request["offset"]])).toEqual([
    [id, 0],
    [undefined, 0],
    [undefined, 2],
  ]);
  expect(await runFunction("getCompShareImages", { id, source: "platform" }, context, never)).toMatchObject({
    totalCount: 0,
  });
});

test("the place of the call comes before the provider's", async () => {
  const { asked, context } = gateway({ region: "cn-sh2", projectId: "org-a" });
  await runFunction("getCompShareImages", {}, context, never);
  await runFunction("getCompShareImageTags", { zone: "cn-bj2-03", projectId: "org-b" }, context, never);
  expect(asked[0]).toMatchObject({ region: "cn-sh2", zone: undefined, projectId: "org-a" });
  expect(asked.at(-1)).toMatchObject({ region: "cn-bj2", zone: "cn-bj2-03", projectId: "org-b" });
});
