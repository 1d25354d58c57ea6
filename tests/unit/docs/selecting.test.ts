import { readFileSync } from "node:fs";
import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { functions } from "../../../provider/contract/functions.ts";
import { type Simulator, startSimulator } from "../../../simulator/simulator.ts";
import { runFunction } from "../../support/functions/run-function.ts";
import { openCatalogue, quietContext } from "../../support/listings/open-catalogue.ts";

/** An example of the page: the argument it is for, what is asked, and the names that are found. */
type Example = readonly [argument: string, inputs: string, names: readonly string[]];

function examplesOf(page: string): Example[] {
  const rows = readFileSync(page, "utf8").matchAll(/^\| `(\w+)` \| .* \| `(\{.*\})` \| (.*) \|$/gm);
  return [...rows].map(([, argument = "", inputs = "", names = ""]) => [
    argument,
    inputs,
    [...names.matchAll(/`([^`]+)`/g)].map(([, name = ""]) => name),
  ]);
}

const examples = examplesOf("docs/selecting.md");

let simulator: Simulator;
beforeAll(async () => {
  simulator = await startSimulator();
});
afterAll(() => simulator.close());

test.each(examples)("the example of %s, %s, finds what the page says", async (argument, inputs, names) => {
  const asked: Record<string, unknown> = JSON.parse(inputs);
  expect(Object.keys(asked)).toContain(argument);
  const context = { ...quietContext, catalogue: openCatalogue(simulator), scope: {} };
  const answer = await runFunction("getCompShareImages", asked, () => context, new AbortController().signal);
  expect(answer["names"]).toEqual(names);
});

test("the page names every argument of both functions", () => {
  const page = readFileSync("docs/selecting.md", "utf8");
  const names = [functions.getCompShareImage, functions.getCompShareImages].flatMap(({ inputs }) =>
    Object.keys(inputs.shape),
  );
  expect(names.filter((name) => !page.includes(`\`${name}\``))).toEqual([]);
});

test("the Chinese page has the same examples", () => {
  expect(examplesOf("docs/selecting.zh-CN.md")).toEqual(examples);
});
