import { expect } from "@jest/globals";
import type { Image } from "../../../provider/contract/image.ts";
import type { Filters } from "../../../provider/contract/query.ts";
import { selectImage } from "../../../provider/lookup/select-images.ts";
import { textOf } from "../thrown.ts";
import { free, scope, shelf, wanted } from "./shelf.ts";

/** The text of the error that a search without a match ends in. */
export function noMatchError(filters: Partial<Filters>, images: readonly Image[] = shelf): string {
  try {
    selectImage({ ...free, images, filters: wanted(filters), scope, mostRecent: false, orderBy: undefined });
  } catch (error) {
    expect(error).toMatchObject({ code: "IMAGE_NOT_FOUND" });
    return textOf(error).replace(/^IMAGE_[A-Z_]+: /, "");
  }
  throw new Error("an image matches");
}
