// Control characters, line separators, bidirectional overrides and whatever cannot be seen could redraw a terminal or
// make one name look like another: of all spaces only the plain one stays.
const unprintable =
  /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}\u00a0\u1680\u2000-\u200a\u202f\u205f\u2800\u3000]|\p{Cs}/gu;

/** Text from outside made fit for one line of an error or a log: escaped, and cut to at most `most` characters. */
export function plainText(value: string, most = 300): string {
  const escaped = value.slice(0, most * 2).replace(unprintable, (character) => {
    const point = character.codePointAt(0) ?? 0;
    return `\\u{${point.toString(16)}}`;
  });
  if (escaped.length <= most) return escaped;
  // The cut may fall into a character of two units; half of one is no text, and all other halves have been escaped.
  return `${escaped.slice(0, most - 1).replace(/\p{Cs}/u, "")}…`;
}

/** The same in double quotes, as errors show names and values. */
export function quoted(value: string, most = 120): string {
  return `"${plainText(value, most)}"`;
}
