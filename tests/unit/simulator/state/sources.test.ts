import { expect, test } from "@jest/globals";
import type { ImageRow } from "../../../../simulator/state/image-row.ts";
import { createSources, type Source, sources } from "../../../../simulator/state/sources.ts";

const row = (id: string): ImageRow => ({
  CompShareImageId: id,
  Name: id,
  ImageType: "App",
  Status: "Available",
});

const start = () =>
  createSources({
    platform: [row("p")],
    custom: [row("c")],
    shared: [row("s")],
    published: [row("own")],
    community: [row("theirs"), row("own")],
  });

test.each<[string, readonly Source[]]>([
  ["p", ["platform"]],
  ["c", ["custom"]],
  ["s", ["shared"]],
  ["theirs", ["community"]],
  ["own", ["published", "community"]],
])("the image %s is patched and removed in %j and nowhere else", (id, holders) => {
  const listings = start();
  listings.patch(id, { Status: "Offline" });
  const holding = (kept: (row: ImageRow) => boolean) =>
    sources.filter((source) => listings.rows(source).some(kept));
  expect(holding(({ Status }) => Status === "Offline")).toEqual(holders);
  listings.remove(id);
  expect(holding(({ CompShareImageId }) => CompShareImageId === id)).toEqual([]);
  expect(sources.flatMap((source) => listings.rows(source))).toHaveLength(6 - holders.length);
});

test("an image is put among the platform's unless a listing is named", () => {
  const listings = start();
  listings.put(row("new"));
  listings.put(row("new"), "shared");
  listings.put({ ...row("new"), Name: "replaced" }, "shared");
  const named = (source: Source) => listings.rows(source).map(({ Name }) => Name);
  expect(sources.map(named)).toEqual([["p", "new"], ["c"], ["s", "replaced"], ["own"], ["theirs", "own"]]);
});

test("an ID that stands nowhere is refused", () => {
  expect(() => start().patch("nobody", {})).toThrow(new RangeError('The catalogue has no image "nobody".'));
  expect(() => start().remove("nobody")).toThrow(RangeError);
});

test("what one listing changes leaves the lists of the others as they were", () => {
  const listings = start();
  const before = listings.rows("community");
  listings.patch("p", { Status: "Offline" });
  expect(listings.rows("community")).toBe(before);
});
