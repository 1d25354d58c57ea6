import { expect, test } from "@jest/globals";
import type { Filters } from "../../../../provider/contract/query.ts";
import { appliedFilters, unspecifiedImages } from "../../../../provider/lookup/filters/applied-filters.ts";
import { makeImage } from "../../../support/listings/make-image.ts";

const specified = makeImage({
  id: "specified",
  name: "vLLM v0.12.0",
  container: true,
  gpuTypes: ["4090"],
  framework: "vLLM",
  frameworkVersion: "0.12.0",
  cudaVersion: "12.8",
  pythonVersion: "3.12",
  osVersion: "Ubuntu 22.04",
  price: 1.5,
  sizeMb: 51_200,
  createdAt: "2026-01-01T00:00:00Z",
  publishedAt: "2026-02-01T00:00:00Z",
  groupId: "qYl0zvqlo03V",
  tags: ["推理框架"],
});
const bare = makeImage({ id: "bare" });

function unspecifiedFor(filter: Partial<Filters>): string[] {
  return appliedFilters({ statuses: ["Available"], ...filter }).flatMap((applied) =>
    unspecifiedImages(applied, [specified, bare]).map(({ id }) => id),
  );
}

test.each<Partial<Filters>>([
  { tags: ["qwen"] },
  { tagsAny: ["qwen"] },
  { groupId: "another" },
  { container: false },
  { gpuType: "H20" },
  { framework: "SGLang" },
  { frameworkVersion: ">1" },
  { cudaVersion: ">13" },
  { pythonVersion: "<3" },
  { osVersion: "Debian" },
  { version: ">1" },
  { freeOnly: true },
  { maxPrice: 1 },
  { maxSizeMb: 1 },
  { createdAfter: "2026-06-01" },
  { createdBefore: "2025-06-01" },
  { publishedAfter: "2026-06-01" },
  { publishedBefore: "2025-06-01" },
])("of two images that %j leaves out, only the one that says nothing of it is unspecified", (filter) => {
  expect(unspecifiedFor(filter)).toEqual(["bare"]);
});

test.each<Partial<Filters>>([
  { name: "another" },
  { tagsNone: ["推理框架"] },
  { certifiedOnly: true },
  { statuses: ["Reviewing"] },
])("no image is unspecified for %j", (filter) => {
  expect(unspecifiedFor(filter)).toEqual([]);
});

test.each(["frameworkVersion", "cudaVersion", "pythonVersion"] as const)(
  "an image whose %s cannot be read as a version is unspecified",
  (property) => {
    const [applied] = appliedFilters({ statuses: ["Available"], [property]: ">1" });
    const image = makeImage({ id: "image", [property]: "latest" });
    expect(applied && unspecifiedImages(applied, [image])).toEqual([image]);
  },
);
