import type { Image, ImageSource } from "../provider/contract/image.ts";
import { imageSources } from "../provider/contract/image-sources.ts";
import type { Catalogue } from "../provider/listings/catalogue.ts";
import { catalogueText } from "../provider/listings/catalogue-file.ts";
import { createFileCatalogue } from "../provider/listings/catalogue-over-file.ts";

/** An image of a test: its ID and whatever else the test cares about. */
export type MockImage = Partial<Image> & { readonly id: string };

/** The members that every image has, as CompShare would say them of one of its own. */
function wholeImage(image: MockImage): Image {
  return {
    name: "",
    source: "platform",
    status: "Available",
    tags: [],
    official: false,
    certified: false,
    ...image,
  };
}

const taken = "2000-01-01";

/** The text of a catalogue file with these images: what a test makes up is checked as what a file holds. */
function mockCatalogueText(images: readonly MockImage[], region: string): string {
  const whole = images.map(wholeImage);
  const listings = imageSources.map((source: ImageSource) => ({
    source,
    region,
    images: whole.filter((image) => image.source === source),
  }));
  const tags = [...new Set(whole.flatMap((image) => image.tags))].sort();
  return catalogueText({ takenAt: taken, listings, tags: [{ region, tags, categories: {} }] });
}

/** A catalogue over images that a test makes up. It is all there is: nothing else could be in a newer file. */
export function madeUpCatalogue(images: readonly MockImage[], region: string): Catalogue {
  const text = mockCatalogueText(images, region);
  const { file: _file, ...catalogue } = mockCatalogue("images", () => Promise.resolve(text));
  return catalogue;
}

/** A catalogue over the text of a catalogue file. That it is old is nothing to a test. */
export function mockCatalogue(path: string, text: () => Promise<string | undefined>): Catalogue {
  return createFileCatalogue({
    path,
    readFile: text,
    now: () => 0,
    maxAgeDays: undefined,
    warn: () => undefined,
  });
}
