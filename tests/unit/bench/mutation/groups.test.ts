import { globSync } from "node:fs";
import { expect, test } from "@jest/globals";
import { groups } from "../../../../bench/mutation/groups.ts";

test.each(Object.entries(groups))("the group %s has its files and its tests", (_, { mutate, tests }) => {
  for (const pattern of [...mutate, ...tests])
    expect({ pattern, files: globSync(pattern) }).toEqual({
      pattern,
      files: expect.arrayContaining([expect.any(String)]),
    });
});
