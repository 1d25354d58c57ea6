import {
  filterArguments,
  orderArgument,
  pageArguments,
  scopeArguments,
  singleArguments,
  sourceArgument,
} from "../provider/contract/query.ts";

/** The arguments of a query, as the contract has them. */
export const queryArguments = {
  ...filterArguments,
  ...sourceArgument,
  ...scopeArguments,
  ...orderArgument,
  ...singleArguments,
  ...pageArguments,
};

/** Name of an argument of a query. */
export type ArgumentName = keyof typeof queryArguments;
