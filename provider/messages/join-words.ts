/** Words in a row, the last one behind a joint of its own. */
export function joinWords(words: readonly string[], separator: string, last: string): string {
  return [words.slice(0, -1).join(separator), ...words.slice(-1)].filter((part) => part !== "").join(last);
}

/** `a`, `b` and `c`, in English. */
export function allOf(words: readonly string[]): string {
  return joinWords(words, ", ", " and ");
}
