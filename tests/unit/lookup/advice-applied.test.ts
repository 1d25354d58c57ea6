import { expect, test } from "@jest/globals";
import type { Image } from "../../../provider/contract/image.ts";
import type { Filters } from "../../../provider/contract/query.ts";
import { selectImage } from "../../../provider/lookup/select-images.ts";
import { makeImage } from "../../support/listings/make-image.ts";
import { free, scope, shelf, wanted } from "../../support/lookup/shelf.ts";
import { textOf } from "../../support/thrown.ts";

/** The text of the error that a search without a match ends in. */
function explain(filters: Partial<Filters>, images: readonly Image[] = shelf): string {
  try {
    selectImage({ ...free, images, filters: wanted(filters), scope, mostRecent: false, orderBy: undefined });
  } catch (error) {
    expect(error).toMatchObject({ code: "IMAGE_NOT_FOUND" });
    return textOf(error).replace(/^IMAGE_[A-Z_]+: /, "");
  }
  throw new Error("an image matches");
}

test("a name that is like nothing gets no way to all names where the other filters leave none of them", () => {
  expect(explain({ nameContains: "zzzzzzzz", author: "nobody", maxSizeMb: 1 })).toContain(
    "\nNo name is close to it.",
  );
});

test("of the tags that are close, those that match are named alone", () => {
  const images = [
    makeImage({ id: "a", tags: ["qwen2"] }),
    // As many that a line for each of them would be too long.
    ...["b", "c", "d", "e"].map((id) => makeImage({ id, tags: ["qwen1"], imageType: "System" })),
  ];
  expect(explain({ tags: ["qwen3"], imageType: "System" }, images)).toContain(
    'No image has the tag "qwen3"; closest: "qwen1".',
  );
});
