import { expect, test } from "@jest/globals";
import * as fc from "fast-check";
import { isWritable, plainText, quoted } from "../../../provider/messages/plain-text.ts";

test.each([
  ["words stay as they are", "vLLM v0.12.0 “推理” 🚀", "vLLM v0.12.0 “推理” 🚀"],
  ["a colour of the terminal", "\u001b[31mred", "\\u{1b}[31mred"],
  ["clearing the screen by C1", "\u009b2J", "\\u{9b}2J"],
  ["a link of the terminal", "\u001b]8;;http://x\u0007", "\\u{1b}]8;;http://x\\u{7}"],
  ["line breaks", "a\r\nb\u2028c\u2029d", "a\\u{d}\\u{a}b\\u{2028}c\\u{2029}d"],
  ["a name that runs backwards", "\u202egnp.exe", "\\u{202e}gnp.exe"],
  ["isolates", "\u2066x\u2069", "\\u{2066}x\\u{2069}"],
  ["invisible characters", "a\u200bb\ufeffc\u2060d", "a\\u{200b}b\\u{feff}c\\u{2060}d"],
  ["tags of invisible letters", "a\u{e0041}", "a\\u{e0041}"],
  ["spaces that are not the plain one", "a\u00a0b\u2009c\u3000d", "a\\u{a0}b\\u{2009}c\\u{3000}d"],
  ["a soft hyphen", "a\u00adb", "a\\u{ad}b"],
  ["letters that are not seen", "a\u115fb\u3164c\u2800d", "a\\u{115f}b\\u{3164}c\\u{2800}d"],
  ["a variation selector", "a\ufe0f", "a\\u{fe0f}"],
  ["a letter and its accent, which look like one letter", "Cafe\u0301", "Cafe\\u{301}"],
  ["that one letter", "Caf\u00e9", "Caf\u00e9"],
  ["kana and its sound mark", "か\u3099ぞう", "か\\u{3099}ぞう"],
  ["Hangul in its parts", "\u1112\u1161\u11ab글", "\u1112\\u{1161}\\u{11ab}글"],
  ["a sign that looks like a letter", "10 k\u2126 \u212b", "10 k\\u{2126} \\u{212b}"],
  ["marks that compose to nothing", "กำลัง हिन्दी x\u0301", "กำลัง हिन्दी x\u0301"],
  ["NUL", "a\0b", "a\\u{0}b"],
  ["half a pair", "a\ud83d", "a\\u{d83d}"],
  ["nothing", "", ""],
])("%s: %j", (_, value, plain) => {
  expect(plainText(value)).toBe(plain);
});

test("300 characters are kept, of 301 the last two make room for an ellipsis", () => {
  expect(plainText("x".repeat(300))).toBe("x".repeat(300));
  expect(plainText("x".repeat(301))).toBe(`${"x".repeat(299)}…`);
  expect(plainText("x".repeat(1_000_000), 10)).toBe("xxxxxxxxx…");
});

test("a character of two units is kept whole or left out", () => {
  expect(plainText("abc🚀🚀", 5)).toBe("abc…");
  expect(plainText("abc🚀🚀", 7)).toBe("abc🚀🚀");
});

test("quotes go around the text and its cut", () => {
  expect(quoted("a\nb")).toBe('"a\\u{a}b"');
  expect(quoted("abcdef", 4)).toBe('"abc…"');
});

test.each([
  ["vLLM v0.12.0 “推理” 🚀", true],
  ["back`tick, 'single' and $HOME", true],
  ["", true],
  ["x".repeat(120), true],
  ["x".repeat(121), false],
  ["C:\\new", false],
  ['quo"te', false],
  ["${base.id}", false],
  ["heart\u2764\ufe0f", false],
  ["Cafe\u0301", false],
  ["zero\u200bwidth", false],
])("whether %j may be written as it is shown: %j", (value, writable) => {
  expect(isWritable(value)).toBe(writable);
});

const nasty = fc.oneof(
  fc.string({ unit: "binary" }),
  fc
    .array(
      fc.constantFrom(
        "\u001b",
        "\u202e",
        "\ud83d",
        "\ude80",
        "🚀",
        "x",
        "\n",
        "\u{e0001}",
        "…",
        "e\u0301",
        "か\u3099",
      ),
    )
    .map((parts) => parts.join("")),
);
const redraws = /[\p{Cc}\p{Zl}\p{Zp}\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/u;

test("no text gets a control or bidirectional character through, is longer than its limit, or becomes ill-formed", () => {
  fc.assert(
    fc.property(nasty, fc.integer({ min: 1, max: 40 }), (value, most) => {
      const plain = plainText(value, most);
      expect(plain).not.toMatch(redraws);
      expect(plain.length).toBeLessThanOrEqual(most);
      expect(plain.isWellFormed()).toBe(true);
      expect(plainText(plain, most)).toBe(plain);
    }),
    { numRuns: 2000 },
  );
});
