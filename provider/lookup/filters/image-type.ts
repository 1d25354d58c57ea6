import { exactText } from "./kinds.ts";

/** Image type. */
export const imageType = exactText("imageType", "type");
