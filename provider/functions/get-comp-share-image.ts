import { functions } from "../contract/functions.ts";
import { findImage, findImageIfAny } from "../lookup/find-images.ts";
import { queryProblems } from "../lookup/query-problems.ts";
import { queryQuestion } from "../lookup/query-question.ts";
import { warningText } from "../messages/warnings.ts";
import { implement } from "./implement.ts";

/** Finds the one image that is meant. */
export const getCompShareImage = implement(
  functions.getCompShareImage,
  (inputs) => queryProblems(inputs, true),
  async (inputs, lookup, signal) => {
    const find = inputs.ifMissing === "empty" ? findImageIfAny : findImage;
    const { image, selection, warnings } = await find(queryQuestion(inputs, lookup, true), lookup, signal);
    for (const warning of warnings) lookup.warn(warningText(warning));
    return image === undefined ? { found: false, selection } : { found: true, ...image, selection };
  },
);
