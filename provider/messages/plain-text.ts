// Control characters, line separators, bidirectional overrides and whatever cannot be seen could redraw a terminal or
// make one name look like another: of all spaces only the plain one stays.
const unprintable =
  /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}\u00a0\u1680\u2000-\u200a\u202f\u205f\u2800\u3000]|\p{Cs}/gu;

/** Text from outside made fit for one line of an error or a log: escaped, and cut to at most `most` characters. */
export function plainText(value: string, most = 300): string {
  const escaped = composed(value.slice(0, most * 2)).replace(unprintable, escape);
  if (escaped.length <= most) return escaped;
  // The cut may fall into a character of two units; half of one is no text, and all other halves have been escaped.
  return `${escaped.slice(0, most - 1).replace(/\p{Cs}/u, "")}…`;
}

function escape(character: string): string {
  return `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`;
}

/**
 * A text in which what looks like another character is escaped: `e` with an accent of its own looks like the one letter
 * that it composes to, and is another name. Marks that compose to nothing stay, since their scripts are read with them.
 */
function composed(value: string): string {
  if (value.normalize("NFC") === value) return value;
  // Made here and not at the start: hardly any text needs it.
  const clusters = new Intl.Segmenter("en", { granularity: "grapheme" });
  return [...clusters.segment(value)].map(({ segment }) => composedCluster(segment)).join("");
}

function composedCluster(cluster: string): string {
  if (cluster.normalize("NFC") === cluster) return cluster;
  const [first = "", ...marks] = cluster;
  return marks.length === 0 ? escape(first) : `${first}${marks.map(escape).join("")}`;
}

/** The same in double quotes, as errors show names and values. */
export function quoted(value: string, most = 120): string {
  return `"${plainText(value, most)}"`;
}

/** A name that programs write, as texts show it. */
export function code(name: string): string {
  return `\`${name}\``;
}

/** Values in double quotes, one after the other, in whatever language. */
export function quotedList(values: readonly string[]): string {
  return values.map((value) => quoted(value)).join(", ");
}

/**
 * Whether a text between double quotes is the text itself, where it is shown as in a program: a backslash, a quote or `${`
 * means something else there.
 */
export function isWritable(value: string, most = 120): boolean {
  return plainText(value, most) === value && !/["\\]|\$\{/.test(value);
}
