import { functions } from "../contract/functions.ts";
import { findOne } from "../lookup/answer-query.ts";
import { queryProblems } from "../lookup/check-query.ts";
import { messages } from "../messages/messages.ts";
import { nameText } from "../messages/query-text.ts";
import { warningText } from "../messages/warnings.ts";
import { implement } from "./implement.ts";

/** Finds the one image that is meant. */
export const getCompShareImage = implement(
  functions.getCompShareImage,
  (inputs) => queryProblems(inputs, true),
  async (inputs, lookup, signal) => {
    const { image, selection, warnings } = await findOne(inputs, lookup, signal);
    for (const warning of warnings) {
      const text = warningText(warning);
      // The engine shows the warnings of all lookups in one place.
      lookup.warn(image === undefined ? text : messages().images.about(nameText(image), text));
    }
    return image === undefined ? { found: false, selection } : { found: true, ...image, selection };
  },
);
