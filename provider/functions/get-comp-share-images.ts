import { functions } from "../contract/functions.ts";
import { resolveScope } from "../listings/scope.ts";
import { findImages } from "../lookup/find-images.ts";
import { allowsChange, queryProblems } from "../lookup/query-problems.ts";
import { warningText } from "../messages/warnings.ts";
import { implement } from "./implement.ts";

/** Lists the images that are meant. */
export const getCompShareImages = implement(
  functions.getCompShareImages,
  (inputs) => queryProblems(inputs, false),
  async (inputs, lookup, signal) => {
    const { orderBy, offset, limit, minCount, maxCount } = inputs;
    const question = {
      filters: inputs,
      scope: resolveScope(inputs, lookup.scope),
      orderBy,
      allows: (change: Parameters<typeof allowsChange>[1]) => allowsChange(inputs, change, false),
      byId: (id: string) => ({ id }),
    };
    const part = { offset, limit, minCount, maxCount };
    const found = await findImages({ ...question, ...part }, lookup, signal);
    for (const warning of found.warnings) lookup.warn(warningText(warning));
    const { images, totalCount, selection } = found;
    return {
      images: [...images],
      ids: images.map(({ id }) => id),
      names: images.map(({ name }) => name),
      totalCount,
      selection,
    };
  },
);
