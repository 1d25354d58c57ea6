import * as z from "zod/mini";
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

export type ArgumentName = keyof typeof queryArguments;

const isArgument = (name: string): name is ArgumentName => Object.hasOwn(queryArguments, name);

/** The arguments of a query in their order. */
export const argumentNames: readonly ArgumentName[] = Object.keys(queryArguments).filter(isArgument);

const properties = z.toJSONSchema(z.object(queryArguments), { io: "input" }).properties ?? {};

/** How an argument is written as text. */
export type ArgumentKind = "boolean" | "number" | "list" | "text";

/** The kind of an argument; a name that is none of an argument has text. */
export function argumentKind(name: string): ArgumentKind {
  const property = Object.hasOwn(properties, name) ? properties[name] : undefined;
  const type = typeof property === "object" ? property.type : undefined;
  switch (type) {
    case "boolean":
      return "boolean";
    case "number":
    case "integer":
      return "number";
    case "array":
      return "list";
    default:
      return "text";
  }
}

/** The values that an argument, or an entry of its list, may have; none where it takes any text. */
export function argumentValues(name: ArgumentName): readonly string[] {
  const property = properties[name];
  if (typeof property !== "object") return [];
  const { items } = property;
  const entry = typeof items === "object" && !Array.isArray(items) ? items : property;
  return (entry.enum ?? []).filter((value) => typeof value === "string");
}

/** The value that a text gives an argument. Text that gives none stays as it is, for the contract to refuse. */
export function argumentValue(name: string, given: string): unknown {
  switch (argumentKind(name)) {
    case "boolean":
      return given === "true" || given === "false" ? given === "true" : given;
    case "number":
      return given.trim() === "" || Number.isNaN(Number(given)) ? given : Number(given);
    case "list":
      return given === "" ? [] : given.split(",").map((entry) => entry.trim());
    default:
      return given;
  }
}
