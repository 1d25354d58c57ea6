import type { PackageIdentity } from "../schema/about-package.ts";
import { packageSchema } from "../schema/package-schema.ts";

/** The package schema as JSON text. */
export function schemaText(identity: PackageIdentity): string {
  return JSON.stringify(packageSchema(identity));
}
