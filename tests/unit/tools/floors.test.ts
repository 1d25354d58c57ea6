import { readFileSync } from "node:fs";
import { expect, test } from "@jest/globals";
import { satisfies } from "semver";

interface Floor {
  readonly package: string;
  /** The versions in which all of the advisories are fixed. */
  readonly safe: string;
  readonly advisories: readonly string[];
}

const floors: readonly Floor[] = JSON.parse(readFileSync("tools/security-floors.json", "utf8"));
const locked = ["package-lock.json", "bench/mutation/package-lock.json"].flatMap((path) => {
  const { packages }: { packages: Record<string, { version: string }> } = JSON.parse(
    readFileSync(path, "utf8"),
  );
  return Object.entries(packages);
});

test.each(floors)("every copy of $package has the fixes of its advisories", ({ package: name, safe }) => {
  const copies = locked.filter(([path]) => `/${path}`.endsWith(`/node_modules/${name}`));
  expect(copies).not.toEqual([]);
  expect(copies.filter(([, { version }]) => !satisfies(version, safe))).toEqual([]);
});

test.each(floors)("the floor of $package names its advisories", ({ advisories }) => {
  expect(advisories).not.toEqual([]);
  for (const advisory of advisories) expect(advisory).toMatch(/^CVE-\d{4}-\d{4,}$/);
});

test.each([
  ["undici", "8.12.3"],
  ["undici", "7.30.1"],
  ["undici", "6.26.0"],
  ["undici", "5.29.0"],
  ["@grpc/grpc-js", "1.14.3"],
  ["protobufjs", "7.5.5"],
  ["zod", "3.22.2"],
])("%s %s lies below its floor", (name, version) => {
  const safe = floors.find((floor) => floor.package === name)?.safe ?? "*";
  expect(satisfies(version, safe)).toBe(false);
});
