import { RE2JS, RE2JSException } from "re2js";
import type { Broken } from "./filter.ts";

/** Longest pattern; a longer one is no name any more. */
const longestPattern = 1000;

/** Whether a name fits. */
export type NameTest = (name: string) => boolean;

/** A test for a regular expression in RE2's syntax, which takes linear time whatever the pattern; or what is wrong with it. */
export function regexTest(pattern: string): NameTest | Broken {
  if (pattern.length > longestPattern) return { broken: { kind: "tooLong", mostCharacters: longestPattern } };
  try {
    const compiled = RE2JS.compile(pattern);
    return (name) => compiled.matcher(name).find();
  } catch (error) {
    if (!(error instanceof RE2JSException)) throw error;
    return { broken: { kind: "regularExpression" } };
  }
}

/** A test for a glob over the whole name: `*` any characters, `?` one, `[a-z]` one of a set, `\` takes the next as it is. */
export function globTest(pattern: string): NameTest | Broken {
  if (pattern.length > longestPattern) return { broken: { kind: "tooLong", mostCharacters: longestPattern } };
  let regex = "";
  for (let index = 0; index < pattern.length; index += 1) {
    const character = pattern.charAt(index);
    const set = /^\[(!?)((?:\\.|[^\]\\])+)\]/s.exec(pattern.slice(index));
    if (set !== null) {
      regex += `[${set[1] === "!" ? "^" : ""}${regexSet(set[2] ?? "")}]`;
      index += set[0].length - 1;
    } else if (character === "*") regex += ".*";
    else if (character === "?") regex += ".";
    else {
      if (character === "\\") index += 1;
      regex += RE2JS.quote(pattern.charAt(index) || "\\");
    }
  }
  try {
    const compiled = RE2JS.compile(`^(?:${regex})$`, RE2JS.DOTALL);
    return (name) => compiled.matcher(name).matches();
  } catch (error) {
    if (!(error instanceof RE2JSException)) throw error;
    return { broken: { kind: "glob" } };
  }
}

/** The inside of a glob's set as a regular expression has it: only `-` between two characters means something in both. */
function regexSet(members: string): string {
  return members.replace(/\\(.)|[\^[&~]/gs, (found, taken: string = found) =>
    taken.replace(/[\]\\^[&~-]/, "\\$&"),
  );
}
