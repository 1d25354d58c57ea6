import { type ImagePinInputs, imagePinInputs } from "../contract/image-pin.ts";
import type { Members } from "../contract/members.ts";
import { exclusiveArguments, orderArgument } from "../contract/query.ts";
import { ArgumentError } from "../errors/argument-error.ts";
import type { InputProblem } from "../errors/input-problem.ts";
import { queryProblems } from "../lookup/check-query.ts";
import { filterNames } from "../lookup/filters/applied-filters.ts";
import { parseInputs } from "../schema/parse-inputs.ts";
import { ownInputs } from "./pinned-image.ts";
import type { PartlyKnown } from "./resource.ts";

/** What the inputs of a pin are where a program does not give them. */
export const pinDefaults: Members = readPin({});

/** Inputs that say which image is meant; the others say where to look or when to move. */
export const queryNames: readonly string[] = [...filterNames, "mostRecent", ...Object.keys(orderArgument)];

/** Inputs of a pin that have been checked before, without the one that the plugin adds. */
export function readPin(values: Members): ImagePinInputs {
  const parsed = parseInputs(imagePinInputs, ownInputs(values), "argument", exclusiveArguments);
  if (parsed.problems !== undefined) throw new ArgumentError(parsed.problems);
  return parsed.value;
}

/** What is wrong with the inputs of a pin, as far as that can be said without asking CompShare. */
export function pinProblems({ values, unknown }: PartlyKnown): readonly InputProblem[] {
  const parsed = parseInputs(imagePinInputs, values, "argument", exclusiveArguments);
  if (parsed.problems !== undefined) return parsed.problems;
  const inputs = parsed.value;
  const has = (name: string): boolean =>
    (values[name] !== undefined && values[name] !== null && values[name] !== false) || unknown.includes(name);
  return [
    ...(has("imageId") ? explicitProblems(inputs, [...Object.keys(values), ...unknown].filter(has)) : []),
    ...(inputs.policy === "withinRange" ? rangeProblems(has) : []),
    ...movingProblems(inputs),
  ];
}

/** An image that is given by hand leaves nothing to ask. */
function explicitProblems({ policy }: ImagePinInputs, given: readonly string[]): InputProblem[] {
  const query = given.filter((name) => queryNames.includes(name));
  const beside: InputProblem = { property: "imageId", problem: { kind: "queryBesideId", arguments: query } };
  const moving: InputProblem = { property: "policy", problem: { kind: "policyBesideId", policy } };
  return [...(query.length === 0 ? [] : [beside]), ...(policy === "hold" ? [] : [moving])];
}

function rangeProblems(has: (name: string) => boolean): InputProblem[] {
  const unbounded: InputProblem = { property: "policy", problem: { kind: "policyWithoutVersion" } };
  const ordered: InputProblem = { property: "orderBy", problem: { kind: "orderBesideVersions" } };
  return [...(has("version") ? [] : [unbounded]), ...(has("orderBy") ? [ordered] : [])];
}

/** What moves by itself takes whatever is published next, as `mostRecent` does, so it needs a publisher to trust as well. */
function movingProblems(inputs: ImagePinInputs): InputProblem[] {
  const moves = inputs.policy !== "hold" && inputs.orderBy === undefined && !inputs.mostRecent;
  const problems = queryProblems(
    { ...inputs, mostRecent: inputs.mostRecent || moves, id: inputs.imageId },
    true,
  );
  return problems.map((problem) =>
    moves && problem.property === "mostRecent" ? { ...problem, property: "policy" } : problem,
  );
}
