import type { Candidate, FirstPick, SeveralMatches, TooMany } from "../errors/several-matches.ts";
import { messages } from "./messages.ts";
import { plainText } from "./plain-text.ts";
import { changeText, namesText, queryText } from "./query-text.ts";
import { textTable } from "./text-table.ts";

/** How several matches differ, as a table, and how to get each of them. */
export function severalText(facts: SeveralMatches): string {
  const words = messages().images.several;
  const rows = facts.candidates.map((candidate) => [
    ...candidate.cells.map((cell) => plainText(cell, 48)),
    toGetIt(candidate),
  ]);
  const rest = facts.count - facts.candidates.length;
  return [
    words.mustMeanOne(facts.count, queryText(facts.query)),
    ...textTable([[...facts.columns, words.toGetIt], ...rows]).map((line) => `  ${line}`),
    ...(rest > 0 ? [words.rest(rest)] : []),
    words.advice(displacedText(facts.candidates), facts.picks.map(pickText)),
  ].join("\n");
}

/** More matches than are allowed. */
export function tooManyText({ query, found, most, first }: TooMany): string {
  const names = namesText(first);
  return messages().images.counts.tooMany(
    found,
    most,
    found > first.length ? `${names}, …` : names,
    queryText(query),
  );
}

function toGetIt({ change }: Candidate): string {
  const words = messages().images.several;
  if (change["id"] !== undefined) return words.itsId("id");
  return change["imageId"] === undefined ? changeText(change) : words.itsId("imageId");
}

/** Which arguments take the place of others: `name` that of `nameGlob`. */
function displacedText(candidates: readonly Candidate[]): string | undefined {
  for (const { change } of candidates) {
    const [gone] = Object.keys(change).filter((argument) => change[argument] === undefined);
    const [given] = Object.keys(change).filter((argument) => change[argument] !== undefined);
    if (gone !== undefined && given !== undefined && given !== "imageId")
      return messages().images.several.displaces(given, gone);
  }
  return undefined;
}

function pickText({ argument, change }: FirstPick): string {
  const words = messages().images.several;
  const { [argument]: _, ...together } = change;
  const beside = changeText(together);
  return argument === "mostRecent" ? words.mostRecent(beside) : words.orderBy(beside);
}
