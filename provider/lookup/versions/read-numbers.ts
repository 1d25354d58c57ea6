import { isDate, isDay, isFullDate, isMonth, isYear } from "./dates.ts";
import { isMeasured } from "./read-stage.ts";
import { isDigits, isLetters, isOneOf, type Tokens } from "./tokens.ts";

/** Numbers that belong together, and the token behind them. */
export interface NumberList {
  readonly numbers: readonly string[];
  readonly end: number;
  /** `plain` numbers have no dot, so that a name may mean anything by them; a `month` is a year, or a year and a month. */
  readonly shape: "dotted" | "plain" | "date" | "month";
}

/**
 * The numbers that begin at a run of digits: `2.1.0`; a date, `2026-01-15`, as its year, month and day; and `1_2_3`,
 * where a file's name could not hold dots.
 */
export function readNumbers(tokens: Tokens, start: number): NumberList {
  const { numbers, end } = dotted(tokens, start);
  if (numbers.length > 1) return { numbers, end, shape: isDate(numbers) ? "date" : "dotted" };
  const parts = date(tokens, start) ?? underscored(tokens, start);
  if (parts !== undefined) return parts;
  // `20260115`.
  if (isFullDate(numbers)) return { numbers, end: behindDay(tokens, end), shape: "date" };
  return { numbers, end, shape: "plain" };
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
    return { numbers: [year], end: start + 2, shape: "month" };
  if (!isMonth(month)) return undefined;
  if (mark === second && isDay(day)) return fullDate(tokens, start);
  // `2026-05` is a month; `2024-1.5` is something else.
  const end = start + 3;
  if (first === "_" || (mark === "." && isDigits(day)) || isMeasured(tokens, end)) return undefined;
  return { numbers: [year, month], end: mark === "月" ? end + 1 : end, shape: "month" };
}

function fullDate(tokens: Tokens, start: number): NumberList {
  const { numbers, end } = dotted(tokens, start + 4);
  return {
    numbers: [tokens[start] ?? "", tokens[start + 2] ?? "", ...numbers],
    end: behindDay(tokens, end),
    shape: "date",
  };
}

/** Behind `日`, or behind the time of ISO 8601: `2026-01-15T10:30:00Z`. */
function behindDay(tokens: Tokens, start: number): number {
  if (tokens[start] === "日" || tokens[start] === "号") return start + 1;
  if (tokens[start] !== "t" || !isDigits(tokens[start + 1])) return start;
  let end = start + 2;
  while (isOneOf(":.", tokens[end]) && isDigits(tokens[end + 1])) end += 2;
  return tokens[end] === "z" ? end + 1 : end;
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
