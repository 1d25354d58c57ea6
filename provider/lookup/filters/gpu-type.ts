import { adviseFromSet } from "./advise-values.ts";
import { filter } from "./filter.ts";
import { sameIgnoringCase } from "./kinds.ts";

/** A GPU type that the image supports, case-insensitive. */
export const gpuType = filter<string>({
  test: (wanted) => (image) => image.gpuTypes?.some((type) => sameIgnoringCase(type, wanted)) === true,
  reads: () => ["gpuTypes"],
  shown: (image) => image.gpuTypes?.join(" "),
  lacking: "gpuTypes",
  isSpecified: (image) => image.gpuTypes !== undefined,
  advise: adviseFromSet((image) => image.gpuTypes),
  distinguishing: (image) => image.gpuTypes ?? [],
  hasSubstitutes: true,
});
