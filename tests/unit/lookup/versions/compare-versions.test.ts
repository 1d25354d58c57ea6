import { expect, test } from "@jest/globals";
import { compare as comparePep440 } from "@renovatebot/pep440";
import * as fc from "fast-check";
import compareSemver from "semver/functions/compare.js";
import { compareVersions } from "../../../../provider/lookup/versions/compare-versions.ts";
import { readVersion } from "../../../../provider/lookup/versions/read-version.ts";
import type { Version } from "../../../../provider/lookup/versions/version.ts";
import { order, versionOf } from "../../../support/lookup/version-order.ts";
import { versionText } from "../../../support/lookup/version-texts.ts";

test.each([
  ["8.9", "8.10"],
  ["2.9", "2.10.1"],
  ["2.1.0.3", "2.1.0.107"],
  ["2.1.0", "2.1.0.1"],
  ["2026-01-15", "2026-06-30"],
  ["20250612", "2025-07-01"],
  ["2025-06", "2025-06-12"],
  ["3.4.0-1773428777", "3.4.0-1773428999"],
  ["3.4.0", "3.4.0-1773428777"],
  ["3.4.0-1773428777", "3.4.0.1"],
  ["V3-0324", "V3.1"],
  ["3.4.0rc1", "3.4.0-177"],
  ["3.4.0-177rc1", "3.4.0-177"],
  ["3.4.0", "3.4.0-177rc1"],
  ["2.0.0", "2.0.0.post1"],
  ["2.0.0.post2", "2.0.0.post10"],
  ["2.0.0.post1", "2.0.1"],
  ["2.0.0.post1", "2.0.0-1"],
  ["2.0beta", "2.0"],
  ["2.0 beta", "2.0"],
  ["1.0测试版", "1.0"],
  ["2.0内测版", "2.0公测版"],
  ["2.0公测版", "2.0预览版"],
  ["2.0预览版", "2.0候选版"],
  ["2.0beta", "2.0beta2"],
  ["2.13.0rc1", "2.13.0rc2"],
  ["2.13.0rc2", "2.13.0rc10"],
  ["2.13.0rc10", "2.13.0"],
  ["2.0.dev3", "2.0a1"],
  ["2.0a1.dev2", "2.0a1"],
  ["2.0a1", "2.0a1.post1"],
  ["2.0.0-alpha.1", "2.0.0-dev.1"],
  ["2.0.0-beta.2", "2.0.0-beta.x"],
  ["2.0.0-beta.2", "2.0.0-beta.2.1"],
  ["9007199254740993", "9007199254740994"],
  ["99999999999999999999", "100000000000000000000"],
  ["1.999999999999999", "1.1000000000000000"],
])("%s is older than %s", (older, newer) => {
  expect(order(older, newer)).toBe(-1);
  expect(order(newer, older)).toBe(1);
});

test.each([
  ["2", "2.0.0"],
  ["2.1.0", "2.1.0.0"],
  ["v02.10", "2.10"],
  ["2026-01-15", "2026.1.15"],
  ["20260115", "2026-01-15"],
  ["2.0a1", "2.0alpha1"],
  ["2.0b1", "2.0.0-beta.1"],
  ["2.0rc", "2.0rc0"],
  ["2.0beta", "2.0测试版"],
  ["2.0c1", "2.0rc1"],
  ["2.0-post1", "2.0.post1"],
  ["2.5.0+cu121", "2.5.0"],
])("%s and %s are the same version", (one, other) => {
  expect(order(one, other)).toBe(0);
  expect(versionOf(one)).toEqual(versionOf(other));
});

const version = versionText.map(readVersion).filter((read) => read !== undefined);

test("versions have one order: equal only with the same text, the same both ways, and transitive", () => {
  const check = (one: Version, other: Version, third: Version): void => {
    expect(compareVersions(one, other) === 0).toBe(one.text === other.text);
    expect(Math.sign(compareVersions(one, other)) + Math.sign(compareVersions(other, one))).toBe(0);
    const [low, middle, high] = [one, other, third].toSorted(compareVersions);
    if (low === undefined || middle === undefined || high === undefined) throw new Error("three");
    expect(compareVersions(low, middle)).toBeLessThanOrEqual(0);
    expect(compareVersions(middle, high)).toBeLessThanOrEqual(0);
    expect(compareVersions(low, high)).toBeLessThanOrEqual(0);
  };
  fc.assert(fc.property(version, version, version, check), { numRuns: 2000 });
});

