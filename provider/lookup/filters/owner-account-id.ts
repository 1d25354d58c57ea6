import { publisherText } from "./kinds.ts";

/** Exact account that owns the image: unlike a nickname, nobody else can have it. */
export const ownerAccountId = publisherText("ownerAccountId", "owner");
