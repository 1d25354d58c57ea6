import type { Filters, OrderKey } from "../contract/query.ts";
import { resolveScope } from "../listings/scope.ts";
import { allowsChange, type QueryInputs } from "./check-query.ts";
import type { Lookup } from "./lookup.ts";
import type { Question } from "./search.ts";

/** A query as the functions and the command line take it. */
export interface Query extends Filters, QueryInputs {
  readonly orderBy?: readonly OrderKey[] | undefined;
}

/** The question that a query asks; `single` says that one image is meant, not a list. */
export function queryQuestion(query: Query, lookup: Lookup, single: boolean): Question {
  return {
    filters: query,
    scope: resolveScope(query, lookup.scope),
    orderBy: query.orderBy,
    mostRecent: query.mostRecent,
    allows: (change) => allowsChange(query, change, single),
    byId: (id) => ({ id }),
  };
}
