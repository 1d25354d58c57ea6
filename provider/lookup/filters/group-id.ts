import { publisherText } from "./kinds.ts";

/** Group that holds the versions of one published image. */
export const groupId = publisherText("groupId", "group");
