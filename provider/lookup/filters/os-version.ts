import { closestVersions } from "../versions/closest-versions.ts";
import { readSoftwareVersion } from "../versions/read-version.ts";
import { remembering } from "../versions/remember.ts";
import type { Version } from "../versions/version.ts";
import { adviseClosest, adviseKnown, nearest, ownValues } from "./advise-values.ts";
import { filter } from "./filter.ts";
import { readSystem, systemTest } from "./wanted-system.ts";

const versionOf = (text: string): Version | undefined => readSoftwareVersion("os", text);

/** Operating system: words, a range, or words and a range behind them, such as `Ubuntu >=22.04`. */
export const osVersion = filter<string>({
  test: (wanted) => {
    const system = readSystem(wanted);
    if (system === undefined) return { broken: { kind: "osVersionRange" } };
    const passes = systemTest(system, versionOf);
    return (image) => image.osVersion !== undefined && passes(image.osVersion);
  },
  reads: () => ["osVersion"],
  shown: (image) => image.osVersion,
  lacking: "version",
  isSpecified: (image) => image.osVersion !== undefined,
  advise: (miss) => {
    const system = readSystem(String(miss.wanted));
    if (system === undefined) return [];
    const { words, range } = system;
    const hasWords = systemTest({ words, range: undefined }, versionOf);
    const values = ownValues(miss, (image) => askedOf(image.osVersion));
    const closer = adviseClosest(miss, values, (known) => {
      const close = closestVersions(range, known.filter(hasWords), versionOf);
      return close.length > 0 ? close : nearest(String(miss.wanted), known);
    });
    return closer.length > 0 ? closer : adviseKnown(miss, values);
  },
  distinguishing: (image) => [askedOf(image.osVersion)],
  hasSubstitutes: true,
});

const askedOf = (text: string | undefined): string | undefined =>
  text === undefined ? undefined : asked(text);

/** Longest text that is looked at; its words and a number are in front. */
const longest = 200;

/** The argument that finds a text: of `Ubuntu 22.04 64位`, which is refused as it stands, the words and the number. */
const asked = remembering((text) => {
  const parts = text.slice(0, longest).match(/(?<!\S)[^0-9]*[0-9]+(?:\.[0-9]+)*/g) ?? [];
  return [text, ...parts, versionOf(text)?.text].find((one) => one !== undefined && finds(one, text));
});

function finds(argument: string, text: string): boolean {
  const system = readSystem(argument);
  return system !== undefined && systemTest(system, versionOf)(text);
}
