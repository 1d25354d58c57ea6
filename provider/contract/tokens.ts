/** Name of the package: what a token, a plugin and a configuration key begin with. */
export const packageName = "compshare";

const prefix = `${packageName}:index:`;

/** Token of a function, a resource or a type by its name. */
export function tokenOf(name: string): string {
  return `${prefix}${name}`;
}

/** The name in a token of this package; `undefined` for a token of another one. */
export function tokenName(token: string): string | undefined {
  return token.startsWith(prefix) ? token.slice(prefix.length) : undefined;
}
