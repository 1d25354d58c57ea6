import * as z from "zod/mini";
import { fieldFacts } from "../contract/field.ts";
import type { InputProblem, Problem } from "../errors/input-problem.ts";
import { closest } from "../messages/closest.ts";
import { pathText } from "./path-text.ts";

/** Inputs that are usable, or every problem that they have. */
export type ParsedInputs<Value> =
  | { readonly value: Value; readonly problems?: never }
  | { readonly problems: readonly InputProblem[] };

/** How inputs are called in texts. */
export type InputNoun = "argument" | "configuration key";

/** Reads inputs by the contract. Each problem names the input and what is allowed; values are never repeated. */
export function parseInputs<Schema extends z.ZodMiniObject>(
  schema: Schema,
  inputs: Readonly<Record<string, unknown>>,
  noun: InputNoun,
  exclusive: readonly (readonly string[])[] = [],
): ParsedInputs<z.output<Schema>> {
  // SDKs write null for an input that is not set.
  const given = Object.fromEntries(
    Object.entries(inputs).filter(([, value]) => value !== null && value !== undefined),
  );
  const known = Object.keys(schema.shape);
  const first = z.safeParse(schema, given);
  const result = first.success ? first : z.safeParse(schema, withTexts(schema, given, first.error.issues));
  const problems = [
    ...(result.success
      ? []
      : onePerProperty(result.error.issues.flatMap((issue) => issueProblems(issue, given, known, noun)))),
    ...exclusiveProblems(
      exclusive.filter((group) => group.every((name) => known.includes(name))),
      given,
    ),
  ];
  return result.success && problems.length === 0 ? { value: result.data } : { problems };
}

/** Inputs in which whole numbers that stand where text is wanted are text: hosts make a number of an unquoted `4090`. */
function withTexts(
  schema: z.ZodMiniObject,
  given: Readonly<Record<string, unknown>>,
  issues: readonly z.core.$ZodIssue[],
): Readonly<Record<string, unknown>> {
  const paths = issues
    .filter(wantsText)
    .map(({ path }) => path)
    .filter(([name]) => !losesNumbers(schema, name));
  return paths.reduce((inputs, path) => replaced(inputs, path), given);
}

/** Whether the value of an issue has to be text; of a union, whether its general form does. */
function wantsText(issue: z.core.$ZodIssue): boolean {
  if (issue.code === "invalid_union") return (issue.errors.at(-1) ?? []).some(wantsText);
  return issue.code === "invalid_type" && issue.expected === "string";
}

function losesNumbers(schema: z.ZodMiniObject, name: PropertyKey | undefined): boolean {
  const field = typeof name === "string" ? schema.shape[name] : undefined;
  return field !== undefined && fieldFacts.get(field)?.numbersLose === true;
}

/** The same inputs with the whole number at a path as text; as they are where no whole number stands there. */
function replaced(
  inputs: Readonly<Record<string, unknown>>,
  [name, ...rest]: readonly PropertyKey[],
): Readonly<Record<string, unknown>> {
  if (typeof name !== "string") return inputs;
  return { ...inputs, [name]: asText(inputs[name], rest) };
}

function asText(value: unknown, [key, ...rest]: readonly PropertyKey[]): unknown {
  if (key === undefined) return Number.isSafeInteger(value) ? String(value) : value;
  if (Array.isArray(value))
    return value.map((entry: unknown, at) => (at === key ? asText(entry, rest) : entry));
  if (typeof value !== "object" || value === null || typeof key !== "string") return value;
  return { ...value, [key]: asText(Reflect.get(value, key), rest) };
}

/** Of several problems of one input the last one is the narrowest: a number over every limit breaks the type's and then the contract's. */
function onePerProperty(problems: readonly InputProblem[]): readonly InputProblem[] {
  return [...new Map(problems.map((problem) => [problem.property, problem])).values()];
}

/** A problem for each group of arguments of which more than one is given. */
export function exclusiveProblems(
  groups: readonly (readonly string[])[],
  given: Readonly<Record<string, unknown>>,
): InputProblem[] {
  return groups.flatMap((group) => exclusiveProblem(group, given));
}

function exclusiveProblem(
  group: readonly string[],
  given: Readonly<Record<string, unknown>>,
): InputProblem[] {
  // `false` asks for nothing, so it excludes nothing.
  const present = group.filter((name) => given[name] !== undefined && given[name] !== false);
  const [first] = present;
  if (first === undefined || present.length < 2) return [];
  return [{ property: present[1] ?? first, problem: { kind: "exclusive", arguments: present } }];
}

function valueAt(value: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce(
    (inner, key) => (typeof inner === "object" && inner !== null ? Reflect.get(inner, key) : undefined),
    value,
  );
}

function issueProblems(
  issue: z.core.$ZodIssue,
  given: Readonly<Record<string, unknown>>,
  known: readonly string[],
  noun: InputNoun,
): InputProblem[] {
  if (issue.code === "unrecognized_keys") return issue.keys.map((key) => unknownKey(key, known, noun));
  const property = pathText(issue.path);
  const value = valueAt(given, issue.path);
  const numeric = wantsText(issue) && typeof value === "number";
  return [{ property, problem: numeric ? { kind: "numberForText" } : problemOf(issue, value) }];
}

function unknownKey(key: string, known: readonly string[], noun: InputNoun): InputProblem {
  const facts = { allowed: known, closest: closest(key, known, 1)[0] };
  return {
    property: key,
    problem:
      noun === "argument"
        ? { kind: "unknownArgument", ...facts }
        : { kind: "unknownKey", ...facts, ofProject: false },
  };
}

function problemOf(issue: z.core.$ZodIssue, value: unknown): Problem {
  switch (issue.code) {
    case "invalid_type":
      return { kind: "wrongType", wanted: issue.expected };
    case "too_small":
      if (issue.origin === "string") return { kind: "emptyText" };
      return issue.origin === "array"
        ? { kind: "emptyList" }
        : { kind: "tooSmall", least: Number(issue.minimum) };
    case "too_big":
      return { kind: "tooLarge", most: Number(issue.maximum) };
    case "invalid_value": {
      const allowed = issue.values.map(String);
      const near = typeof value === "string" ? closest(value, allowed, 1)[0] : undefined;
      return { kind: "notAllowed", allowed, closest: near };
    }
    case "invalid_union":
      return lastBranch(issue, value);
    default:
      // What is left are the patterns of the contract, each with an example that fits it.
      return { kind: "badForm", example: issue.message };
  }
}

/** Unions of the contract are a list of known values and, last, the general form. */
function lastBranch(issue: z.core.$ZodIssueInvalidUnion, value: unknown): Problem {
  const [last] = issue.errors.at(-1) ?? [];
  return last === undefined ? { kind: "wrongKind" } : problemOf(last, value);
}
