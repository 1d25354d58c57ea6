import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { ownTarget } from "../../tools/release/targets.ts";
import { releaseFolder, sumsName } from "../../tools/release.ts";
import { archiveOf, ownArchive, unpack, version } from "../support/release/released.ts";

let folder: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "compshare-archive-"));
  unpack(ownArchive, folder);
});

afterAll(() => rmSync(folder, { recursive: true }));

/** Lines of what is in an archive: mode, owner and name. */
function listed(archive: string): string[] {
  const lines = execFileSync("tar", ["-tvzf", archive], { encoding: "utf8" }).trim().split("\n");
  return lines.map((line) => line.replace(/^(\S+ \S+) .* (\S+)$/, "$1 $2"));
}

/** Runs a program where there is no Node.js. */
function run(file: string, ...words: string[]): string {
  const env = { PATH: "/nowhere", HOME: folder };
  return execFileSync(file, words, { encoding: "utf8", env });
}

test("the archive holds the executable at its root, licences and the README, and no links", () => {
  expect(listed(ownArchive)).toEqual([
    "-rw-r--r-- 0/0 LICENSE",
    "-rw-r--r-- 0/0 LICENSE.node",
    "-rw-r--r-- 0/0 README.md",
    "-rw-r--r-- 0/0 THIRD_PARTY_NOTICES",
    "-rwxr-xr-x 0/0 compshare-images",
    "-rwxr-xr-x 0/0 pulumi-resource-compshare",
  ]);
  expect(readFileSync(join(folder, "LICENSE.node"), "utf8")).toMatch(
    /^Node\.js is licensed for use as follows:/,
  );
});

test("the archive for those who have Node.js holds the npm package", () => {
  expect(listed(archiveOf("node"))).toEqual([
    "-rw-r--r-- 0/0 LICENSE",
    "-rw-r--r-- 0/0 README.md",
    "-rw-r--r-- 0/0 THIRD_PARTY_NOTICES",
    "-rwxr-xr-x 0/0 compshare-images",
    "-rw-r--r-- 0/0 package.json",
    "-rwxr-xr-x 0/0 pulumi-resource-compshare",
    "-rw-r--r-- 0/0 testing.d.ts",
    "-rw-r--r-- 0/0 testing.js",
  ]);
});

test("the executable is the plugin, without a Node.js on PATH", () => {
  const file = join(folder, "pulumi-resource-compshare");
  expect(run(file, "--version")).toBe(`${version}\n`);
  expect(run(file, "--help")).toContain(`pulumi-resource-compshare ${version}`);
});

test("the executable is the command line under its second name", () => {
  symlinkSync(join(folder, "pulumi-resource-compshare"), join(folder, "link-to-compshare-images"));
  const second = mkdtempSync(join(folder, "bin-"));
  symlinkSync(join(folder, "pulumi-resource-compshare"), join(second, "compshare-images"));
  expect(run(join(folder, "link-to-compshare-images"), "--help")).toContain("pulumi-resource-compshare");
  expect(run(join(second, "compshare-images"), "--version")).toBe(`${version}\n`);
  expect(run(join(second, "compshare-images"), "--help")).toContain(
    "compshare-images COMMAND --help says more of a command.",
  );
});

test("the command line beside the executable runs that same one, also through a link in another folder", () => {
  const second = mkdtempSync(join(folder, "bin with a blank-"));
  symlinkSync(join(folder, "compshare-images"), join(second, "images"));
  const env = { PATH: "/usr/bin:/bin", HOME: folder };
  for (const file of [join(folder, "compshare-images"), join(second, "images")]) {
    const help = execFileSync(file, ["find", "--help"], { encoding: "utf8", env });
    expect(help).toContain("--name-contains");
  }
  const bySh = execFileSync("sh", ["compshare-images", "--version"], { cwd: folder, encoding: "utf8", env });
  expect(bySh).toBe(`${version}\n`);
});

test("the sums are those of all files", () => {
  const output = execFileSync("sha256sum", ["--check", "--strict", sumsName], {
    cwd: releaseFolder,
    encoding: "utf8",
  });
  const files = output.trim().split("\n");
  const archive = (target: string): string => `pulumi-resource-compshare-v${version}-${target}.tar.gz`;
  expect(files).toEqual(
    expect.arrayContaining(
      [archive(ownTarget()), archive("node"), "sbom.json", "schema.json"].map((file) => `${file}: OK`),
    ),
  );
});

test("a release that is built twice is the same to the byte", () => {
  const [one, other] = ["", ".again"].map((end) =>
    readFileSync(join(`${releaseFolder}${end}`, sumsName), "utf8"),
  );
  expect(other).toBe(one);
});

test("schema and list of packages have the version of the release, and the list names Node.js", () => {
  const read = (file: string): unknown => JSON.parse(readFileSync(join(releaseFolder, file), "utf8"));
  expect(read("schema.json")).toMatchObject({ name: "compshare", version });
  const components = [expect.objectContaining({ purl: "pkg:generic/node@24.21.0" })];
  expect(read("sbom.json")).toMatchObject({
    metadata: { component: { version } },
    components: expect.arrayContaining(components),
  });
});
