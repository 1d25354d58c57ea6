import { globSync, readFileSync } from "node:fs";
import { expect, test } from "@jest/globals";
import { codeWords, read, table } from "../../support/docs/documents.ts";

type Group = Readonly<Record<string, string>>;

interface Manifest {
  readonly dependencies?: Group;
  readonly devDependencies?: Group;
  readonly optionalDependencies?: Group;
  readonly peerDependencies?: Group;
}

interface Locked {
  readonly resolved?: string;
  readonly link?: boolean;
  readonly integrity?: string;
  readonly hasInstallScript?: boolean;
}

function lockedIn(path: string): [string, Locked][] {
  const { packages }: { packages: Record<string, Locked> } = JSON.parse(read(path));
  return Object.entries(packages).filter(([folder]) => folder !== "");
}

const locked = ["package-lock.json", "bench/mutation/package-lock.json"].flatMap(lockedIn);

function ranges(path: string, groups: readonly (keyof Manifest)[]): [string, string][] {
  const manifest: Manifest = JSON.parse(read(path));
  return groups
    .flatMap((group) => Object.entries(manifest[group] ?? {}))
    .filter(([, version]) => !/^\d+\.\d+\.\d+(-alpha\.\d+)?$/.test(version));
}

const ours = [
  "package.json",
  "bench/mutation/package.json",
  ...globSync("examples/*/*/package.json"),
  ...globSync("examples/*/package.json"),
];

test.each(ours)("%s names every version exactly", (path) => {
  const all = ["dependencies", "devDependencies", "optionalDependencies", "peerDependencies"] as const;
  expect(ranges(path, all)).toEqual([]);
});

test("of what a user installs, only Pulumi's SDK has a range, which a program and its packages share", () => {
  expect(
    ranges("sdk/nodejs/package.json", ["dependencies", "optionalDependencies", "peerDependencies"]),
  ).toEqual([["@pulumi/pulumi", "^3.269.0"]]);
});

test("every locked package is checked by its SHA-512", () => {
  expect(locked.filter(([, { integrity }]) => !/^sha512-[\w+/]{86}==$/.test(integrity ?? ""))).toEqual([]);
});

test("every locked package comes from the registry that npm is set to, none from an address, a repository or a folder", () => {
  expect(locked.filter(([, { resolved, link }]) => resolved !== undefined || link === true)).toEqual([]);
});

test("no script of a package runs, and those that would are known", () => {
  expect(readFileSync(".npmrc", "utf8")).toContain("ignore-scripts=true\n");
  const scripts = locked.filter(([, { hasInstallScript }]) => hasInstallScript === true);
  const rows = table("docs/decisions/0006-dependencies.md", "Install scripts");
  expect(rows.flatMap(([packages = ""]) => codeWords(packages))).toEqual(
    scripts.map(([path]) => path.replace(/^.*node_modules\//, "")),
  );
  expect(rows.filter(([, reason]) => reason === "")).toEqual([]);
});
