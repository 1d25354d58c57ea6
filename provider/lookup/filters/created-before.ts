import { before, moment } from "./kinds.ts";

/** Created before this moment. */
export const createdBefore = moment("createdAt", before);
