/** So many texts and lists are remembered, of at most so many characters. */
const most = 4096;
const longest = 64;

/** V8's JSON parser keeps texts up to this length once by itself. */
const keptByParser = 10;

let texts = new Map<string, string>();
let lists = new Map<string, readonly string[]>();

/** The text itself, or an equal one that was met before: most of 20,000 images have one of a few authors and versions. */
export function sharedText(text: string): string {
  if (text.length <= keptByParser || text.length > longest) return text;
  const known = texts.get(text);
  if (known !== undefined) return known;
  if (texts.size >= most) texts = new Map();
  texts.set(text, text);
  return text;
}

/** The same for lists of texts, which most images share with many. They are frozen, since they belong to all of them. */
export function sharedList(list: readonly string[]): readonly string[] {
  const key = list.join();
  if (key.length > longest) return list;
  const known = lists.get(key);
  // The entries of another list may read the same when they are joined.
  if (known?.length === list.length && known.every((entry, index) => entry === list[index])) return known;
  const own = Object.freeze(list.map(sharedText));
  if (lists.size >= most) lists = new Map();
  lists.set(key, own);
  return own;
}
