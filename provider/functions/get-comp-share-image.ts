import { functions } from "../contract/functions.ts";
import { resolveScope } from "../listings/scope.ts";
import { findImage, findImageIfAny } from "../lookup/find-images.ts";
import { allowsChange, queryProblems } from "../lookup/query-problems.ts";
import type { Question } from "../lookup/search.ts";
import { warningText } from "../messages/warnings.ts";
import { implement } from "./implement.ts";

/** Finds the one image that is meant. */
export const getCompShareImage = implement(
  functions.getCompShareImage,
  (inputs) => queryProblems(inputs, true),
  async (inputs, lookup, signal) => {
    const { orderBy, mostRecent } = inputs;
    const question: Question = {
      filters: inputs,
      scope: resolveScope(inputs, lookup.scope),
      orderBy,
      mostRecent,
      allows: (change) => allowsChange(inputs, change, true),
      byId: (id) => ({ id }),
    };
    const find = inputs.ifMissing === "empty" ? findImageIfAny : findImage;
    const { image, selection, warnings } = await find(question, lookup, signal);
    for (const warning of warnings) lookup.warn(warningText(warning));
    return image === undefined ? { found: false, selection } : { found: true, ...image, selection };
  },
);
