const closing: Readonly<Record<string, string>> = { "[": "]", "{": "}" };

const space = /[ \t\r\n]*/y;
const string = /"(?:[ !#-[\]-\uffff]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*"/y;
const scalar = new RegExp(
  `${string.source}|-?(?:0|[1-9]\\d*)(?:\\.\\d+)?(?:[eE][+-]?\\d+)?|true|false|null`,
  "y",
);

/** Where a text stops being JSON, as an index; `undefined` if it is JSON. The parser's own message does not always say. */
export function jsonFlaw(text: string): number | undefined {
  const open: string[] = [];
  let wants: "value" | "key" | "colon" | "more" = "value";
  let justOpened = false;
  for (let at = 0; ; ) {
    at = endOf(space, text, at) ?? at;
    const character = text[at];
    const inner = open.at(-1);
    if (wants === "more" && inner === undefined) return character === undefined ? undefined : at;
    if (character === undefined) return at;
    if (inner !== undefined && character === closing[inner] && (wants === "more" || justOpened)) {
      open.pop();
      [wants, justOpened] = ["more", false];
      at += 1;
    } else if (wants === "more" || wants === "colon") {
      if (character !== (wants === "more" ? "," : ":")) return at;
      [wants, justOpened] = [wants === "more" && inner === "{" ? "key" : "value", false];
      at += 1;
    } else if (wants === "value" && closing[character] !== undefined) {
      open.push(character);
      [wants, justOpened] = [character === "{" ? "key" : "value", true];
      at += 1;
    } else {
      const end = endOf(wants === "key" ? string : scalar, text, at);
      if (end === undefined) return at;
      [wants, justOpened] = [wants === "key" ? "colon" : "more", false];
      at = end;
    }
  }
}

function endOf(pattern: RegExp, text: string, at: number): number | undefined {
  pattern.lastIndex = at;
  return pattern.test(text) ? pattern.lastIndex : undefined;
}

/** Line and column of an index, both counted from 1. */
export function lineAndColumn(
  text: string,
  index: number,
): { readonly line: number; readonly column: number } {
  const before = text.slice(0, index);
  return { line: before.split("\n").length, column: index - before.lastIndexOf("\n") };
}
