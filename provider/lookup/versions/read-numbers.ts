import { isDate, isDay, isMonth, isYear } from "./dates.ts";
import { endsNumber } from "./read-stage.ts";
import { isDigits, isHan, isLetters, type Tokens } from "./tokens.ts";

/** Numbers that belong together, and the token behind them. */
export interface NumberList {
  readonly numbers: readonly string[];
  readonly end: number;
  /** `plain` numbers have no dot, so that a name may mean anything by them. */
  readonly shape: "dotted" | "plain" | "date";
}

/**
 * The numbers that begin at a run of digits: `2.1.0`; a date, `2026-01-15`, as its year, month and day; and `1_2_3`,
 * where a file's name could not hold dots.
 */
export function readNumbers(tokens: Tokens, start: number): NumberList {
  const { numbers, end } = dotted(tokens, start);
  if (numbers.length > 1) return { numbers, end, shape: isDate(numbers) ? "date" : "dotted" };
  return date(tokens, start) ?? underscored(tokens, start) ?? { numbers, end, shape: "plain" };
}

function dotted(tokens: Tokens, start: number): { readonly numbers: string[]; readonly end: number } {
  const numbers = [tokens[start] ?? ""];
  let end = start + 1;
  while (tokens[end] === "." && isDigits(tokens[end + 1])) {
    numbers.push(tokens[end + 1] ?? "");
    end += 2;
  }
  return { numbers, end };
}

/** What stands between year and month, and between month and day. */
const dateSeparators: readonly (readonly [string, string])[] = [
  ["-", "-"],
  ["/", "/"],
  ["_", "_"],
  ["年", "月"],
];

function date(tokens: Tokens, start: number): NumberList | undefined {
  if (tokens[start]?.length !== 4) return undefined;
  const [year = "", between = "", month = "", mark = "", day = ""] = tokens.slice(start, start + 5);
  const separators = dateSeparators.find(([first]) => first === between);
  if (separators === undefined || !isYear(year)) return undefined;
  const [first, second] = separators;
  if (first === "年" && (mark !== "月" || !isMonth(month)))
    return { numbers: [year], end: start + 2, shape: "plain" };
  if (!isMonth(month)) return undefined;
  if (mark === second && isDay(day) && endsDay(tokens, start + 5)) return fullDate(tokens, start);
  if (first === "年") return { numbers: [year, month], end: start + 4, shape: "plain" };
  // `2026-05` is a month; `2024-1.5` and `2024-7B` are something else.
  if (first === "_" || endsElsewhere(mark, day)) return undefined;
  return { numbers: [year, month], end: start + 3, shape: "plain" };
}

/** Whether no letters are glued to a day but those of a stage: `2026-01-15rc1`. */
function endsDay(tokens: Tokens, end: number): boolean {
  return !isLetters(tokens[end]) || endsNumber(tokens, end);
}

function endsElsewhere(mark: string, next: string): boolean {
  return isLetters(mark) || (isHan(mark) && !mark.startsWith("版")) || (mark === "." && isDigits(next));
}

function fullDate(tokens: Tokens, start: number): NumberList {
  const { numbers, end } = dotted(tokens, start + 4);
  const mark = tokens[end];
  const closed = mark === "日" || mark === "号" ? end + 1 : end;
  return {
    numbers: [tokens[start] ?? "", tokens[start + 2] ?? "", ...numbers],
    end: closed,
    shape: "date",
  };
}

function underscored(tokens: Tokens, start: number): NumberList | undefined {
  if (tokens[start + 1] !== "_") return undefined;
  const numbers = [tokens[start] ?? ""];
  let end = start + 1;
  while (tokens[end] === "_" && isDigits(tokens[end + 1]) && !continues(tokens, end + 2)) {
    numbers.push(tokens[end + 1] ?? "");
    end += 2;
  }
  return numbers.length === 1 ? undefined : { numbers, end, shape: "plain" };
}

/** Whether a number goes on in another way: `3_2.5`, `3_7B`. */
function continues(tokens: Tokens, end: number): boolean {
  return isLetters(tokens[end]) || (tokens[end] === "." && isDigits(tokens[end + 1]));
}
