/** Where the project lives, as the `repository` of package.json says. */
export interface Repository {
  /** `https://github.com/OWNER/NAME`. */
  readonly url: string;
  readonly owner: string;
  readonly name: string;
}

/** Stands where the owner will stand. No account of GitHub that can publish has an underscore in its name, so this is nobody's. */
export const ownerNotSet = "owner_not_set";

const address = /^https:\/\/github\.com\/(?<owner>[\w-]+)\/(?<name>[\w.-]+?)(?:\.git)?$/;

/** Reads the address of a repository on GitHub, from where plugins are downloaded. */
export function parseRepository(url: string): Repository {
  const { owner, name } = address.exec(url)?.groups ?? {};
  if (owner === undefined || name === undefined)
    throw new Error(`repository is ${JSON.stringify(url)}; it has to be https://github.com/OWNER/NAME`);
  return { url: `https://github.com/${owner}/${name}`, owner, name };
}
