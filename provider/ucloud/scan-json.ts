/** Deepest nesting that a response may have. CompShare's own are four deep. */
const deepest = 64;

const quote = 0x22;
const comma = 0x2c;
const colon = 0x3a;
const backslash = 0x5c;

/** What makes a JSON text unfit to be parsed. */
export type JsonFlaw = "tooDeep" | "duplicateKey";

/**
 * Looks through a JSON text before it is parsed: nesting that would take the parser seconds, and keys of the
 * outermost object that stand there twice, of which the parser would silently take the last. Whether the text is JSON
 * at all is left to the parser.
 */
export function scanJson(text: string): JsonFlaw | undefined {
  const names = new Set<string>();
  let depth = 0;
  // Where the last text of the outermost object began, if no other token of it followed.
  let name: string | undefined;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code === quote) {
      const end = endOfText(text, at);
      if (depth === 1) name = text.slice(at, end + 1);
      at = end;
    } else if (isOpening(code)) {
      // A second document after the first is the parser's to refuse.
      if (depth === 0) names.clear();
      depth += 1;
      if (depth > deepest) return "tooDeep";
    } else if (isClosing(code)) depth -= 1;
    else if (depth === 1 && code === colon && name !== undefined) {
      const plain = unescaped(name);
      if (names.has(plain)) return "duplicateKey";
      names.add(plain);
      name = undefined;
    } else if (depth === 1 && code === comma) name = undefined;
  }
  return undefined;
}

const isOpening = (code: number): boolean => code === 0x5b || code === 0x7b;
const isClosing = (code: number): boolean => code === 0x5d || code === 0x7d;

/** Where the text that begins with a quote ends: at a quote with an even number of backslashes in front. */
function endOfText(text: string, start: number): number {
  for (let end = text.indexOf('"', start + 1); end >= 0; end = text.indexOf('"', end + 1)) {
    let before = end;
    while (text.charCodeAt(before - 1) === backslash) before -= 1;
    if ((end - before) % 2 === 0) return end;
  }
  return text.length;
}

/** A name may be written in several ways. */
function unescaped(name: string): string {
  if (!name.includes("\\")) return name;
  try {
    return JSON.stringify(JSON.parse(name));
  } catch {
    return name;
  }
}
