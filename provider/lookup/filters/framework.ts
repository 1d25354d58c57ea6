import { exactText, sameIgnoringCase } from "./kinds.ts";

/** Framework, case-insensitive. */
export const framework = exactText("framework", "framework", sameIgnoringCase);
