/** Arguments of which one is enough, in each language: `a`, `b` or `c`. */
export const anyOf = {
  en: (names: readonly string[]): string => joined(names, ", ", " or "),
  zh: (names: readonly string[]): string => joined(names, "、", " 或 "),
};

function joined(names: readonly string[], separator: string, last: string): string {
  const quoted = names.map((name) => `\`${name}\``);
  return [quoted.slice(0, -1).join(separator), ...quoted.slice(-1)].filter((part) => part !== "").join(last);
}
