import { expect, test } from "@jest/globals";
import { generateCatalogue } from "../../../../simulator/catalogue/generate-catalogue.ts";

const rows = generateCatalogue(4000, 7);

const share = (type: string): number => rows.filter((row) => row.ImageType === type).length;

test("an eighth is System, three quarters App, an eighth Other", () => {
  expect([share("System"), share("App"), share("Other")]).toEqual([500, 3000, 500]);
});

test("all IDs and all names differ", () => {
  expect(new Set(rows.map((row) => row.CompShareImageId)).size).toBe(4000);
  expect(new Set(rows.map((row) => row.Name)).size).toBe(4000);
  for (const row of rows) expect(row.CompShareImageId).toMatch(/^compshareImage-[a-z0-9]{12}$/);
});

test("the same seed gives the same rows and another seed gives others", () => {
  expect(generateCatalogue(20, 7)).toEqual(generateCatalogue(20, 7));
  expect(generateCatalogue(20, 8)).not.toEqual(generateCatalogue(20, 7));
});
