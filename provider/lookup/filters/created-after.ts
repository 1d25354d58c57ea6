import { after, moment } from "./kinds.ts";

/** Created at this moment or later. */
export const createdAfter = moment("createdAt", after);
