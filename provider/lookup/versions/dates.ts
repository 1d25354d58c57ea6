import type { Whole } from "./whole.ts";

/** Whether digits are a year of our time. */
export function isYear(digits: string): boolean {
  return /^(?:199|20[0-9])[0-9]$/.test(digits);
}

/** Whether digits are a month, with or without the zero in front. */
export function isMonth(digits: string): boolean {
  return /^(?:0?[1-9]|1[0-2])$/.test(digits);
}

/** Whether digits are a day of a month. */
export function isDay(digits: string): boolean {
  return /^(?:0?[1-9]|[12][0-9]|3[01])$/.test(digits);
}

/** Whether numbers are a year and month, or a date: `2025.06`, `2025.6.12`. */
export function isDate(numbers: readonly string[]): boolean {
  const [year = "", month = "", day = "1"] = numbers;
  return numbers.length <= 3 && isYear(year) && isMonth(month) && isDay(day);
}

/** Whether numbers are year, month and day, however they are written: `2025.6.12`, `20250612`. */
export function isFullDate(numbers: readonly string[]): boolean {
  const date = withDate(numbers).map(String);
  return date.length === 3 && isDate(date);
}

/** Whether numbers are a calendar's, the year in full or not: `24.04`, `2026.03`, `2026.3.1`. */
export function isCalendar(numbers: readonly Whole[]): boolean {
  if (numbers.length > 3) return false;
  const [year = "", month = "", day = "1"] = numbers.map(String);
  const isCalendarYear = isYear(year) || /^(?:1[5-9]|[23][0-9])$/.test(year);
  return isCalendarYear && isMonth(month) && isDay(day);
}

/** Numbers with a date in front, `20250612` or `202506`, as its year, month and day: dates compare however they are written. */
export function withDate(numbers: readonly Whole[]): readonly Whole[] {
  const first = String(numbers[0] ?? "");
  // Most first numbers are short.
  if (first.length < 6) return numbers;
  const [, year = "", month = "", day] = /^0*(20[0-9]{2})([0-9]{2})([0-9]{2})?$/.exec(first) ?? [];
  if (!isMonth(month) || (day !== undefined && !isDay(day))) return numbers;
  return [year, month, ...(day === undefined ? [] : [day]), ...numbers.slice(1)];
}
