import { functions } from "../contract/functions.ts";
import { findList } from "../lookup/answer-query.ts";
import { queryProblems } from "../lookup/check-query.ts";
import { warningText } from "../messages/warnings.ts";
import { implement } from "./implement.ts";

/** Lists the images that are meant. */
export const getCompShareImages = implement(
  functions.getCompShareImages,
  (inputs) => queryProblems(inputs, false),
  async (inputs, lookup, signal) => {
    const { images, totalCount, selection, warnings } = await findList(inputs, lookup, signal);
    for (const warning of warnings) lookup.warn(warningText(warning));
    return {
      images: [...images],
      ids: images.map(({ id }) => id),
      names: images.map(({ name }) => name),
      totalCount,
      selection,
    };
  },
);
