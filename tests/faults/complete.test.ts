import { readFileSync } from "node:fs";
import { expect, test } from "@jest/globals";
import { coveredByOtherTests } from "../support/faults/covered-by-other-tests.ts";
import { faults } from "../support/faults/faults.ts";
import { body } from "../support/faults/scenarios/body.ts";
import { httpStatus } from "../support/faults/scenarios/http-status.ts";
import { paging } from "../support/faults/scenarios/paging.ts";
import { retCodes } from "../support/faults/scenarios/ret-codes.ts";
import { schema } from "../support/faults/scenarios/schema.ts";
import { slow } from "../support/faults/scenarios/slow.ts";
import { transport } from "../support/faults/scenarios/transport.ts";

const scenarios = { transport, httpStatus, slow, body, retCodes, schema, paging };
const names = Object.values(faults).flat();

test("no two faults have the same name", () => {
  expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([]);
});

test.each(names)("the fault %j has a scenario, or other tests that hold it", (name) => {
  const held = [
    ...Object.values(scenarios).flatMap((group) => group.map(({ fault }) => fault)),
    ...Object.keys(coveredByOtherTests),
  ];
  expect(held).toContain(name);
});

test.each(Object.entries(scenarios))("the scenarios of %s are about faults of this group", (group, list) => {
  const own: readonly string[] = Object.entries(faults).find(([name]) => name === group)?.[1] ?? [];
  expect(list.filter(({ fault }) => !own.includes(fault))).toEqual([]);
});

test("no two scenarios of a fault are called the same", () => {
  const titles = Object.values(scenarios).flatMap((group) =>
    group.map(({ fault, what }) => `${fault}: ${what}`),
  );
  expect(titles.filter((title, index) => titles.indexOf(title) !== index)).toEqual([]);
});

test.each(Object.entries(coveredByOtherTests))("the tests that are said to hold %j are there", (_, tests) => {
  for (const [file, ...titles] of tests) {
    const text = readFileSync(file, "utf8");
    for (const title of titles)
      expect({ file, title, found: text.includes(title) }).toEqual({ file, title, found: true });
  }
});
