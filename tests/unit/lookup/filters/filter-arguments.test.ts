import { expect, test } from "@jest/globals";
import type { Image } from "../../../../provider/contract/image.ts";
import type { Filters } from "../../../../provider/contract/query.ts";
import {
  appliedFilters,
  describeFilters,
  filterProblems,
  matching,
} from "../../../../provider/lookup/filters/applied-filters.ts";
import { makeImage } from "../../../support/listings/make-image.ts";
import { soon } from "../../../support/soon.ts";

const images: readonly Image[] = [
  makeImage({
    id: "a",
    name: "vLLM v0.12.0",
    container: true,
    gpuTypes: ["4090", "H20"],
    framework: "vLLM",
    frameworkVersion: "0.12.0",
    cudaVersion: "12.8",
    pythonVersion: "3.12",
    osVersion: "Ubuntu 22.04",
    price: 0,
    sizeMb: 51_200,
    createdAt: "2026-01-01T00:00:00Z",
    publishedAt: "2026-02-01T00:00:00Z",
    tags: ["推理框架"],
  }),
  makeImage({
    id: "b",
    name: "vLLM v0.9.2",
    container: false,
    gpuTypes: ["5090"],
    framework: "vLLM",
    frameworkVersion: "0.9.2",
    cudaVersion: "12.10",
    pythonVersion: "3.9",
    osVersion: "Ubuntu 24.04",
    price: 1.5,
    sizeMb: 30_720,
    createdAt: "2025-06-01T00:00:00Z",
    publishedAt: "2025-06-02T12:00:00Z",
    official: false,
    certified: true,
    groupId: "qYl0zvqlo03V",
    tags: ["推理框架，推理", "qwen"],
  }),
  makeImage({ id: "c", name: "unspecified", official: false, imageCharge: false }),
];

const passing = (filters: Partial<Filters>): string =>
  matching(images, appliedFilters({ statuses: ["Available"], ...filters }))
    .map(({ id }) => id)
    .join("");

test.each<[Partial<Filters>, string]>([
  [{ nameGlob: "vLLM*" }, "ab"],
  [{ nameGlob: "vllm*" }, ""],
  [{ nameGlob: "vLLM v0.?.2" }, "b"],
  [{ nameGlob: "vLLM v0.[0-9]?.*" }, "a"],
  [{ nameGlob: "vLLM" }, ""],
  [{ nameGlob: "*\\.12.*" }, "a"],
  [{ nameRegex: "^vLLM v0\\.\\d\\." }, "b"],
  [{ nameRegex: "12" }, "a"],
  [{ nameRegex: "(?i)VLLM" }, "ab"],
  [{ groupId: "qYl0zvqlo03V" }, "b"],
  [{ officialOnly: true }, "a"],
  [{ officialOnly: false }, "abc"],
  [{ certifiedOnly: true }, "ab"],
  [{ tagsNone: ["qwen"] }, "ac"],
  [{ tagsNone: ["推理"] }, "ac"],
  [{ tagsNone: ["推理框架"] }, "c"],
  [{ tagsNone: ["qwen", "推理框架"] }, "c"],
  [{ tagsNone: ["推理框架，推理"] }, "c"],
  [{ tagsNone: ["nope,qwen"] }, "ac"],
  [{ tagsNone: ["qwen，"] }, "ac"],
  [{ tagsAny: ["推理框架，推理"] }, "ab"],
  [{ tagsAny: ["nope,qwen"] }, "b"],
  [{ tags: ["推理框架，推理"] }, "b"],
  [{ tags: ["nope,qwen"] }, ""],
  [{ container: true }, "a"],
  [{ container: false }, "b"],
  [{ gpuType: "h20" }, "a"],
  [{ gpuType: "409" }, ""],
  [{ framework: "VLLM" }, "ab"],
  [{ frameworkVersion: ">=0.10" }, "a"],
  [{ frameworkVersion: "0.9.x" }, "b"],
  [{ cudaVersion: "12.x" }, "ab"],
  [{ cudaVersion: ">12.8" }, "b"],
  [{ cudaVersion: "12.8" }, "a"],
  [{ pythonVersion: ">=3.10" }, "a"],
  [{ pythonVersion: "~3.9" }, "b"],
  [{ osVersion: ">=22.04 <24" }, "a"],
  [{ osVersion: "22.04" }, "a"],
  [{ osVersion: "ubuntu" }, "ab"],
  [{ osVersion: "Ubuntu >=24.04" }, "b"],
  [{ osVersion: "Debian >=1" }, ""],
  [{ osVersion: " Ubuntu\t>=24.04" }, "b"],
  [{ osVersion: ">=22.04 <24 ||\n>=24.04" }, "ab"],
  [{ osVersion: "!=22.04" }, "b"],
  [{ osVersion: "Ubuntu != 22.04" }, "b"],
  [{ osVersion: "≥24.04" }, "b"],
  [{ osVersion: "Ubuntu ≤22.04" }, "a"],
  [{ osVersion: "≠24.04" }, "a"],
  [{ osVersion: "＞＝２４．０４" }, "b"],
  [{ osVersion: "Ｕｂｕｎｔｕ　＞＝24.04" }, "b"],
  [{ osVersion: "Ubuntu ~=22.0" }, "a"],
  [{ osVersion: "v22.04" }, "a"],
  [{ osVersion: "Ubuntu v22.04" }, "a"],
  [{ osVersion: "Ubuntu Version: 22.04" }, "a"],
  [{ osVersion: "ubuntu版本22.04" }, "a"],
  [{ osVersion: "Ubuntu-22.04" }, "a"],
  [{ osVersion: "Ubuntu22.04" }, "a"],
  [{ osVersion: "Ubuntu 22.04 || 24.04" }, "ab"],
  [{ osVersion: "Ubuntu 22.x" }, "a"],
  [{ osVersion: "Ubuntu *" }, "ab"],
  [{ osVersion: "x" }, "ab"],
  [{ osVersion: "Ubuntu Server 22.04" }, ""],
  [{ version: "^0.12" }, "a"],
  [{ version: "0.9.2 || 0.12.0" }, "ab"],
  [{ version: "0.9 - 0.11" }, "b"],
  [{ freeOnly: true }, "ac"],
  [{ freeOnly: false }, "abc"],
  [{ maxPrice: 0 }, "a"],
  [{ maxPrice: 1.5 }, "ab"],
  [{ maxSizeMb: 40_000 }, "b"],
  [{ maxSizeMb: 51_200 }, "ab"],
  [{ createdAfter: "2026-01-01" }, "a"],
  [{ createdAfter: "2026-01-01T00:00:01Z" }, ""],
  [{ createdBefore: "2026-01-01" }, "b"],
  [{ publishedAfter: "2025-06-02T20:00:00+08:00" }, "ab"],
  [{ publishedBefore: "2025-06-02T12:00:00Z" }, ""],
  [{ publishedAfter: "2025-06-02", publishedBefore: "2025-06-03" }, "b"],
])("%j passes the images %j", (filters, expected) => {
  expect(passing(filters)).toBe(expected);
});

