import { expect, test } from "@jest/globals";
import { catalogueText } from "../../../provider/listings/catalogue-file.ts";
import { readCatalogueFile } from "../../../provider/listings/read-catalogue-file.ts";
import { decodeImage } from "../../../provider/ucloud/decode-row.ts";
import { makeImage } from "../../support/listings/make-image.ts";

/** Two images of a file, which differ in nothing but their IDs. */
function fileImages() {
  const images = ["a", "b"].map((id) =>
    makeImage({ id, name: id, author: "somebody with a long name", tags: ["one", "two"] }),
  );
  const listing = { source: "platform", region: "cn-wlcb", images } as const;
  const read = readCatalogueFile(catalogueText({ takenAt: "2026-07-22", listings: [listing], tags: [] }));
  return read.flaw === undefined ? (read.file.listings[0]?.images ?? []) : [];
}

test("images of a catalogue file have equal lists once, as those of the gateway do", () => {
  const [one, other] = fileImages();
  expect(one?.tags).toEqual(["one", "two"]);
  expect(one?.tags).toBe(other?.tags);
});

test("images of a catalogue file have the shape of those of the gateway", () => {
  const origin = { action: "A", path: "ImageSet[0]", source: "platform" } as const;
  const members = Object.keys(decodeImage({ CompShareImageId: "a" }, origin));
  expect(fileImages().map((image) => Object.keys(image))).toEqual([members, members]);
});
