import type { Filters, ScopeArguments } from "../contract/query.ts";
import type { InputProblem } from "../errors/argument-error.ts";
import { type SourceChoice, scopeProblem } from "../listings/scope.ts";
import { messages } from "../messages/messages.ts";
import { filterProblems } from "./filters.ts";

/** What a query of either image function may have beside its filters. */
export interface QueryInputs extends ScopeArguments {
  readonly source?: SourceChoice | undefined;
  readonly mostRecent?: boolean | undefined;
  readonly orderBy?: readonly unknown[] | undefined;
  readonly minCount?: number | undefined;
  readonly maxCount?: number | undefined;
}

/** Problems that the inputs of a query have although each of them is of the right kind. */
export function queryProblems(inputs: QueryInputs & Partial<Filters>, single: boolean): InputProblem[] {
  const { statuses } = inputs;
  return [
    ...[scopeProblem(inputs)].filter((problem) => problem !== undefined),
    ...(statuses === undefined ? [] : filterProblems({ ...inputs, statuses })),
    ...(single ? trustProblem(inputs) : []),
    ...countProblem(inputs),
  ];
}

/** Anybody can publish under any name, so "the newest with this name" is whatever somebody publishes next. */
function trustProblem(inputs: QueryInputs & Partial<Filters>): InputProblem[] {
  const open = inputs.source === "community" || (inputs.source === "any" && inputs.id === undefined);
  const picks =
    inputs.mostRecent === true ? "mostRecent" : inputs.orderBy === undefined ? undefined : "orderBy";
  const trusted =
    inputs.author ?? inputs.groupId ?? (inputs.officialOnly || inputs.certifiedOnly || undefined);
  if (!open || picks === undefined || trusted !== undefined) return [];
  const reason = messages().images.filters.trust(picks, inputs.source ?? "");
  return [{ property: picks, reason }];
}

function countProblem({ minCount, maxCount }: QueryInputs): InputProblem[] {
  if (minCount === undefined || maxCount === undefined || minCount <= maxCount) return [];
  return [
    {
      property: "minCount",
      reason: messages().images.counts.minOverMax(minCount, maxCount),
    },
  ];
}
