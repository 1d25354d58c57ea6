import type { PageImage } from "../page-data.ts";

/** What images can be narrowed by, in the order in which it is offered. */
export const facetNames = [
  "framework",
  "cuda",
  "python",
  "gpu",
  "tag",
  "price",
  "status",
  "source",
  "trust",
] as const;

/** Something that images can be narrowed by. */
export type FacetName = (typeof facetNames)[number];

/** Values that are chosen of each facet. */
export type Chosen = Readonly<Record<FacetName, readonly string[]>>;

/** Something of each facet. */
export function ofEachFacet<Value>(make: (name: FacetName) => Value): Readonly<Record<FacetName, Value>> {
  return {
    framework: make("framework"),
    cuda: make("cuda"),
    python: make("python"),
    gpu: make("gpu"),
    tag: make("tag"),
    price: make("price"),
    status: make("status"),
    source: make("source"),
    trust: make("trust"),
  };
}

export const nothingChosen: Chosen = ofEachFacet(() => []);

/** Highest price of an image, in yuan an hour, that counts as low. */
const lowPrice = 1;

interface Facet {
  readonly values: (image: PageImage) => readonly string[];
  /** Whether an image has to have all of the chosen values, or one of them. */
  readonly needs: "all" | "one";
  readonly order: "count" | "version" | readonly string[];
}

const single = (value: string | undefined): readonly string[] => (value === undefined ? [] : [value]);

/** What each facet reads of an image. */
export const facets: Readonly<Record<FacetName, Facet>> = {
  framework: { values: ({ framework }) => single(framework), needs: "one", order: "count" },
  cuda: { values: ({ cuda }) => single(cuda), needs: "one", order: "version" },
  python: { values: ({ python }) => single(python), needs: "one", order: "version" },
  gpu: { values: ({ gpus = [] }) => gpus, needs: "one", order: "count" },
  tag: { values: ({ tags }) => tags, needs: "all", order: "count" },
  price: {
    values: ({ price }) => [priceBand(price)],
    needs: "one",
    order: ["free", "low", "high", "unknown"],
  },
  status: { values: ({ status = "unknown" }) => [status], needs: "one", order: "count" },
  source: { values: ({ source }) => [source], needs: "one", order: "count" },
  trust: {
    values: ({ trust = "other" }) => [trust],
    needs: "one",
    order: ["official", "certified", "other"],
  },
};

function priceBand(price: number | undefined): string {
  if (price === undefined) return "unknown";
  if (price === 0) return "free";
  return price <= lowPrice ? "low" : "high";
}

/** A value and how many images have it. */
export interface FacetValue {
  readonly value: string;
  readonly count: number;
}

const byNumbers = new Intl.Collator("en", { numeric: true });

/** All values of a facet in the order in which they are offered. */
export function facetValues(name: FacetName, images: readonly PageImage[]): readonly FacetValue[] {
  const { order } = facets[name];
  const values = [...countValues(name, images)].map(([value, count]) => ({ value, count }));
  const place = ({ value }: FacetValue): number => (Array.isArray(order) ? order.indexOf(value) : 0);
  return values.toSorted((one, other) =>
    order === "version"
      ? byNumbers.compare(other.value, one.value)
      : place(one) - place(other) || other.count - one.count || byNumbers.compare(one.value, other.value),
  );
}

/** How many of some images have each value of a facet. */
function countValues(name: FacetName, images: readonly PageImage[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const image of images)
    for (const value of facets[name].values(image)) counts.set(value, (counts.get(value) ?? 0) + 1);
  return counts;
}

/** Whether an image has what is chosen of a facet. */
function passesFacet(name: FacetName, chosen: readonly string[], image: PageImage): boolean {
  if (chosen.length === 0) return true;
  const { values, needs } = facets[name];
  const own = values(image);
  return needs === "all"
    ? chosen.every((value) => own.includes(value))
    : chosen.some((value) => own.includes(value));
}

/** The images that pass all facets, and how many would pass with each value of each facet. */
export interface Narrowed {
  readonly images: readonly PageImage[];
  readonly counts: Readonly<Record<FacetName, ReadonlyMap<string, number>>>;
}

/** Narrows images by all facets. A facet that wants one of its values counts them as if none of it were chosen. */
export function narrow(images: readonly PageImage[], chosen: Chosen): Narrowed {
  const active = facetNames.filter((name) => chosen[name].length > 0);
  const passing = (names: readonly FacetName[]): readonly PageImage[] =>
    names.length === 0
      ? images
      : images.filter((image) => names.every((name) => passesFacet(name, chosen[name], image)));
  const all = passing(active);
  const counts = ofEachFacet((name) => {
    const own = facets[name].needs === "one" && active.includes(name);
    return countValues(name, own ? passing(active.filter((other) => other !== name)) : all);
  });
  return { images: all, counts };
}
