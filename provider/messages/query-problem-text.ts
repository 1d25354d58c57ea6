import type { FilterProblems, QueryProblems } from "../errors/query-problems.ts";
import { messages } from "./messages.ts";
import { code } from "./plain-text.ts";
import { ofInput, type ProblemTexts } from "./texts-by-kind.ts";

/** Texts of arguments that cannot be given together. */
export const queryProblemTexts: ProblemTexts<QueryProblems> = {
  exclusive: ({ arguments: names }) => messages().inputs.onlyOne(names.map(code)),
  zoneOutsideRegion: ({ zone, zoneRegion, region }) =>
    messages().inputs.zoneOutside(zone, zoneRegion, region),
  untrustedSource: ({ source, needsOneOf }, property) =>
    messages().images.filters.trust(property, source, needsOneOf),
  minOverMax: ({ minCount, maxCount }) => messages().images.counts.minOverMax(minCount, maxCount),
};

/** Texts of what is wrong with the value of a filter. */
export const filterProblemTexts: ProblemTexts<FilterProblems> = {
  versionRange: (_facts, property) => ofInput(property, messages().images.filters.range),
  osVersionRange: (_facts, property) => ofInput(property, messages().images.filters.osRange),
  moment: (_facts, property) => ofInput(property, messages().images.filters.moment),
  blankTag: (_facts, property) => ofInput(property, messages().images.filters.noTag),
  tooLong: ({ mostCharacters }, property) =>
    ofInput(property, messages().images.filters.tooLong(mostCharacters)),
  regularExpression: (_facts, property) => ofInput(property, messages().images.filters.regex),
  glob: (_facts, property) => ofInput(property, messages().images.filters.glob),
};
