import * as z from "zod/mini";
import { field, fieldFacts } from "./field.ts";

const runnerUp = z.object({
  id: field(z.string(), { description: "Image ID." }),
  name: field(z.string(), { description: "Name." }),
  publishedAt: field(z.optional(z.string()), { description: "Time of publication, RFC 3339 in UTC." }),
});
fieldFacts.add(runnerUp, { id: "RunnerUp", description: "A match that came next in the order." });

/** How a result came about. */
export const selection = z.object({
  rule: field(z.string(), {
    description: "What decided, for example `the only match` or `most recent of 3`.",
  }),
  rowsScanned: field(z.int(), { description: "Number of images read." }),
  rowsMatched: field(z.int(), { description: "Number of them that satisfied every filter." }),
  appliedFilters: field(z.record(z.string(), z.string()), {
    description:
      "Every filter that was applied, defaults included, by argument name. Lists are joined with `, `.",
  }),
  runnersUp: field(z.array(runnerUp), { description: "At most 5 matches that came next in the order." }),
  warnings: field(z.array(z.string()), {
    description: "What a careful reader should know about the result. Empty when there is nothing.",
  }),
});
fieldFacts.add(selection, {
  id: "Selection",
  description: "What was asked, how many images were read and matched, and what decided.",
});

export type Selection = z.infer<typeof selection>;
