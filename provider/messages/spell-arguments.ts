import { functions } from "../contract/functions.ts";
import { resources } from "../contract/resources.ts";
import { capitalizedName, pythonName } from "../contract/sdk-spelling.ts";
import { ApiError } from "../errors/api-error.ts";
import { ArgumentError } from "../errors/argument-error.ts";
import type { CompShareError } from "../errors/compshare-error.ts";
import { ImageAmbiguousError } from "../errors/image-ambiguous-error.ts";
import { ImageNotFoundError } from "../errors/image-not-found-error.ts";
import type { InputProblem } from "../errors/input-problem.ts";
import { errorMessage, errorTextOf } from "./error-text.ts";
import { messages } from "./messages.ts";
import { code } from "./plain-text.ts";
import { type ShownProblem, shownProblem } from "./problem-text.ts";

// What people read who write a program, in a language that the plugin cannot know. Texts name arguments as the contract
// does, and end with how other languages write them. The command line has flags of its own and reads nothing of this.

/** Whoever has seen three names in another spelling can write the others. */
const mostSpelled = 3;

const argumentNames: ReadonlySet<string> = new Set(
  [...Object.values(functions), ...Object.values(resources)].flatMap(({ inputs }) =>
    Object.keys(inputs.shape),
  ),
);

/** The text of an error, for somebody who writes a program. */
export function programErrorText(error: CompShareError): string {
  return errorTextOf(error, programMessage(error));
}

/** Problems of inputs, for the same reader; the last one that names arguments says how those of all are written. */
export function programProblems(problems: readonly InputProblem[]): readonly ShownProblem[] {
  const shown = problems.map(shownProblem);
  const named = shown.map((problem) => (isOfArgument(problem) ? namedArguments(problem.reason) : []));
  const last = named.findLastIndex((names) => names.length > 0);
  return shown.map((problem, at) =>
    at === last ? { ...problem, reason: withSpelling(problem.reason, named.flat()) } : problem,
  );
}

function programMessage(error: CompShareError): string {
  if (error instanceof ArgumentError)
    return programProblems(error.problems)
      .map(({ reason }) => reason)
      .join("; ");
  const text = errorMessage(error);
  return asksForArguments(error) ? withSpelling(text, namedArguments(text)) : text;
}

/** Whether whoever reads an error changes arguments next. `pulumi config set` takes keys of the configuration in one spelling. */
function asksForArguments(error: CompShareError): boolean {
  // Of an empty catalogue the text doubts keys and gateway, not the query.
  if (error instanceof ImageNotFoundError) return error.facts.noMatch?.rowsRead !== 0;
  if (error instanceof ApiError) return error.refusal.given?.origin.kind === "argument";
  return error instanceof ImageAmbiguousError;
}

/** No SDK lets an argument through that nothing takes, and YAML writes the names as the text does. */
function isOfArgument({ property }: ShownProblem): boolean {
  const [name = ""] = /^[^.[]*/.exec(property) ?? [];
  return name === "" || argumentNames.has(name);
}

/** The arguments of several words that a text names: first those in code spans, then those of queries, `name: value`. */
function namedArguments(text: string): readonly string[] {
  const names = [...text.matchAll(/`(\w+)/g), ...text.matchAll(/\b(\w+): /g)].map(([, name = ""]) => name);
  return names.filter((name) => argumentNames.has(name) && pythonName(name) !== name);
}

function withSpelling(text: string, named: readonly string[]): string {
  const names = [...new Set(named)];
  if (names.length === 0) return text;
  const { sentences } = messages().gateway;
  const { sentence, stop } = messages().inputs.spelling;
  const shown = names.slice(0, mostSpelled);
  const spelling = sentence(
    spans(shown, pythonName),
    spans(shown, capitalizedName),
    names.length > mostSpelled,
  );
  if (text.endsWith(stop)) return sentences(text, spelling + stop);
  // What Pulumi puts around a problem goes on after it, so that problems end without a stop.
  return sentences(/[?？]$/.test(text) ? text : text + stop, spelling);
}

function spans(names: readonly string[], spelled: (name: string) => string): readonly string[] {
  return names.map((name) => code(spelled(name)));
}
