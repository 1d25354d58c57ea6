/** How Pulumi's generator for Python writes a name of the contract: `most_recent`. */
export function pythonName(name: string): string {
  return name.replaceAll(/[A-Z]/g, (letter, at) => `${at === 0 ? "" : "_"}${letter.toLowerCase()}`);
}

/** How those for Go and .NET write it: `MostRecent`. */
export function capitalizedName(name: string): string {
  return name.charAt(0).toUpperCase() + name.slice(1);
}
