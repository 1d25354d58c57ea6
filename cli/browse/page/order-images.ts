import type { PageImage } from "../page-data.ts";
import type { ViewState } from "./view-state.ts";

const byNumbers = new Intl.Collator(["en", "zh"], { numeric: true });

/** Images that do not say come last. */
const bySize = (read: (image: PageImage) => number | undefined) => (one: PageImage, other: PageImage) =>
  (read(one) ?? Number.POSITIVE_INFINITY) - (read(other) ?? Number.POSITIVE_INFINITY) || 0;

const comparers: Readonly<
  Record<Exclude<ViewState["order"], "newest">, (one: PageImage, other: PageImage) => number>
> = {
  name: (one, other) => byNumbers.compare(one.name, other.name),
  version: bySize(({ versionPlace }) => versionPlace),
  size: bySize(({ sizeMb }) => sizeMb),
  price: bySize(({ price }) => price),
};

/** Images in the order that is chosen; what is equal stays as it is, the newest first. */
export function orderImages(images: readonly PageImage[], order: ViewState["order"]): readonly PageImage[] {
  return order === "newest" ? images : images.toSorted(comparers[order]);
}
