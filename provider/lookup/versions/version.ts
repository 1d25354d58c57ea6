import { withDate } from "./dates.ts";
import type { Whole } from "./whole.ts";

/** What a version consists of, as it was read: with zeros in front and at the end, and any number of numbers. */
export interface VersionParts {
  /** `2.1.0.107` */
  readonly numbers: readonly Whole[];
  /** Numbers behind a hyphen, as in `3.4.0-1773428777`. */
  readonly second?: readonly Whole[] | undefined;
  /** Identifiers of a pre-release: `rc` and `1` of `2.13.0-rc.1`. */
  readonly pre?: readonly string[] | undefined;
  /** N of `.postN`. */
  readonly post?: Whole | undefined;
  /** N of `.devN`: what comes before the first pre-release, or before the pre-release or post-release that it follows. */
  readonly dev?: Whole | undefined;
}

/** A version that was read from a text: at least three numbers, and no zeros behind the third at the end. */
export interface Version extends VersionParts {
  /** As people see it and as the state keeps it; `readVersion` of it is this version. */
  readonly text: string;
  /** Its numbers and second list: versions of one release have the same. */
  readonly release: string;
  /** Whether it comes before its release, so that a range takes it only when the range names one of that release. */
  readonly preRelease: boolean;
}

/** The version of parts as they were read. */
export function makeVersion(parts: VersionParts): Version {
  const numbers = trimmed(withDate(parts.numbers), 3);
  while (numbers.length < 3) numbers.push(0);
  const second = parts.second === undefined ? undefined : trimmed(parts.second, 1);
  const pre = parts.pre?.map((identifier) =>
    isNumeric(identifier) ? String(whole(identifier)) : identifier,
  );
  const post = parts.post === undefined ? undefined : whole(parts.post);
  const dev = parts.dev === undefined ? undefined : whole(parts.dev);
  const release = numbers.join(".") + (second === undefined ? "" : `-${second.join(".")}`);
  const text = release + stageText(pre, post, dev);
  return {
    numbers,
    second,
    pre,
    post,
    dev,
    text,
    release,
    preRelease: pre !== undefined || dev !== undefined,
  };
}

/** Most digits that a double always holds. */
const mostDigits = 15;

/** A number of its digits, without zeros in front. */
export function whole(digits: Whole): Whole {
  if (typeof digits === "number" || digits.length <= mostDigits) return Number(digits);
  const plain = digits.replace(/^0+(?=.)/, "");
  return plain.length <= mostDigits ? Number(plain) : plain;
}

/** Whether an identifier of a pre-release is a number. */
export function isNumeric(identifier: string): boolean {
  return /^[0-9]+$/.test(identifier);
}

/** Numbers without the zeros at the end that say nothing. */
export function trimmed(numbers: readonly Whole[], least: number): Whole[] {
  const kept = numbers.map(whole);
  while (kept.length > least && kept.at(-1) === 0) kept.pop();
  return kept;
}

/** Letters of the pre-releases that PEP 440 lets post-releases and dev-releases follow. */
const shortWords: Readonly<Record<string, string>> = { alpha: "a", beta: "b", rc: "rc" };

/** Whether `.postN` and `.devN` may follow a pre-release: it has a word of PEP 440 and at most a number. */
export function takesMore([word = "", count, ...rest]: readonly string[]): boolean {
  // `-alpha.0` is semver's; PEP 440's `a0` is kept as `-alpha`.
  return (
    word in shortWords && rest.length === 0 && (count === undefined || /^[0-9]*[1-9][0-9]*$/.test(count))
  );
}

function stageText(
  pre: readonly string[] | undefined,
  post: Whole | undefined,
  dev: Whole | undefined,
): string {
  const more = `${post === undefined ? "" : `.post${post}`}${dev === undefined ? "" : `.dev${dev}`}`;
  if (pre === undefined) return more;
  if (more === "") return `-${pre.join(".")}`;
  // `1.0.0-alpha.2.dev3` would be semver's, where it is above `1.0.0-alpha.2`.
  return `${shortWords[pre[0] ?? ""] ?? ""}${pre[1] ?? "0"}${more}`;
}
