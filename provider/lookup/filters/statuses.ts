import { imageStatus } from "../../contract/image.ts";
import { adviseFromSet } from "./advise-values.ts";
import { filter } from "./filter.ts";

/** Stands in `statuses` for an image whose state CompShare does not send. */
const unknown = "Unknown";

/** States of which an image must have one. */
export const statuses = filter<readonly string[]>({
  test: (wanted) => (image) => wanted.includes(image.status ?? unknown),
  reads: () => ["status"],
  // A state that could not be read is one that is not known.
  takesUnknown: true,
  shown: (image) => image.status,
  lacking: "status",
  isSpecified: () => true,
  advise: adviseFromSet(
    (image) => image.status ?? unknown,
    (value) => [value],
  ),
  distinguishing: () => [],
  hasSubstitutes: true,
  widened: (wanted, keptOut, all) => {
    const known: ReadonlySet<string> = new Set([
      ...imageStatus.options,
      ...all.map(({ status }) => status ?? unknown),
    ]);
    const usable = wanted.filter((status) => known.has(status));
    return { statuses: [...new Set([...usable, ...keptOut.map(({ status }) => status ?? unknown)])] };
  },
});
