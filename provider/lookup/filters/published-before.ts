import { before, moment } from "./kinds.ts";

/** Published before this moment. */
export const publishedBefore = moment("publishedAt", before);
