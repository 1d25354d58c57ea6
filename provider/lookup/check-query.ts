import { exclusiveArguments, type Filters, type ScopeArguments } from "../contract/query.ts";
import type { InputProblem } from "../errors/input-problem.ts";
import type { Change } from "../errors/query-facts.ts";
import { type SourceChoice, scopeProblems } from "../listings/scope.ts";
import { isOpen } from "../listings/sources.ts";
import { exclusiveProblems } from "../schema/parse-inputs.ts";
import { asksForPublisher, filterProblems, publisherArguments } from "./filters/applied-filters.ts";

/** What a query of either image function may have beside its filters. */
export interface QueryInputs extends ScopeArguments {
  readonly source?: SourceChoice | undefined;
  readonly mostRecent?: boolean | undefined;
  readonly orderBy?: readonly unknown[] | undefined;
  readonly minCount?: number | undefined;
  readonly maxCount?: number | undefined;
}

type Inputs = QueryInputs & Partial<Filters>;

/** Problems that the inputs of a query have although each of them is of the right kind. */
export function queryProblems(inputs: Inputs, single: boolean): InputProblem[] {
  const { statuses } = inputs;
  return [
    ...scopeProblems(inputs),
    ...(statuses === undefined ? [] : filterProblems({ ...inputs, statuses })),
    ...(single ? trustProblem(inputs) : []),
    ...countProblem(inputs),
  ];
}

/** Whether a query may be asked with some of its arguments changed. */
export function allowsChange(inputs: Inputs, change: Change, single: boolean): boolean {
  const changed = { ...inputs, ...change };
  return (
    queryProblems(changed, single).length === 0 && exclusiveProblems(exclusiveArguments, changed).length === 0
  );
}

/** Other accounts name their images as they like, so "the newest with this name" is whatever one of them adds next. */
function trustProblem(inputs: Inputs): InputProblem[] {
  const { source } = inputs;
  const picks =
    inputs.mostRecent === true ? "mostRecent" : inputs.orderBy === undefined ? undefined : "orderBy";
  if (!isOpen(source, inputs.id) || picks === undefined || asksForPublisher(inputs)) return [];
  const problem = { kind: "untrustedSource", source, needsOneOf: publisherArguments } as const;
  return [{ property: picks, problem }];
}

function countProblem({ minCount, maxCount }: QueryInputs): InputProblem[] {
  if (minCount === undefined || maxCount === undefined || minCount <= maxCount) return [];
  return [{ property: "minCount", problem: { kind: "minOverMax", minCount, maxCount } }];
}
