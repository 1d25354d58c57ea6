import { functions } from "../contract/functions.ts";
import { findOne } from "../lookup/answer-query.ts";
import { queryProblems } from "../lookup/query-problems.ts";
import { warningText } from "../messages/warnings.ts";
import { implement } from "./implement.ts";

/** Finds the one image that is meant. */
export const getCompShareImage = implement(
  functions.getCompShareImage,
  (inputs) => queryProblems(inputs, true),
  async (inputs, lookup, signal) => {
    const { image, selection, warnings } = await findOne(inputs, lookup, signal);
    for (const warning of warnings) lookup.warn(warningText(warning));
    return image === undefined ? { found: false, selection } : { found: true, ...image, selection };
  },
);
