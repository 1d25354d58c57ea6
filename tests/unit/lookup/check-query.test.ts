import { expect, test } from "@jest/globals";
import type { FunctionName } from "../../../provider/contract/functions.ts";
import { ArgumentError } from "../../../provider/errors/argument-error.ts";
import { shownProblem } from "../../../provider/messages/problem-text.ts";
import { runFunction } from "../../support/functions/run-function.ts";

const never = new AbortController().signal;

async function problemsOf(
  name: FunctionName,
  inputs: Readonly<Record<string, unknown>>,
): Promise<readonly string[]> {
  const unused = (): never => {
    throw new Error("nothing may be looked up for inputs that cannot be used");
  };
  const error: unknown = await runFunction(name, inputs, unused, never).catch((one: unknown) => one);
  if (!(error instanceof ArgumentError)) throw error;
  return error.problems.map(shownProblem).map(({ property, reason }) => `${property}: ${reason}`);
}

const trust =
  "needs `author`, `ownerAccountId`, `groupId`, `officialOnly` or `certifiedOnly`: other accounts can put an image there under any name, and the next one would be taken";

test.each<[FunctionName, Readonly<Record<string, unknown>>, string]>([
  [
    "getCompShareImage",
    { source: "community", name: "a", mostRecent: true },
    `mostRecent: \`mostRecent\` with \`source\` community ${trust}`,
  ],
  [
    "getCompShareImage",
    { source: "any", name: "a", orderBy: ["name"] },
    `orderBy: \`orderBy\` with \`source\` any ${trust}`,
  ],
  [
    "getCompShareImage",
    { name: "a", nameGlob: "b" },
    "nameGlob: only one of `name` and `nameGlob` may be given; leave one of them out",
  ],
  [
    "getCompShareImage",
    { name: "a", source: "elsewhere" },
    'source: `source` must be one of "platform", "custom", "shared", "published", "community", "any"',
  ],
  ["getCompShareImage", { ifMissing: "nothing" }, 'ifMissing: `ifMissing` must be one of "error", "empty"'],
  [
    "getCompShareImages",
    { minCount: 3, maxCount: 2 },
    "minCount: `minCount` 3 must not be larger than `maxCount` 2",
  ],
  ["getCompShareImages", { maxPrice: -1 }, "maxPrice: `maxPrice` must be at least 0"],
  [
    "getCompShareImages",
    { version: "newest" },
    "version: `version` must be a version range such as `^2.4`, `>=12.4 <13` or `12.x`",
  ],
  ["getCompShareImages", { mostRecent: true }, "mostRecent: unknown argument `mostRecent`"],
])("%s refuses %j", async (name, inputs, text) => {
  const [problem] = await problemsOf(name, inputs);
  expect(problem).toContain(text);
});

test.each([
  { author: "lipku" },
  { ownerAccountId: "50133150" },
  { groupId: "qYl0zvqlo03V" },
  { officialOnly: true },
  { certifiedOnly: true },
])("a publisher who is named by %j may be followed in the community's catalogue", async (trusted) => {
  const inputs = { source: "community", name: "a", mostRecent: true, ...trusted };
  const reached = new Error("looked up");
  const lookup = (): never => {
    throw reached;
  };
  await expect(runFunction("getCompShareImage", inputs, lookup, never)).rejects.toBe(reached);
});
