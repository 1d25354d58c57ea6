import * as z from "zod/mini";
import { type Test, takenAsIs } from "../ucloud/taken-as-is.ts";

/**
 * Says whether a value of a catalogue file is one that a program gets of this schema: the file holds what the contract
 * gives, not what the wire sends. Only what the schema takes as it is may skip it, as in rows of the wire.
 */
export function memberTest(schema: z.core.$ZodType): Test {
  const asIs = takenAsIs(schema);
  return (value) => asIs(value) || z.safeEncode(schema, value).success;
}
