import { filter } from "./filter.ts";

/** For container instances, or for virtual machines. */
export const container = filter<boolean>({
  test: (wanted) => (image) => image.container === wanted,
  reads: () => ["container"],
  shown: (image) => image.container?.toString(),
  lacking: "container",
  isSpecified: (image) => image.container !== undefined,
  advise: () => [],
  distinguishing: (image) => [image.container],
  hasSubstitutes: true,
});
