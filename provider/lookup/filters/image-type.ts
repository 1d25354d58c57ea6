import { exactText } from "./kinds.ts";

export const imageType = exactText("imageType", "type");
