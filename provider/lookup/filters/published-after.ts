import { after, moment } from "./kinds.ts";

/** Published at this moment or later. */
export const publishedAfter = moment("publishedAt", after);
