import { isCalendar } from "./dates.ts";
import { ownerOfLetters } from "./owner-words.ts";
import type { Candidate } from "./read-candidates.ts";
import { readVersion } from "./read-version.ts";
import { remembering } from "./remember.ts";
import { isLetters, tokensOf } from "./tokens.ts";
import { makeVersion, type Version } from "./version.ts";
import type { Whole } from "./whole.ts";

/** What an image says of its framework. */
interface Framework {
  readonly framework?: string | undefined;
  readonly frameworkVersion?: string | undefined;
}

/** A number in a name that may be the framework's, not the image's, and the word in front of it. */
export interface FrameworkNumber {
  readonly word: string;
  readonly numbers: readonly Whole[];
  /** Whether it was read of digits without dots, `torch291`. */
  readonly isCompact: boolean;
}

/** What has to be looked at of a name's number: `24.04` is a month, and `2.1` the beginning of 2.1.2; `2.1.0` says all. */
export function frameworkNumber({ word, kind, parts: { numbers } }: Candidate): FrameworkNumber | undefined {
  const isCompact = kind === "compact";
  const mayBeItsOwn = isCompact || numbers.length < 3 || isCalendar(numbers);
  return word !== undefined && mayBeItsOwn ? { word, numbers, isCompact } : undefined;
}

/**
 * Whether the number in a name is the framework's and is said better by the framework version: `24.04` of
 * `PyTorch:24.04`, `2.1` of `PyTorch 2.1`, and digits without dots.
 */
export function namesFramework(version: Version, name: FrameworkNumber, image: Framework): boolean {
  const { word, numbers, isCompact } = name;
  if (!(isCalled(word, image.framework) || ownerOfLetters(word) === "framework")) return false;
  const own = readVersion(image.frameworkVersion);
  if (own?.text === version.text) return false;
  return isCalendar(numbers) || (own !== undefined && (isCompact || begins(numbers, version, own)));
}

/** Whether a version says more numbers of the same. */
function begins(numbers: readonly Whole[], short: Version, long: Version): boolean {
  const same = makeVersion({ numbers: long.numbers.slice(0, numbers.length) });
  return short.text === same.text;
}

function isCalled(word: string, framework: string | undefined): boolean {
  return framework !== undefined && word === lastWord(framework);
}

const lastWord = remembering((framework) => tokensOf(framework).findLast(isLetters));
