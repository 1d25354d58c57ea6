import { functions } from "../contract/functions.ts";
import { findImages } from "../lookup/find-images.ts";
import { queryProblems } from "../lookup/query-problems.ts";
import { queryQuestion } from "../lookup/query-question.ts";
import { warningText } from "../messages/warnings.ts";
import { implement } from "./implement.ts";

/** Lists the images that are meant. */
export const getCompShareImages = implement(
  functions.getCompShareImages,
  (inputs) => queryProblems(inputs, false),
  async (inputs, lookup, signal) => {
    const { offset, limit, minCount, maxCount } = inputs;
    const question = queryQuestion(inputs, lookup, false);
    const found = await findImages({ ...question, offset, limit, minCount, maxCount }, lookup, signal);
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