test("a version's own text is read as that version", () => {
  fc.assert(
    fc.property(version, (read) => expect(readVersion(read.text)).toEqual(read)),
    { numRuns: 5000 },
  );
});

const number = fc.oneof(fc.nat(3), fc.nat(999));

/** Words that semver and we compare as they are. */
const semverWord = fc.constantFrom(
  "a",
  "alpha",
  "b",
  "beta",
  "canary",
  "dev",
  "nightly",
  "pre",
  "preview",
  "rc",
  "snapshot",
);
const semverText = fc
  .record({
    numbers: fc.tuple(number, number, number),
    word: fc.option(semverWord),
    rest: fc.array(fc.oneof(number.map(String), fc.constantFrom("x", "x2", "rc", "dev", "z0", "post1")), {
      maxLength: 3,
    }),
  })
  .map(({ numbers, word, rest }) => {
    // `a` and `b` are pre-releases only with a number behind.
    const identifiers = word === "a" || word === "b" ? ["1", ...rest] : rest;
    return numbers.join(".") + (word === null ? "" : `-${[word, ...identifiers].join(".")}`);
  });

test("three numbers and a pre-release of a known word and identifiers separated by dots are semver's, order and text", () => {
  fc.assert(
    fc.property(semverText, semverText, (one, other) => {
      expect(order(one, other)).toBe(compareSemver(one, other));
      expect(versionOf(one).text).toBe(one);
    }),
    { numRuns: 5000 },
  );
});

const separator = fc.constantFrom("", ".", "-", "_");
/** Not a dot: `-rc.1` is semver's too, where it says the same, and `-a.1`, where it does not. */
const beforeCount = fc.constantFrom("", "-", "_");
const joined = (...parts: fc.Arbitrary<string | number>[]): fc.Arbitrary<string> =>
  fc.tuple(...parts).map((all) => all.join(""));
const pepPre = fc.oneof(
  joined(separator, fc.constantFrom("a", "b", "c", "alpha", "beta", "rc"), beforeCount, number),
  joined(separator, fc.constantFrom("alpha", "beta", "rc")),
);
const pepPost = fc.oneof(
  joined(separator, fc.constantFrom("post", "rev", "r"), fc.oneof(beforeCount, fc.constant(".")), number),
  joined(separator, fc.constant("post")),
);
const pepDev = fc.oneof(
  joined(separator, fc.constant("dev"), beforeCount, number),
  // Behind a hyphen it is semver's pre-release called dev.
  joined(fc.constantFrom("", ".", "_"), fc.constant("dev")),
);
const orNothing = (part: fc.Arbitrary<string>): fc.Arbitrary<string> => fc.oneof(fc.constant(""), part);
const pepText = fc
  .tuple(
    fc.array(number, { minLength: 1, maxLength: 5 }).map((numbers) => numbers.join(".")),
    orNothing(pepPre),
    orNothing(pepPost),
    orNothing(pepDev),
  )
  .map((parts) => parts.join(""))
  // Two words without anything between them are one word here, and semver's `-beta.dev0` is above `-beta`.
  .filter((text) => !/(?:alpha|beta|rc|post)(?:post|rev|r|dev)|-(?:alpha|beta|rc)\.[a-z]/.test(text))
  // `2.2-A14B` is a size, so that a single letter is not read right behind `a14`; `-a30`, `-b200` and `910b3` are GPUs.
  .filter(
    (text) =>
      !/[a-z][-_]?[0-9]+r(?!ev)|[-_][ab](?:10|16|30|40|[1238]00)(?![0-9])|^(?:310|910)[bc](?![a-z])/.test(
        text,
      ),
  );

test("pre-releases, post-releases and dev-releases compare as in PEP 440", () => {
  fc.assert(
    fc.property(pepText, pepText, (one, other) => {
      expect(order(one, other)).toBe(Math.sign(comparePep440(one, other)));
    }),
    { numRuns: 10_000 },
  );
});

test.each([
  [
    "1.0.dev456",
    "1.0a1",
    "1.0a2.dev456",
    "1.0a12.dev456",
    "1.0a12",
    "1.0b1.dev456",
    "1.0b2",
    "1.0b2.post345.dev456",
  ],
  [
    "1.0b2.post345",
    "1.0rc1.dev456",
    "1.0rc1",
    "1.0",
    "1.0.post456.dev34",
    "1.0.post456",
    "1.0.15",
    "1.1.dev1",
  ],
])("PEP 440's own example is in order: %s …", (...texts) => {
  expect(texts.toReversed().toSorted(order)).toEqual(texts);
});
