import { globSync } from "node:fs";
import { expect, test } from "@jest/globals";
import { readPinnedVersions } from "../../../tools/engine/versions.ts";
import { codeBlocks, headings, pages, read } from "../../support/docs/documents.ts";

const readmes = ["README.md", "README.zh-CN.md"];
const manifest: { version: string; engines: { node: string } } = JSON.parse(read("package.json"));

test.each(readmes)("the programs in %s are the example, to the letter", (page) => {
  expect(codeBlocks(page, "ts")).toEqual([read("examples/resolve-by-name/typescript/index.ts")]);
  expect(codeBlocks(page, "yaml")[0]).toBe(read("examples/resolve-by-name/yaml/Pulumi.yaml"));
});

test.each(readmes)("%s tells Pulumi where the plugin is as the example does", (page) => {
  const [, plugins = ""] = codeBlocks(page, "yaml");
  expect(read("examples/resolve-by-name/typescript/Pulumi.yaml")).toContain(plugins);
});

test("both READMEs name the same commands and show the same output", () => {
  expect(codeBlocks("README.zh-CN.md", "sh")).toEqual(codeBlocks("README.md", "sh"));
  expect(codeBlocks("README.zh-CN.md", "text")).toEqual(codeBlocks("README.md", "text"));
});

test("the READMEs give the commands that start the demo and the tests", () => {
  expect(codeBlocks("README.md", "sh")).toEqual(
    expect.arrayContaining(["npm ci && npm start\n", "npm ci && npm test\n"]),
  );
});

test("the configuration page tells Pulumi where the plugin is as the examples do", () => {
  const [plugins = ""] = codeBlocks("docs/configuration.md", "yaml");
  for (const language of ["typescript", "yaml"])
    expect(read(`examples/resolve-by-name/${language}/Pulumi.yaml`)).toContain(plugins);
});

test("the examples that take the plugin from npm are those in TypeScript and YAML, as the READMEs say", () => {
  const projects = globSync("examples/{pin-image,resolve-by-name,resolve-by-tag}/*/Pulumi.yaml");
  const languages = (fromNpm: boolean): string[] =>
    projects
      .filter((project) => read(project).includes("\nplugins:") === fromNpm)
      .map((project) => project.split(/[/\\]/)[2] ?? "");
  expect([...new Set(languages(true))].toSorted()).toEqual(["typescript", "yaml"]);
  expect([...new Set(languages(false))].toSorted()).toEqual(["go", "python"]);
});

test("no page installs the plugin's file without the folder that goes with it", () => {
  // With the file alone, the command line is missing, and a package.json above decides how Node.js reads it.
  const lines = pages.flatMap((page) => read(page).split("\n"));
  const files = lines.flatMap((line) => [...line.matchAll(/plugin install [^`|]*--file (\S+)/g)]);
  const named = [...new Set(files.map(([, file = ""]) => file.replace(/`.*$/, "")))].toSorted();
  expect(named).toEqual(["dist", "pulumi-resource-compshare-v0.1.0-linux-amd64.tar.gz"]);
});

test("both keys are set as secrets wherever a page sets one", () => {
  const lines = pages.flatMap((page) => read(page).split("\n"));
  const setting = lines.filter((line) => /config set\b[^`]*\bcompshare:(public|private)Key/.test(line));
  expect(setting.length).toBeGreaterThan(4);
  const plain = setting.flatMap((line) => [...line.matchAll(/config set (?!--secret )\S*Key/g)]);
  expect(plain.map(([found]) => found)).toEqual([]);
});

const without = (version: string): string => version.replace(/^(v|>=)/, "");

const required = [
  ["Node.js", without(manifest.engines.node)],
  ["Go", without(readPinnedVersions().go)],
  ["pulumi", without(readPinnedVersions().pulumi)],
] as const;

test.each([...readmes, "CONTRIBUTING.md"].flatMap((page) => required.map((one) => [page, ...one] as const)))(
  "%s requires %s %s, and says nothing else of it",
  (page, what, version) => {
    const mention = new RegExp(`${what.replace(".", "\\.")} >= ([\\d.]*\\d)`, "g");
    const said = [...read(page).matchAll(mention)].map(([, found]) => found);
    expect([...new Set(said)]).toEqual([version]);
  },
);

test("the version is the package's wherever it is written", () => {
  expect(headings("CHANGELOG.md")[1]).toMatch(new RegExp(`^${manifest.version}( |$)`));
  for (const page of readmes) {
    const [command = ""] = codeBlocks(page, "sh").filter((block) => block.includes("pulumi plugin install"));
    expect(command).toContain(`resource compshare ${manifest.version} --file dist\n`);
    expect(read(page)).toMatch(new RegExp(`(Version|版本) ${manifest.version.replaceAll(".", "\\.")}\\b`));
  }
});
