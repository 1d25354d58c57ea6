import type { Members } from "./members.ts";

/** A row as CompShare sends it: JSON members by their wire names. */
export type WireRow = Members;

/** Whether a value is a JSON object. */
export function isRow(value: unknown): value is WireRow {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** Whether CompShare says nothing with a value. It writes an empty text for that too. */
export const isAbsent = (value: unknown): boolean => value === undefined || value === null || value === "";
