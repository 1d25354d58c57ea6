import { readFileSync } from "node:fs";
import { expect, test } from "@jest/globals";
import { elsewhere } from "../support/faults/covered-by-other-tests.ts";
import { body } from "../support/faults/scenarios/body.ts";
import { httpStatus } from "../support/faults/scenarios/http-status.ts";
import { paging } from "../support/faults/scenarios/paging.ts";
import { retCodes } from "../support/faults/scenarios/ret-codes.ts";
import { schema } from "../support/faults/scenarios/schema.ts";
import { slow } from "../support/faults/scenarios/slow.ts";
import { transport } from "../support/faults/scenarios/transport.ts";

const scenarios = [...transport, ...httpStatus, ...slow, ...body, ...retCodes, ...schema, ...paging];

test("each of the 116 rows of the catalogue has a scenario or a test elsewhere", () => {
  const held = new Set([...scenarios.map(({ row }) => row), ...Object.keys(elsewhere).map(Number)]);
  expect([...held].toSorted((one, other) => one - other)).toEqual(
    Array.from({ length: 116 }, (_, index) => index + 1),
  );
});

test("no two scenarios of a row are called the same", () => {
  const names = scenarios.map(({ row, what }) => `${row} ${what}`);
  expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([]);
});

test.each(Object.entries(elsewhere))("the tests that are said to hold row %s are there", (_, places) => {
  for (const [file, ...names] of places) {
    const text = readFileSync(file, "utf8");
    for (const name of names)
      expect({ file, name, found: text.includes(name) }).toEqual({ file, name, found: true });
  }
});
