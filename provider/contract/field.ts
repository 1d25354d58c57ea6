import * as z from "zod/mini";
import type { WireRow } from "./wire-row.ts";

/** What is known about a field beside its type. */
export interface FieldFacts {
  /** Shape, unit, default and example, in Markdown: it becomes the SDK's and the reference's text. */
  readonly description?: string;
  /** Wire name. A dot descends into an object; of several names the first present one counts. */
  readonly wire?: string | readonly string[];
  /** Reads the value from the whole row, where no single member holds it as it is. */
  readonly derive?: (row: WireRow) => unknown;
  /** The wire writes 0 for "not set". */
  readonly zeroIsAbsent?: true;
  /** It changes from call to call and means nothing for a choice. */
  readonly volatile?: true;
  /** A number cannot stand for the text: a host that reads YAML makes 13.0 a 13 before the plugin sees it. */
  readonly numbersLose?: true;
  /** Never shown, logged or kept in clear. */
  readonly secret?: true;
  /** Environment variables that stand in for the field, first one wins. */
  readonly environment?: readonly string[];
  /** Name of the Pulumi type that an object or an enumeration becomes. */
  readonly id?: string;
}

/** The facts of every field, where schema, SDKs, validation and reference pages read them. */
export const fieldFacts = z.registry<FieldFacts>();

/** Writes a field: its schema together with its facts. */
export function field<Schema extends z.core.$ZodType>(schema: Schema, facts: FieldFacts): Schema {
  if (fieldFacts.has(schema)) throw new Error(`a schema is one field only: ${facts.description}`);
  fieldFacts.add(schema, facts);
  return schema;
}

/** A piece of text that is not empty: CompShare treats an empty parameter as a filter of its own. */
export const text = (): z.ZodMiniString<string> => z.string().check(z.minLength(1));

/** A whole number within limits, both included. */
export const wholeNumber = (least: number, most: number): z.ZodMiniNumber<number> =>
  z.int().check(z.gte(least), z.lte(most));
