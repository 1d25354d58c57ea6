import { readFileSync } from "node:fs";
import { expect } from "@jest/globals";
import { fromJSONSchema, type ZodType } from "zod";

let schema: ZodType | undefined;

/** What a command printed with `--json`: one document, which the published JSON Schema takes. */
export function documentOf(stdout: string): Readonly<Record<string, unknown>> {
  schema ??= fromJSONSchema(JSON.parse(readFileSync("docs/reference/command-line.schema.json", "utf8")));
  const document: Readonly<Record<string, unknown>> = JSON.parse(stdout);
  expect(schema.safeParse(document)).toMatchObject({ success: true });
  return document;
}
