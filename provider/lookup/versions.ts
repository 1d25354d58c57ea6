import type { SemVer } from "semver";
import Range from "semver/classes/range.js";
import coerce from "semver/functions/coerce.js";
import validRange from "semver/ranges/valid.js";
import type { Image } from "../contract/image.ts";

/** A version, as numbers. */
export type Version = SemVer;

/** Words that make a version a pre-release; `-py3` and `+cu121` do not. */
const preRelease = "alpha|beta|preview|dev|rc|a|b";

/**
 * Text in the form that the range algebra takes: Ubuntu's `22.04` without the zero in front, `2.13rc1` as
 * `2.13.0-rc.1`.
 */
function normal(text: string): string {
  const marked = text
    .replace(/(?<![\w.])v(?=\d)/gi, "")
    .replace(
      new RegExp(`(\\d)[-_.]?(${preRelease})[-_.]?(\\d+)(?![\\w.])`, "gi"),
      (_all, digit: string, word: string, count: string) => {
        return `${digit}-${word.toLowerCase()}.${Number(count)}`;
      },
    );
  return marked
    .replace(/(^|[^\d])0+(?=\d)/g, "$1")
    .replace(
      /(^|[^\d.])(\d+)(\.\d+)?-(?=[a-z]+\.\d+)/g,
      (_all, before: string, major: string, minor: string | undefined) => {
        return `${before}${major}${minor ?? ".0"}.0-`;
      },
    );
}

/** A function that remembers what it has answered for a text; a catalogue has few different ones. */
function remembering<Answer>(answer: (text: string) => Answer): (text: string) => Answer {
  const answers = new Map<string, Answer>();
  return (text) => {
    if (answers.has(text)) return answers.get(text) as Answer;
    if (answers.size >= mostRemembered) answers.clear();
    const found = answer(text);
    answers.set(text, found);
    return found;
  };
}

const mostRemembered = 50_000;

/** The first version in a text, as numbers: 8.10 is newer than 8.9, and a pre-release is older than its release. */
export function readVersion(text: string | undefined): SemVer | undefined {
  return text === undefined ? undefined : textVersion(text);
}

const textVersion = remembering((text): SemVer | undefined => {
  const readable = normal(text);
  const found = coerce(readable, { includePrerelease: true });
  const word = found?.prerelease[0];
  if (word === undefined || new RegExp(`^(${preRelease})$`).test(String(word))) return found ?? undefined;
  return coerce(readable) ?? undefined;
});

/** A range as npm writes them, such as `^2.4`, `>=12.4 <13` or `12.x`; `undefined` if it is none. */
export function readRange(text: string): string | undefined {
  return text.trim() === "" ? undefined : (validRange(normal(text)) ?? undefined);
}

/**
 * A test whether a version lies in a range. A pre-release lies in it only if the range names one of the same release.
 * A catalogue has few versions and many images, so each version is tested once.
 */
export function rangeTest(range: string): (version: SemVer | undefined) => boolean {
  const parsed = new Range(range);
  const answers = new Map<string, boolean>();
  return (version) => {
    if (version === undefined) return false;
    const answer = answers.get(version.version) ?? parsed.test(version);
    answers.set(version.version, answer);
    return answer;
  };
}

/** Order of two versions. */
export function compareVersions(one: SemVer, other: SemVer): number {
  return one.compare(other);
}

/**
 * Version of an image: of its version name, else of its framework, else what its name says. In a name it is the first
 * number with a dot that belongs neither to Python nor to CUDA, else the digits behind `torch`, where the last one is
 * the patch: `torch2130` is 2.13.0. Other names without a dot are too ambiguous to be read.
 */
export function imageVersion(image: Image): SemVer | undefined {
  const known = versions.get(image);
  if (known !== undefined) return known ?? undefined;
  const version =
    readVersion(image.versionName) ?? readVersion(image.frameworkVersion) ?? nameVersion(image.name);
  versions.set(image, version ?? null);
  return version;
}

/** Versions of images that have been asked for; a listing is asked by every query. */
const versions = new WeakMap<Image, SemVer | null>();

const nameVersion = remembering((name): SemVer | undefined => {
  const dotted =
    /(?<![\d.])(?<!(?:py|python|cuda|cu)[-_ ]?)\d+(?:\.\d+)+(?:[-_.]?(?:alpha|beta|preview|dev|rc)\.?\d+)?/i.exec(
      name,
    )?.[0];
  if (dotted !== undefined) return readVersion(dotted);
  const compact = /torch(\d)(\d{1,2})(\d)(?!\d)/i.exec(name);
  return compact === null ? undefined : readVersion(compact.slice(1).join("."));
});
