import { expect, test } from "@jest/globals";
import { globTest, regexTest } from "../../../../provider/lookup/filters/name-patterns.ts";

function fits(test: ReturnType<typeof globTest>, name: string): boolean {
  if (typeof test !== "function") throw new Error(test.broken.kind);
  return test(name);
}

test.each([
  ["[abc]x", "bx", true],
  ["[abc]x", "dx", false],
  ["[abc]x", "!x", false],
  ["[!a]", "b", true],
  ["[!a]", "a", false],
  ["[!a]", "!", true],
  ["[a!]", "!", true],
  // What means something in a set of a regular expression means itself in a glob.
  ["[^a]", "^", true],
  ["[^a]", "b", false],
  ["[a[]", "[", true],
  ["[a&&b]", "a", true],
  ["[a&&b]", "&", true],
  ["[a~]", "~", true],
  ["[\\]]", "]", true],
  ["[\\]]", "\\]", false],
  ["[\\\\]", "\\", true],
  ["[a\\-z]", "-", true],
  ["[a\\-z]", "m", false],
  ["[\\d]", "d", true],
  ["[\\d]", "5", false],
  ["[\\像]", "像", true],
  ["[a-c-]", "b", true],
  ["[\\^]", "^", true],
  ["[\\^]", "\\", false],
  // A set that is empty or open is none.
  ["[]x[a]", "[]xa", true],
  ["[ab", "[ab", true],
  ["x[a]", "xa", true],
  ["x[a]", "x[a]", false],
  ["\\[a]", "[a]", true],
  ["a\\", "a\\", true],
  ["\\\\", "\\", true],
  ["(a|b)+.", "(a|b)+.", true],
  ["a.c", "abc", false],
  ["a?c", "a像c", true],
  ["a*c", "a\nc", true],
  ["b", "abc", false],
])("the glob %j fits the name %j: %s", (pattern, name, expected) => {
  expect(fits(globTest(pattern), name)).toBe(expected);
});

test("a pattern of 1000 characters is the longest", () => {
  const name = "a".repeat(1000);
  for (const build of [globTest, regexTest]) {
    expect(fits(build(name), name)).toBe(true);
    expect(build(`${name}a`)).toEqual({ broken: { kind: "tooLong", mostCharacters: 1000 } });
  }
});
