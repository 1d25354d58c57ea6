import { globSync } from "node:fs";
import { expect, test } from "@jest/globals";
import { testedGoals } from "../../../../bench/reliability/test-runs.ts";

const testFiles = globSync("tests/**/*.test.ts");

test.each(Object.entries(testedGoals))("the tests that hold %s are there", (_, { files }) => {
  for (const pattern of files)
    expect({ pattern, files: testFiles.filter((file) => new RegExp(pattern).test(file)) }).toEqual({
      pattern,
      files: expect.arrayContaining([expect.any(String)]),
    });
});
