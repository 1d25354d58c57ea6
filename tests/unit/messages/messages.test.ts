import { afterEach, expect, test } from "@jest/globals";
import { messages, setLanguage } from "../../../provider/messages/messages.ts";

afterEach(() => setLanguage("en"));

type Branch = Readonly<Record<string, unknown>>;

/** Arguments that are filled in; a list of one text reads like the text, so each serves texts that take lists too. */
const marks = ["«1»", "«2»", "«3»", "«4»", "«5»", "«6»"].map((mark) => [mark]);

/** Every text with its path; functions are called with marks that can be found again. */
function leaves(branch: Branch, path: string): readonly (readonly [string, string])[] {
  return Object.entries(branch).flatMap(([name, value]) => {
    const own = path === "" ? name : `${path}.${name}`;
    if (typeof value === "string") return [[own, value] as const];
    if (typeof value === "function") return [[own, String(value(...marks))] as const];
    return leaves(value as Branch, own);
  });
}

const english = new Map(leaves({ ...messages() }, ""));
setLanguage("zh");
const chinese = new Map(leaves({ ...messages() }, ""));
setLanguage("en");

const pairs = [...english].map(([path, en]) => ({ path, en, zh: chinese.get(path) ?? "" }));

/** What a reader can act on, whatever the language: code, addresses, variables, status codes and what is filled in. */
function facts(text: string): readonly string[] {
  return [
    ...new Set(text.match(/`[^`]+`|https?:\/\/[\w./]+|[A-Z]+_[A-Z_]+|~\/[\w./]+|HTTP \d+|«\d»/g)),
  ].sort();
}

test("both languages have the same texts", () => {
  expect([...chinese.keys()]).toEqual([...english.keys()]);
  expect(english.size).toBeGreaterThan(90);
});

test.each(pairs)("$path says the same facts in both languages", ({ en, zh }) => {
  expect(facts(zh)).toEqual(facts(en));
});

test.each(pairs)("$path is written in its language", ({ en, zh }) => {
  expect(en).not.toMatch(/[\p{Script=Han}，。；：（）]/u);
  // Messages of nothing but code and marks are alike in both.
  const bare = zh.replace(/`[^`]*`|«\d»/g, "");
  if (bare.trim() !== "") expect(bare).toMatch(/[\p{Script=Han}、。：（）]/u);
});

test.each(pairs)("$path reads as one clean line", ({ en, zh }) => {
  for (const text of [en, zh]) {
    expect(text).not.toMatch(/undefined|\[object|NaN|\n|\S {2}|(?<!\.)[.。]{2}(?!\.)/);
    expect(text.split("`").length % 2).toBe(1);
  }
});
