import { expect, test } from "@jest/globals";
import { read } from "../../support/docs/documents.ts";
import { faults } from "../../support/faults/faults.ts";

test("the page says how many faults there are", () => {
  const count = Object.values(faults).flat().length;
  expect(read("docs/reliability.md")).toContain(`| ${count} faults, each with its exact outcome`);
});
