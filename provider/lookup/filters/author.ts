import { exactText } from "./kinds.ts";

/** Exact nickname of the publisher. */
export const author = exactText("author", "author");
