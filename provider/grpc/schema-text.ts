import type { PackageIdentity } from "../schema/about-package.ts";
import { packageSchema } from "../schema/package-schema.ts";

export function schemaText(identity: PackageIdentity): string {
  return JSON.stringify(packageSchema(identity));
}
