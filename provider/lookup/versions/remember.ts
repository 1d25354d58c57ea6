/** Most texts that are remembered, and the longest: a catalogue has few different ones, and a version is short. */
const most = 50_000;
const longest = 500;

/** A function of a text that remembers its results, since every image of a catalogue is asked by every query. */
export function remembering<Result>(
  read: (text: string) => Result | undefined,
): (text: string) => Result | undefined {
  const results = new Map<string, Result | null>();
  return (text) => {
    const known = results.get(text);
    if (known !== undefined) return known ?? undefined;
    const result = read(text);
    if (text.length > longest) return result;
    if (results.size >= most) results.clear();
    results.set(text, result ?? null);
    return result;
  };
}
