import { ArgumentError } from "../errors/argument-error.ts";
import type { CompShareError } from "../errors/compshare-error.ts";
import { ConfigurationError } from "../errors/configuration-error.ts";
import type { InputProblem } from "../errors/input-problem.ts";
import { plainText } from "./plain-text.ts";
import { shownProblem } from "./problem-text.ts";

/**
 * An error as plain JSON, for programs: code, reason and the kinds of problems stay the same from version to version, and
 * every number of the text stands for itself. Like the errors, it holds no key, no signature and no response body.
 */
export function errorFacts(error: CompShareError): JsonFacts {
  const { code, reason, category, facts, attemptSummary } = error;
  const own = plain({ code, reason, category, facts, attempts: attemptSummary });
  return isOfInputs(error) ? { ...own, facts: { problems: error.problems.map(problemFacts) } } : own;
}

function isOfInputs(error: CompShareError): error is ArgumentError | ConfigurationError {
  return error instanceof ArgumentError || error instanceof ConfigurationError;
}

/** What is wrong with an input, beside the text of it. */
function problemFacts(input: InputProblem): JsonFacts {
  // The text is ours and quotes what comes from outside in short; it may be longer than such a text.
  const { property, problem } = input;
  return { property: plainText(property), text: shownProblem(input).reason, ...plain({ ...problem }) };
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
