import { expect, test } from "@jest/globals";
import {
  appliedFilters,
  matching,
  readsUnknown,
} from "../../../../provider/lookup/filters/applied-filters.ts";
import { ownName } from "../../../../provider/lookup/filters/name-filter.ts";
import { nameGlob } from "../../../../provider/lookup/filters/name-glob.ts";
import { nameRegex } from "../../../../provider/lookup/filters/name-regex.ts";
import { noteOddMembers } from "../../../../provider/ucloud/odd-members.ts";
import { makeImage } from "../../../support/listings/make-image.ts";
import { free, wanted } from "../../../support/lookup/shelf.ts";

test("an image with an empty name has none", () => {
  expect(ownName(makeImage({ id: "a", name: "" }))).toBeUndefined();
  expect(ownName(makeImage({ id: "a", name: "torch" }))).toBe("torch");
});

test.each([{ name: "torch" }, { nameContains: "torch" }, { nameGlob: "*" }, { nameRegex: ".*" }])(
  "an image whose name could not be read does not pass %j",
  (filters) => {
    const image = noteOddMembers(makeImage({ id: "a", name: "" }), ["name"]);
    const applied = appliedFilters(wanted(filters));
    expect(matching([image], applied)).toEqual([]);
    expect(applied.filter((filter) => readsUnknown(filter, image)).map(({ argument }) => argument)).toEqual(
      expect.arrayContaining(Object.keys(filters)),
    );
  },
);

test("in place of a pattern that no name fits no name is suggested", () => {
  const candidates = [makeImage({ id: "a", name: "vLLM" })];
  const miss = {
    wanted: "vLLm",
    candidates,
    images: candidates,
    works: () => true,
    byId: free.byId,
    keptOutBy: () => [],
  };
  expect(nameGlob.advise({ ...miss, argument: "nameGlob" })).toEqual([]);
  expect(nameRegex.advise({ ...miss, argument: "nameRegex" })).toEqual([]);
});

test("a pattern that cannot be read is not applied", () => {
  const applied = appliedFilters(wanted({ nameRegex: "(", imageType: "App" }));
  expect(applied.map(({ argument }) => argument)).toEqual(["imageType", "statuses"]);
});
