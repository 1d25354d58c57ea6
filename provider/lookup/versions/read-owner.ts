import {
  endsProducts,
  fillers,
  hanFiller,
  mayOwn,
  type Owner,
  ownerOfHan,
  ownerOfLetters,
} from "./owner-words.ts";
import type { NumberList } from "./read-numbers.ts";
import { isDigits, isHan, isLetters, isOneOf, type Tokens } from "./tokens.ts";

/** What stands in front of a number. */
export interface Front {
  /** The first token that belongs to the number: its `v`, or the number itself. */
  readonly start: number;
  /** Whether that is a `v` of its own, `version` or `版本`. */
  readonly isMarked: boolean;
  /** The word in front, read over words such as `基础镜像`. */
  readonly word: string | undefined;
  /** Whose number it is by that word. */
  readonly owner: Owner | undefined;
}

const marks: ReadonlySet<string> = new Set(["v", "ver", "version"]);

/** What stands in front of the numbers at a token. */
export function readFront(tokens: Tokens, at: number, { numbers, shape }: NumberList): Front {
  const start = markBefore(tokens, at);
  const mark = start === undefined ? undefined : tokens[start];
  // The `版本` of `驱动版本` is a mark and names whose number it is.
  const end = start !== undefined && isHan(mark) && ownerOfHan(mark) !== undefined ? start + 1 : start;
  const { word, owner } = ownerBefore(tokens, end ?? at, numbers);
  const isMarked = start !== undefined;
  const isDoubtful = isMarked || shape === "date" || (owner === "gpu" && shape !== "plain");
  const isOthers = isDoubtful && owner !== undefined && !mayOwn(owner, numbers);
  return { start: start ?? at, isMarked, word, owner: isOthers ? undefined : owner };
}

/** Where the `v` of a number begins, as in `v2`, `V 2`, `ver.2` and `版本：2`. */
function markBefore(tokens: Tokens, at: number): number | undefined {
  let beside = at - 1;
  while (beside >= at - 2 && isOneOf(" .:", tokens[beside])) beside -= 1;
  const mark = tokens[beside];
  // Letters run as far as they can, so that only digits could stand in the way of a free-standing `v`.
  if (mark !== undefined && marks.has(mark)) return isDigits(tokens[beside - 1]) ? undefined : beside;
  return isHan(mark) && /版本号?$/.test(mark) ? beside : undefined;
}

/** Most words that are read over: an owner is near its number. */
const mostFillers = 4;

function ownerBefore(
  tokens: Tokens,
  start: number,
  numbers: readonly string[],
): Pick<Front, "word" | "owner"> {
  let product: string | undefined;
  let filler: string | undefined;
  let left = mostFillers;
  for (let at = start - 1; at >= 0 && left > 0; at -= 1) {
    const token = tokens[at];
    if (isOneOf(" -_:.=(/[【@<>≥", token)) continue;
    if (isLetters(token) && fillers.has(token)) filler = token;
    else if (isLetters(token)) {
      const owner = ownerOfLetters(token);
      if (owner === undefined || mayOwn(owner, numbers) || !endsProduct(tokens, at))
        return { word: product ?? token, owner };
      product = token;
    } else if (!isHan(token)) break;
    else if (!hanFiller.test(token)) return { word: product ?? token, owner: ownerOfHan(token) };
    left -= 1;
  }
  return { word: product ?? filler, owner: filler === undefined ? undefined : ownerOfLetters(filler) };
}

/** Whether a word is the end of a longer name: the number of `llama-cpp-python 0.3.2` is not Python's. */
function endsProduct(tokens: Tokens, at: number): boolean {
  const isPart = isOneOf("-_", tokens[at - 1]) && /[^ -/:-@]/.test(tokens[at - 2] ?? "");
  return isPart && endsProducts(tokens[at] ?? "");
}

/** Whether what stands between two numbers lists them as one's: `CUDA 11.8/12.4`, `Python 3.10、3.11`. */
export function isListed(tokens: Tokens, from: number, to: number): boolean {
  const between = tokens.slice(from, to).join("").trim();
  return /^\)? ?(?:[/、&~-]|->|→|和|或|与|及|至|到|(?:升级|更新)[至到]|or|and|to)$/.test(between);
}