test.each<[Partial<Image>, boolean]>([
  [{ price: 0 }, true],
  [{ price: 0, imageCharge: true }, true],
  [{ price: 0.5, imageCharge: false }, false],
  [{ imageCharge: false }, true],
  [{ imageCharge: true }, false],
  [{}, false],
])("an image of which is known %j is free: %s", (known, free) => {
  const image = makeImage({ id: "image", ...known });
  expect(matching([image], appliedFilters({ statuses: ["Available"], freeOnly: true }))).toEqual(
    free ? [image] : [],
  );
});

test("a flag that is off is not applied, but `container` asks for something either way", () => {
  const off = { officialOnly: false, certifiedOnly: false, freeOnly: false, container: false };
  const applied = appliedFilters({ statuses: ["Available"], ...off });
  expect(describeFilters(applied)).toEqual({ container: "false", statuses: "Available" });
});

test.each<[Partial<Filters>, string]>([
  [{ frameworkVersion: "newest" }, "`frameworkVersion` must be a version range"],
  [{ cudaVersion: "" }, "`cudaVersion` must be a version range"],
  [{ version: ">=1 <" }, "`version` must be a version range"],
  [{ osVersion: "Ubuntu >>2" }, "`osVersion` must be a version range"],
  [{ osVersion: "" }, "`osVersion` must be a version range"],
  [{ osVersion: " - " }, "`osVersion` must be a version range"],
  [{ osVersion: "!Ubuntu" }, "`osVersion` must be a version range"],
  [{ osVersion: "≈22.04" }, "`osVersion` must be a version range"],
  [{ osVersion: "Ubuntu 22.04 LTS" }, "`osVersion` must be a version range"],
  [{ osVersion: "Ubuntu >=" }, "`osVersion` must be a version range"],
  [{ osVersion: "Ubuntu || Debian" }, "`osVersion` must be a version range"],
  [{ createdAfter: "2026-02-30" }, "`createdAfter` must be a date"],
  [{ createdBefore: "yesterday" }, "`createdBefore` must be a date"],
  [{ publishedAfter: "2026-1-1" }, "`publishedAfter` must be a date"],
  [{ publishedBefore: "2026-01-01T25:00:00Z" }, "`publishedBefore` must be a date"],
  [{ nameRegex: "(?=a)" }, "`nameRegex` must be a regular expression in RE2's syntax; look-around"],
  [{ nameRegex: "(a)\\1" }, "`nameRegex` must be a regular expression in RE2's syntax; look-around"],
  [{ nameRegex: "(" }, "`nameRegex` must be a regular expression"],
  [{ nameRegex: "a".repeat(1001) }, "`nameRegex` must not be longer than 1000 characters"],
  [{ nameGlob: "*".repeat(1001) }, "`nameGlob` must not be longer than 1000 characters"],
  [{ nameGlob: "[z-a]" }, "`nameGlob` must be a glob"],
  [{ tags: [","] }, "`tags` must not hold a tag of spaces and commas alone; leave it out instead"],
  [{ tagsAny: ["qwen", " ，, "] }, "`tagsAny` must not hold a tag of spaces and commas alone"],
  [{ tagsNone: ["\u3000"] }, "`tagsNone` must not hold a tag of spaces and commas alone"],
  [{ tagsNone: ["\u200b\ufeff"] }, "`tagsNone` must not hold a tag of spaces and commas alone"],
])("%j is refused by its name", (filters, text) => {
  const [problem] = filterProblems({ statuses: ["Available"], ...filters });
  expect(problem?.reason).toContain(text);
  expect(Object.keys(filters)).toEqual([problem?.property]);
});

test("a hostile pattern takes no longer for a long name than for the length of it", () => {
  const [filter] = appliedFilters({ statuses: ["Available"], nameRegex: "(a+)+$" });
  const long = makeImage({ id: "long", name: `${"a".repeat(50_000)}!` });
  // A backtracking engine would not come back from this.
  expect(soon(() => filter?.passes(long))).toBe(false);
});
