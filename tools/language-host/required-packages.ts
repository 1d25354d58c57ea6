import { readdirSync, readFileSync, realpathSync } from "node:fs";
import { join } from "node:path";

/** A provider plugin that an installed SDK says it needs. */
export interface RequiredPackage {
  readonly name: string;
  /** Empty when the SDK names none. */
  readonly version: string;
  readonly server: string;
}

/** Reads which plugins the SDKs in a program's node_modules need: they say so under `pulumi` in their package.json. */
export function findRequiredPackages(programDirectory: string): RequiredPackage[] {
  const found = new Map<string, RequiredPackage>();
  for (const directory of installedPackages(programDirectory)) {
    const required = readRequirement(directory);
    if (required !== undefined) {
      found.set(`${required.name}@${required.version}`, required);
    }
  }
  return [...found.values()];
}

/** Every package below a folder; packages that link to each other are entered once. */
function installedPackages(directory: string, entered: Set<string> = new Set()): string[] {
  const modules = join(directory, "node_modules");
  const names = listFolder(modules)
    .filter((name) => !name.startsWith("."))
    .flatMap((name) =>
      name.startsWith("@") ? listFolder(join(modules, name)).map((inner) => join(name, inner)) : [name],
    );
  return names.flatMap((name) => {
    const path = realPath(join(modules, name));
    if (path === undefined || entered.has(path)) {
      return [];
    }
    entered.add(path);
    return [path, ...installedPackages(path, entered)];
  });
}

function realPath(path: string): string | undefined {
  try {
    return realpathSync(path);
  } catch {
    return undefined;
  }
}

function listFolder(path: string): string[] {
  try {
    return readdirSync(path);
  } catch {
    return [];
  }
}

function readRequirement(directory: string): RequiredPackage | undefined {
  const manifest = readJson(join(directory, "package.json"));
  const pulumi = asRecord(manifest["pulumi"]);
  const name = text(pulumi["name"]) || text(manifest["name"]).replace(/^@pulumi\//, "");
  if (pulumi["resource"] !== true || name === "") {
    return undefined;
  }
  const version = text(pulumi["version"]) || text(manifest["version"]);
  return {
    name,
    version: version === "" ? "" : `v${version.replace(/^v/, "")}`,
    server: text(pulumi["server"]),
  };
}

function readJson(path: string): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(readFileSync(path, "utf8"));
    return asRecord(value);
  } catch {
    return {};
  }
}

function asRecord(value: unknown): Record<string, unknown> {
  return typeof value === "object" && value !== null ? Object.fromEntries(Object.entries(value)) : {};
}

function text(value: unknown): string {
  return typeof value === "string" ? value : "";
}
