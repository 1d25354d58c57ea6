import { expect, test } from "@jest/globals";
import { generateCommunity } from "../../support/simulator/generate-community.ts";

const rows = generateCommunity(4000, 7);

test("all IDs differ, and groups of one to four versions have a name of their own", () => {
  expect(new Set(rows.map((row) => row.CompShareImageId)).size).toBe(4000);
  for (const row of rows) expect(row.CompShareImageId).toMatch(/^compshareImage-[a-z0-9]{12}$/);
  const groups = Map.groupBy(rows, (row) => row["GroupId"]);
  expect(new Set(rows.map((row) => row.Name)).size).toBe(groups.size);
  expect(new Set([...groups.values()].map((versions) => versions.length))).toEqual(new Set([1, 2, 3, 4]));
});

test("the first version of a group is the newest and has the highest number", () => {
  for (const [newest, next] of Map.groupBy(rows, (row) => row["GroupId"]).values()) {
    if (newest === undefined || next === undefined) continue;
    expect(newest.PubTime).toBeGreaterThan(next.PubTime ?? 0);
    expect(String(newest["VersionName"]) > String(next["VersionName"])).toBe(true);
  }
});

test("the same seed gives the same rows and another seed gives others", () => {
  expect(generateCommunity(20, 7)).toEqual(generateCommunity(20, 7));
  expect(generateCommunity(20, 8)).not.toEqual(generateCommunity(20, 7));
});
