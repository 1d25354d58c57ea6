import { expect, test } from "@jest/globals";
import type { Image } from "../../../provider/contract/image.ts";
import type { Filters, OrderKey } from "../../../provider/contract/query.ts";
import { resolveScope } from "../../../provider/listings/scope.ts";
import { imageWarnings } from "../../../provider/lookup/image-warnings.ts";
import { selectImages } from "../../../provider/lookup/select-images.ts";
import { makeImage } from "../../support/listings/make-image.ts";
import { free, letters, scope, shelf, wanted } from "../../support/lookup/shelf.ts";
import { textOf, thrownBy } from "../../support/thrown.ts";

interface How {
  readonly orderBy?: readonly OrderKey[];
  readonly offset?: number;
  readonly limit?: number;
  readonly minCount?: number;
  readonly maxCount?: number;
  readonly images?: readonly Image[];
}

function select(filters: Partial<Filters>, { orderBy, images = shelf, offset = 0, ...how }: How = {}) {
  return selectImages({ ...free, images, filters: wanted(filters), scope, orderBy, offset, ...how });
}

test.each<[How, string, string, string]>([
  [{}, "decbahg", "all matches by -published, -created, name, id", ""],
  [{ orderBy: ["name"] }, "edcgabh", "all matches by name", ""],
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
    warnings: [],
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

test("as many matches as `minCount` and `maxCount` ask for are a result", () => {
  expect(select({}, { minCount: 7, maxCount: 7 }).totalCount).toBe(7);
});

test("fewer matches than `minCount` are an error, which explains none", () => {
  const text = (name: string, minCount: number): string =>
    textOf(thrownBy(() => select({ name }, { minCount })));
  expect(text("SGLang", 3)).toBe(
    'IMAGE_NOT_FOUND: 2 images match name: "SGLang", statuses: ["Available"], and `minCount` asks for 3. Widen the query or lower `minCount`.',
  );
  expect(text("SGLan", 1)).toMatch(
    /^IMAGE_NOT_FOUND: 0 images match, and `minCount` asks for 1\.\n.*"SGLang"/s,
  );
});

test("more matches than `maxCount` are an error, whatever part is asked for, and eight of them are named", () => {
  const text = (...args: Parameters<typeof select>): string => textOf(thrownBy(() => select(...args)));
  expect(text({ name: "SGLang" }, { maxCount: 1, limit: 1 })).toContain(
    '2 images match name: "SGLang", statuses: ["Available"], and `maxCount` allows 1: "SGLang" compshareImage-1ddddddddddd, "SGLang" compshareImage-1ccccccccccc. Narrow',
  );
  const images = ["i9", "i8", "i7", "i6", "i5", "i4", "i3", "i2", "i1"].map((id) => makeImage({ id }));
  const named = '"i1" i1, "i2" i2, "i3" i3, "i4" i4, "i5" i5, "i6" i6, "i7" i7, "i8" i8';
  expect(text({}, { images, maxCount: 8 })).toContain(`: ${named}, …. Narrow`);
  expect(text({}, { images: images.slice(1), maxCount: 7 })).toContain(`: ${named}. Narrow`);
});

test("errors about the number of matches repeat the places that the query names, and not those of the configuration", () => {
  const asked = { source: "community", zone: "cn-sh2-02" } as const;
  const counted = (part: { readonly minCount?: number; readonly maxCount?: number }): string => {
    const question = { ...free, images: shelf, filters: wanted({ name: "SGLang" }), offset: 0 };
    const named = resolveScope(asked, { projectId: "org-x" });
    return textOf(thrownBy(() => selectImages({ ...question, scope: named, ...part })));
  };
  const query = 'name: "SGLang", statuses: ["Available"], source: "community", zone: "cn-sh2-02", and';
  expect(counted({ minCount: 3 })).toContain(`2 images match ${query} \`minCount\` asks for 3.`);
  expect(counted({ maxCount: 1 })).toContain(`2 images match ${query} \`maxCount\` allows 1:`);
});

test("a list warns of images that list other zones than the one that is asked for, and an empty list of zones says nothing", () => {
  const images = [
    makeImage({ id: "a", name: "A", supportedZones: ["cn-wlcb-01"] }),
    makeImage({ id: "b", name: "B", supportedZones: ["cn-wlcb-02"] }),
    makeImage({ id: "c", name: "C", supportedZones: [] }),
    makeImage({ id: "d", name: "D" }),
  ];
  const warnings = (
    zone: string | undefined,
    rows: readonly Image[] = images,
    limit?: number,
  ): readonly string[] =>
    selectImages({
      ...free,
      images: rows,
      filters: wanted({}),
      scope: { ...scope, zone },
      orderBy: ["id"],
      offset: 0,
      limit,
    }).selection.warnings;
  expect(warnings(undefined)).toEqual([]);
  expect(warnings("cn-wlcb-01")).toEqual([
    'the zone cn-wlcb-01 is not listed by "B" b; instances may fail to start there',
  ]);
  expect(warnings("cn-wlcb-01", images, 1)).toEqual([]);
  const many = ["v", "w", "x", "y", "z"].map((id) =>
    makeImage({ id, name: id, supportedZones: ["cn-sh2-02"] }),
  );
  expect(warnings("cn-wlcb-01", many)).toEqual([
    'the zone cn-wlcb-01 is not listed by "v" v; "w" w; "x" x and 2 more; instances may fail to start there',
  ]);
});

test("the warning of one image has no empty list of zones", () => {
  const image = makeImage({ id: "c", supportedZones: [] });
  expect(imageWarnings(image, "cn-wlcb-01")).toEqual([]);
});

test("one image that is too many is one image", () => {
  expect(textOf(thrownBy(() => select({ name: "黑神话悟空" }, { maxCount: 0 })))).toContain(
    'IMAGE_AMBIGUOUS: 1 image matches name: "黑神话悟空", statuses: ["Available"], and `maxCount` allows 0: ',
  );
});
