import { readFile } from "node:fs/promises";
import type { PackageIdentity } from "../provider/schema/about-package.ts";
import { ownerNotSet, parseRepository, type Repository } from "../provider/schema/repository.ts";
import { ToolFailure } from "./engine/failure.ts";

/** What package.json says of the package: the one place where its version and the repository's address stand. */
export async function readIdentity(root = "."): Promise<PackageIdentity> {
  const { version, repository }: PackageIdentity = JSON.parse(await readFile(`${root}/package.json`, "utf8"));
  return { version, repository };
}

/** Gives the repository, or refuses while nobody knows whose it is: nothing may be published under a placeholder. */
export function requireOwner({ repository }: Pick<PackageIdentity, "repository">): Repository {
  const parsed = parseRepository(repository);
  if (parsed.owner === ownerNotSet)
    throw new ToolFailure(
      `package.json names nobody as the owner of the repository (${ownerNotSet}): nothing can be published. ` +
        "Put the real address there with `npm run owner -- NAME`, and commit what it changes.",
    );
  return parsed;
}
