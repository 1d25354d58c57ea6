import { distance } from "fastest-levenshtein";

/** Letters and digits alone: what is left of a name when case, width, spaces and punctuation are ignored. */
function skeleton(value: string): string {
  return value
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, "");
}

/** How far a known value is from the wanted one; `undefined` when they have nothing in common. */
function remoteness(wanted: string, known: string): number | undefined {
  if (known.toLowerCase() === wanted.toLowerCase()) return 0;
  const [left, right] = [skeleton(wanted), skeleton(known)];
  if (left === "" || right === "") return undefined;
  if (left === right) return 1;
  const edits = distance(left, right);
  const longest = Math.max(left.length, right.length);
  if (edits <= Math.max(1, Math.floor(longest / 4))) return 2 + edits / longest;
  if (left.length >= 3 && right.includes(left)) return 3 + (right.length - left.length) / 1000;
  if (right.length >= 3 && left.includes(right)) return 4 + (left.length - right.length) / 1000;
  return edits <= longest / 2 ? 5 + edits / longest : undefined;
}

/** The known values that are closest to the wanted one, closest first: a difference of case alone, then of punctuation, then of letters. */
export function closest(wanted: string, known: Iterable<string>, most = 3): string[] {
  const scored = [...new Set(known)].flatMap((value) => {
    const score = value === wanted ? undefined : remoteness(wanted, value);
    return score === undefined ? [] : [{ value, score }];
  });
  scored.sort((one, other) => one.score - other.score || (one.value < other.value ? -1 : 1));
  return scored.slice(0, most).map(({ value }) => value);
}
