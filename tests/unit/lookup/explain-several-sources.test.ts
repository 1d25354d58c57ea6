import { expect, test } from "@jest/globals";
import { runFunction } from "../../support/functions/run-function.ts";
import { type Answers, gateway } from "../../support/lookup/gateway.ts";
import { rejectionOf, textOf } from "../../support/thrown.ts";

const never = new AbortController().signal;

/** A row of one name, and which ID it has. */
const same = (id: string, more: object = {}) => ({
  CompShareImageId: `compshareImage-${id}`,
  Name: "same",
  Author: "Ann",
  Status: "Available",
  ...more,
});
const askAny = { source: "any", name: "same" };

/** What the last column says of each of the images that are the same in several catalogues. */
async function lastColumn(answers: Answers): Promise<readonly (string | undefined)[]> {
  const { lookup } = gateway(answers);
  const text = textOf(await rejectionOf(runFunction("getCompShareImage", askAny, lookup, never)));
  return text.split("\n").map((line) => line.split(/ {2,}/).at(-1));
}

test("of one name in two catalogues each image is found in its own, and the error says so", async () => {
  const answers = { platform: [same("p")], custom: [same("c")] };
  expect(await lastColumn(answers)).toEqual([
    expect.stringContaining("2 images match"),
    "to get this one",
    'source: "custom"',
    'source: "platform"',
    'Add what the last column says (`source` takes the place of `source: any`), or `mostRecent: true` with `author: "Ann"` to take the newest, or `orderBy` with `author: "Ann"` to take the first in an order of your own.',
  ]);
  for (const [source, id] of [
    ["custom", "compshareImage-c"],
    ["platform", "compshareImage-p"],
  ] as const)
    expect(
      await runFunction("getCompShareImage", { ...askAny, source }, gateway(answers).lookup, never),
    ).toMatchObject({ id });
});

test.each<[string, Answers, readonly string[]]>([
  [
    "no advice where another image stands there too, by what an earlier catalogue says of it",
    { platform: [same("p")], custom: [same("c"), same("p")] },
    ["its `id`", 'source: "platform"'],
  ],
  [
    "no advice where an image of an earlier catalogue stands there too, and matches there alone",
    { platform: [same("p"), same("x", { Status: "Offline" })], custom: [same("c"), same("x")] },
    ["its `id`", 'source: "platform"'],
  ],
  [
    "advice where an image of an earlier catalogue stands there too, and does not match there",
    { platform: [same("p")], custom: [same("c"), same("p", { Status: "Offline" })] },
    ['source: "custom"', 'source: "platform"'],
  ],
])("a catalogue is %s", async (_, answers, column) => {
  expect((await lastColumn(answers)).slice(2, -1)).toEqual(column);
});

test("where one catalogue was asked, none is advised", async () => {
  const { lookup } = gateway({ platform: [same("p"), same("q")] });
  const asked = { name: "same" };
  const text = textOf(await rejectionOf(runFunction("getCompShareImage", asked, lookup, never)));
  expect(text).not.toContain("source:");
});
