import { publisherText } from "./kinds.ts";

/** Exact nickname of the publisher. */
export const author = publisherText("author", "author");
