import { expect, test } from "@jest/globals";
import type { Filters, OrderKey } from "../../../provider/contract/query.ts";
import { selectImages } from "../../../provider/images/select-images.ts";
import { letters, scope, shelf, wanted } from "./shelf.ts";

interface How {
  readonly orderBy?: readonly OrderKey[];
  readonly offset?: number;
  readonly limit?: number;
}

function select(filters: Partial<Filters>, { orderBy, offset = 0, limit }: How = {}) {
  return selectImages({ images: shelf, filters: wanted(filters), scope, orderBy, offset, limit });
}

test.each<[How, string, string, string]>([
  [{}, "decbahg", "all matches by -published, -created, name, id", ""],
  [{ orderBy: ["name"] }, "ecdgabh", "all matches by name", ""],
  [{ offset: 0, limit: 7 }, "decbahg", "all matches by -published, -created, name, id", ""],
  [{ limit: 2 }, "de", "matches 1 to 2 of 7 by -published, -created, name, id", "cbahg"],
  [{ limit: 1 }, "d", "matches 1 to 1 of 7 by -published, -created, name, id", "ecbah"],
  [{ offset: 2, limit: 2 }, "cb", "matches 3 to 4 of 7 by -published, -created, name, id", "ahg"],
  [{ offset: 5 }, "hg", "matches 6 to 7 of 7 by -published, -created, name, id", ""],
  [{ offset: 5, limit: 100 }, "hg", "matches 6 to 7 of 7 by -published, -created, name, id", ""],
  [{ offset: 7 }, "", "none of 7 matches by -published, -created, name, id", ""],
  [{ offset: 6, limit: 1, orderBy: ["-id"] }, "a", "matches 7 to 7 of 7 by -id", ""],
])("%j answers %j", (how, chosen, rule, next) => {
  const { images, totalCount, selection } = select({}, how);
  expect(letters(images)).toBe(chosen);
  expect(totalCount).toBe(7);
  expect(selection).toMatchObject({ rule, rowsScanned: 8, rowsMatched: 7 });
  expect(selection.runnersUp.map(({ id }) => id.at(-1)).join("")).toBe(next);
});

test("no match is an empty list", () => {
  expect(select({ name: "no such image" })).toEqual({
    images: [],
    totalCount: 0,
    selection: {
      rule: "no match",
      rowsScanned: 8,
      rowsMatched: 0,
      appliedFilters: { name: "no such image", statuses: "Available", region: "cn-wlcb", source: "platform" },
      runnersUp: [],
      warnings: [],
    },
  });
});

test("matches that their status hides are a warning, also where nothing is left", () => {
  const hidden =
    'left out because of their status: "ComfyUI基础镜像0.11.0" compshareImage-1fffffffffff (Reviewing)';
  expect(select({}).selection.warnings).toEqual([hidden]);
  expect(select({ name: "ComfyUI基础镜像0.11.0" })).toMatchObject({
    totalCount: 0,
    selection: { warnings: [hidden] },
  });
  expect(select({ statuses: ["Available", "Reviewing"] }).selection.warnings).toEqual([]);
});
