import { mkdir, mkdtemp, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "@jest/globals";
import { findRequiredPackages } from "../../../../tools/language-host/required-packages.ts";

let program: string;

beforeEach(async () => {
  program = await mkdtemp(join(tmpdir(), "compshare-program-"));
});

afterEach(async () => {
  await rm(program, { recursive: true });
});

async function install(path: string, manifest: unknown): Promise<void> {
  await mkdir(join(program, path), { recursive: true });
  await writeFile(join(program, path, "package.json"), JSON.stringify(manifest));
}

test("an SDK names its plugin and version, and falls back on its own", async () => {
  await install("node_modules/pulumi-compshare", {
    name: "pulumi-compshare",
    version: "0.1.0",
    pulumi: { resource: true, name: "compshare" },
  });
  await install("node_modules/@pulumi/random", {
    name: "@pulumi/random",
    version: "9.9.9",
    pulumi: { resource: true, version: "v4.18.0", server: "https://example.com" },
  });

  expect(findRequiredPackages(program)).toEqual([
    { name: "random", version: "v4.18.0", server: "https://example.com" },
    { name: "compshare", version: "v0.1.0", server: "" },
  ]);
});

test("packages that are no SDKs, broken manifests and missing folders count for nothing", async () => {
  expect(findRequiredPackages(program)).toEqual([]);
  await install("node_modules/left-pad", { name: "left-pad", version: "1.0.0" });
  await install("node_modules/component", { name: "component", pulumi: { resource: false } });
  await install("node_modules/list", ["not", "a", "manifest"]);
  await mkdir(join(program, "node_modules/broken"));
  await writeFile(join(program, "node_modules/broken/package.json"), "{");

  expect(findRequiredPackages(program)).toEqual([]);
});

test("nested packages are read, and packages that link to each other end", async () => {
  await install("node_modules/outer", { name: "outer" });
  await install("node_modules/outer/node_modules/inner", {
    name: "inner",
    version: "2.0.0",
    pulumi: { resource: true, name: "deep" },
  });
  await mkdir(join(program, "node_modules/outer/node_modules/inner/node_modules"));
  await symlink(
    join(program, "node_modules/outer"),
    join(program, "node_modules/outer/node_modules/inner/node_modules/outer"),
  );

  expect(findRequiredPackages(program)).toEqual([{ name: "deep", version: "v2.0.0", server: "" }]);
});
