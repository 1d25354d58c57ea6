import type { CompShareError } from "../errors/compshare-error.ts";
import { plainText } from "./plain-text.ts";

/**
 * An error as plain JSON, for programs: code and reason stay the same from version to version, and every number of the
 * text stands for itself. Like the errors, it holds no key, no signature and no response body.
 */
export function errorFacts(error: CompShareError): JsonFacts {
  const { code, reason, category, facts, attemptSummary } = error;
  return plain({ code, reason, category, facts, attempts: attemptSummary });
}

/** Facts as JSON holds them. */
type JsonFacts = Readonly<Record<string, unknown>>;

/** Without what is not known, and with texts from outside in one plain line each. */
function plain(facts: JsonFacts): JsonFacts {
  return Object.fromEntries(
    Object.entries(facts)
      .filter(([, value]) => value !== undefined)
      .map(([name, value]) => [name, plainValue(value)]),
  );
}

function plainValue(value: unknown): unknown {
  if (typeof value === "string") return plainText(value);
  if (Array.isArray(value)) return value.map(plainValue);
  return typeof value === "object" && value !== null ? plain({ ...value }) : value;
}
