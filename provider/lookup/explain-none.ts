import type { Image } from "../contract/image.ts";
import type { Advice, FunnelStep, NoMatch } from "../errors/no-match.ts";
import type { Change } from "../errors/query-facts.ts";
import {
  type AppliedFilter,
  changedFilters,
  filtersOver,
  matching,
  unspecifiedImages,
} from "./filters/applied-filters.ts";
import type { Miss } from "./filters/filter.ts";
import { ordered } from "./order.ts";
import { firstNamed, mostNamed, named, queryFacts, type Search } from "./search.ts";
import { keptOutUnread } from "./unreadable-members.ts";

/** Why no image passes, and what to change. Every change has been applied to the whole query, and images match then. */
export function explainNone(search: Search): NoMatch {
  // The server's own order must not show, here as little as in a result.
  const images = ordered(search.images, ["name"]);
  const filters = filtersOver(search.filters, images);
  const funnel = funnelSteps(filters, images);
  const works = (change: Change): boolean =>
    search.allows(change) &&
    matching(images, filtersOver(changedFilters(search.filters, change), images)).length > 0;
  const advice = mostLikelyFirst(filters, funnel).flatMap((filter) =>
    adviceOf(filter, filters, images, works),
  );
  const unread = keptOutUnread(images, filters).map(
    ({ argument, member, images: kept }): Advice => ({
      kind: "unreadable",
      argument,
      member,
      ...firstNamed(kept, named),
    }),
  );
  return { query: queryFacts(search), rowsRead: images.length, funnel, advice: [...unread, ...advice] };
}

/** How many images each filter of a search leaves. */
export function funnelOf({ filters, images }: Pick<Search, "filters" | "images">): readonly FunnelStep[] {
  return funnelSteps(filtersOver(filters, images), images);
}

function funnelSteps(filters: readonly AppliedFilter[], images: readonly Image[]): FunnelStep[] {
  const steps: FunnelStep[] = [];
  let left = images;
  for (const filter of filters) {
    if (left.length === 0) break;
    const unspecified = unspecifiedImages(filter, left).length;
    left = left.filter(filter.passes);
    steps.push({ argument: filter.argument, left: left.length, unspecified });
  }
  return steps;
}

/** The filter that removed the last images is the likeliest to be wrong. */
function mostLikelyFirst(
  filters: readonly AppliedFilter[],
  funnel: readonly FunnelStep[],
): readonly AppliedFilter[] {
  const last = funnel.at(-1)?.argument;
  return [
    ...filters.filter(({ argument }) => argument === last),
    ...filters.filter(({ argument }) => argument !== last),
  ];
}

function adviceOf(
  filter: AppliedFilter,
  filters: readonly AppliedFilter[],
  images: readonly Image[],
  works: (change: Change) => boolean,
): readonly Advice[] {
  const others = filters.filter((other) => other !== filter);
  const candidates = matching(images, others);
  // An image that this filter alone keeps out is named with its values, which says enough.
  const kept = others.length === 0 ? undefined : keptOut(filter, candidates, images, works);
  if (kept !== undefined) return [kept];
  // A filter that some image passes is wrong only beside the others; one that names an image is right then.
  const alone = candidates.length === 0 || !filter.hasSubstitutes;
  if (images.length === 0 || (alone && images.some(filter.passes))) return [];
  const { argument, wanted } = filter;
  const keptOutBy = (image: Image): Miss["argument"][] =>
    others.filter((other) => !other.passes(image)).map((other) => other.argument);
  return filter.advise({ argument, wanted, candidates, images, works, keptOutBy });
}

/** The images that a filter alone keeps out, with the change that would let them in. */
function keptOut(
  filter: AppliedFilter,
  found: readonly Image[],
  images: readonly Image[],
  works: (change: Change) => boolean,
): Advice | undefined {
  const { argument, lacking, shown, widened, hasSubstitutes } = filter;
  // A filter that nearly everything fails would list the catalogue.
  const few = found.length > 0 && (found.length <= mostNamed || widened !== undefined);
  if (!few || !hasSubstitutes) return undefined;
  const change = widened === undefined ? { [argument]: undefined } : widened(found, images);
  return {
    kind: "keptOut",
    argument,
    lacking,
    ...firstNamed(found, (image) => ({ ...named(image), value: shown(image) })),
    change: works(change) ? change : undefined,
  };
}
