import * as z from "zod/mini";
import { codecsTakenAsIs } from "../contract/wire-values.ts";

/** Says whether a value may skip its schema. */
export type Test = (value: unknown) => boolean;

const never: Test = () => false;
const isText: Test = (value) => typeof value === "string";
const isTexts: Test = (value) => Array.isArray(value) && value.every(isText);

/**
 * Which values a schema takes as they are, so that 20,000 rows of 50 members need not go through zod. Only where it has
 * nothing to check: `z.string()` takes every text, `z.string().check(z.minLength(1))` none without a look.
 */
export function takenAsIs(schema: z.core.$ZodType): Test {
  const codec = codecsTakenAsIs.get(schema);
  if (codec !== undefined) return codec;
  if (!(schema instanceof z.ZodMiniType)) return never;
  const facts = { ...schema.def };
  switch (facts.type) {
    case "string":
      return hasOnly(facts, ["type"]) ? isText : never;
    case "boolean":
      return hasOnly(facts, ["type"]) ? (value) => typeof value === "boolean" : never;
    default:
      return wrapped(schema);
  }
}

function wrapped(schema: z.ZodMiniType): Test {
  if (schema instanceof z.ZodMiniOptional)
    return hasOnly(schema.def, ["type", "innerType"]) ? takenAsIs(schema.def.innerType) : never;
  if (schema instanceof z.ZodMiniDefault)
    return hasOnly(schema.def, ["type", "innerType", "defaultValue"])
      ? takenAsIs(schema.def.innerType)
      : never;
  if (schema instanceof z.ZodMiniArray && hasOnly(schema.def, ["type", "element"]))
    return takenAsIs(schema.def.element) === isText ? isTexts : never;
  return never;
}

/** Anything that a definition has beside what makes it of its type is something to check. */
function hasOnly(definition: object, known: readonly string[]): boolean {
  return Object.entries(definition).every(([name, fact]) => fact === undefined || known.includes(name));
}
