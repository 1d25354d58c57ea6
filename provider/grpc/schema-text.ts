import { packageSchema } from "../schema/package-schema.ts";

/** The package schema as JSON text. */
export function schemaText(version: string): string {
  return JSON.stringify(packageSchema(version));
}
