import { afterAll, beforeAll } from "@jest/globals";
import type { Image } from "../../../provider/contract/image.ts";
import { openPages, type Pages, platformImages } from "./open-pages.ts";

/** For the tests of a file: a browser, and the images of the platform. */
export function usePages(): { readonly pages: Pages; readonly images: readonly Image[] } {
  let started: { readonly pages: Pages; readonly images: readonly Image[] };
  beforeAll(async () => {
    const [pages, images] = await Promise.all([openPages(), platformImages()]);
    started = { pages, images };
  }, 60_000);
  afterAll(() => started.pages.dispose());
  return {
    get pages() {
      return started.pages;
    },
    get images() {
      return started.images;
    },
  };
}
