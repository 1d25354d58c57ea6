import { existsSync, readFileSync } from "node:fs";
import { expect, test } from "@jest/globals";
import { parse } from "semver";
import { goModulePath } from "../../../provider/schema/about-package.ts";
import { parseRepository } from "../../../provider/schema/repository.ts";
import { mavenGroup } from "../../../tools/generate/sdk-readmes.ts";
import { withOwner } from "../../../tools/owner.ts";
import { codeBlocks, headings, read } from "../../support/docs/documents.ts";
import { pngHeader } from "../../support/docs/png-size.ts";
import { choosers, pageMistakes, registryPage } from "../../support/docs/registry-page.ts";

/** What pulumi/registry asks of a community package before it lists one, held before a release rather than after. */
interface Schema {
  readonly name: string;
  readonly displayName: string;
  readonly version: string;
  readonly description: string;
  readonly keywords: readonly string[];
  readonly repository: string;
  readonly publisher: string;
  readonly logoUrl: string;
  readonly pluginDownloadURL: string;
  readonly attribution?: string;
  readonly language: {
    readonly nodejs: { readonly packageName: string };
    readonly python: { readonly packageName: string };
    readonly go: { readonly importBasePath: string };
    readonly csharp: { readonly rootNamespace: string };
  };
  readonly config: { readonly variables: Readonly<Record<string, { readonly description: string }>> };
}

/** Where the entry of the registry's `package-list.json` will say that the schema is. */
const schemaFile = "sdk/schema.json";
const schema: Schema = JSON.parse(read(schemaFile));
const manifest: { version: string; repository: string } = JSON.parse(read("package.json"));
const repository = parseRepository(manifest.repository);
const index = "docs/_index.md";
const installation = "docs/installation-configuration.md";
const pages = [index, installation];

test("the schema has the version of the release, which is a version and no range or tag", () => {
  expect(schema.version).toBe(manifest.version);
  expect(parse(schema.version)?.version).toBe(manifest.version);
  expect(headings("CHANGELOG.md")[1]).toMatch(new RegExp(`^${manifest.version}( |$)`));
});

test("the repository is named for the package, as the registry derives one from the other", () => {
  expect(repository.name.replaceAll("pulumi-", "")).toBe(schema.name);
  expect(schema.repository).toBe(repository.url);
});

test("the schema has what the registry shows: a publisher, a title, a description and one of its seven categories", () => {
  for (const text of [schema.publisher, schema.displayName, schema.description])
    expect(text.trim()).not.toBe("");
  const categories = schema.keywords.filter((keyword) => keyword.startsWith("category/"));
  const known = ["cloud", "database", "infrastructure", "monitoring", "network", "utility", "vcs"];
  expect(categories).toHaveLength(1);
  expect(known.map((name) => `category/${name}`)).toContain(categories[0]);
  expect(schema.keywords).toContain("kind/native");
  expect(schema).not.toHaveProperty("attribution");
});

test("the address of the plugin passes the registry's filter, which allows no braces", () => {
  expect(schema.pluginDownloadURL).toMatch(/^(https|github|gitlab):\/\/[A-Za-z0-9._~:/?#@!$&()*+,;=-]+$/);
  expect(schema.pluginDownloadURL).toBe(`github://api.github.com/${repository.owner}/${repository.name}`);
});

test("the names of the SDKs pass the filter of the registry's trial installations", () => {
  const { nodejs, python, go } = schema.language;
  for (const name of [schema.name, nodejs.packageName, python.packageName, go.importBasePath])
    expect(name).toMatch(/^[A-Za-z0-9._@/-]+$/);
});

test("the logo is a square of 100 pixels at the release's tag", () => {
  const base = `https://raw.githubusercontent.com/${repository.owner}/${repository.name}/v${schema.version}/`;
  expect(schema.logoUrl).toBe(`${base}docs/logo.png`);
  expect(pngHeader(readFileSync("docs/logo.png"))).toMatchObject({ width: 100, height: 100 });
});

test.each(pages)("%s has the front matter that the registry's lint wants", (page) => {
  const { frontMatter } = registryPage(read(page));
  expect(Object.keys(frontMatter)).toEqual(["title", "meta_desc", "layout"]);
  expect(frontMatter["layout"]).toBe("package");
  expect(frontMatter["title"]).toMatch(/^CompShare\b.{0,50}$/);
  expect(frontMatter["meta_desc"]?.length).toBeGreaterThan(50);
  expect(frontMatter["meta_desc"]?.length).toBeLessThanOrEqual(160);
});

test.each(pages)("%s has nothing that breaks on the registry's site", (page) => {
  expect(pageMistakes(read(page))).toEqual([]);
});

test.each([
  ["![shot](./browse.png)", "image with a relative path"],
  ['<img width="9" src="docs/a.png">', "image with a relative path"],
  ['<a href="/x">', "relative link in HTML"],
  ["[more](selecting.md#tags)", "relative link to a file of Markdown"],
  ["[more](selecting)", "relative link, which leads nowhere on the site"],
  ['{{ < chooser language "go" >}}', "space inside the braces of a shortcode"],
  ["https://example/v${VERSION}", "variable that only Pulumi's own releases fill in"],
])("the check of pages finds %j", (line, what) => {
  expect(pageMistakes(`fine\n${line}`)).toContain(`2: ${what}`);
});

test("a page without front matter is refused", () => {
  expect(() => registryPage("# CompShare\n")).toThrow("no front matter");
});

test.each(pages)("every language that a chooser of %s offers has its block, and no other has one", (page) => {
  const text = read(page);
  const all = choosers(text);
  expect(all).toHaveLength(text.split("{{< chooser ").length - 1);
  for (const { offered, shown } of all) expect([...shown.keys()]).toEqual(offered);
  const shown = all.reduce((sum, chooser) => sum + chooser.shown.size, 0);
  expect(shown).toBe(text.split("{{% choosable ").length - 1);
});

test.each(pages)("%s leads to files of the repository that exist", (page) => {
  const own = new RegExp(`${repository.url}/blob/main/([^)#]+)`, "g");
  const files = [...read(page).matchAll(own)].map(([, file = ""]) => file);
  expect(files.length).toBeGreaterThan(0);
  expect(files.filter((file) => !existsSync(file))).toEqual([]);
});

test.each(pages)("%s names no address of a repository but ours", (page) => {
  const owners = [...read(page).matchAll(/github\.com\/(\w[\w-]*)\//g)].map(([, owner]) => owner);
  expect([...new Set(owners)].filter((owner) => owner !== "pulumi")).toEqual([repository.owner]);
});

test.each([...pages, "docs/installing.md", "docs/installing.zh-CN.md"])(
  "`npm run owner` leaves nothing of the old owner in %s",
  (page) => {
    const moved = withOwner(read(page), repository.url, "https://github.com/some-body/pulumi-compshare");
    expect(moved).not.toContain(repository.owner);
    expect(moved).toContain("github.com/some-body/pulumi-compshare");
  },
);

test("the landing page has an example for every language, and those are the programs that tests run", () => {
  const [find, pin] = choosers(read(index));
  const readme = (sdk: string, syntax: string): string => codeBlocks(`sdk/${sdk}/README.md`, syntax)[0] ?? "";
  expect(find?.offered).toEqual(["typescript", "python", "go", "csharp", "java", "yaml"]);
  expect(find?.shown.get("typescript")).toBe(readme("nodejs", "ts"));
  expect(find?.shown.get("python")).toBe(readme("python", "python"));
  expect(find?.shown.get("go")).toBe(readme("go", "go"));
  expect(find?.shown.get("csharp")).toBe(readme("dotnet", "csharp"));
  expect(find?.shown.get("java")).toBe(readme("java", "java"));
  expect(pin?.shown.get("typescript")).toBe(read("examples/pin-image/typescript/index.ts"));
  expect(pin?.shown.get("python")).toBe(read("examples/pin-image/python/__main__.py"));
  expect(pin?.shown.get("go")).toBe(read("examples/pin-image/go/main.go"));
  // A program of the registry gets its plugin by itself; the example gets it from npm's package.
  const yaml = read("examples/pin-image/yaml/Pulumi.yaml").replace(/\nplugins:\n(?: .*\n)+/, "");
  expect(pin?.shown.get("yaml")).toBe(yaml);
});

test("the C# example uses what the SDK has", () => {
  const program = choosers(read(index))[0]?.shown.get("csharp") ?? "";
  const sdk = read("sdk/dotnet/GetCompShareImage.cs");
  const [, namespace = ""] = /^using (PulumiCompshare\..*);$/m.exec(program) ?? [];
  expect(sdk).toContain(`namespace ${namespace}\n`);
  expect(program).toContain("GetCompShareImage.Invoke(new() { Name = ");
  expect(sdk).toMatch(/public static class GetCompShareImage\b/);
  expect(sdk).toContain("public static Output<GetCompShareImageResult> Invoke(GetCompShareImageInvokeArgs");
  expect(sdk).toMatch(/class GetCompShareImageInvokeArgs[^]*public Input<string>\? Name \{/);
  expect(sdk).toMatch(/class GetCompShareImageResult[^]*public readonly string\?? Id;/);
});

test("the installation page links to the SDK of each language, and installs it as the SDK's own page says", () => {
  const text = read(installation);
  const { nodejs, python, go, csharp } = schema.language;
  const module = goModulePath(repository);
  expect(go.importBasePath).toBe(`${module}/go/${schema.name}`);
  const group = mavenGroup(repository);
  for (const link of [
    `[\`${nodejs.packageName}\`](https://www.npmjs.com/package/${nodejs.packageName})`,
    `[\`${python.packageName}\`](https://pypi.org/project/${python.packageName.replaceAll("_", "-")}/)`,
    `[\`${module}\`](https://pkg.go.dev/${module})`,
    `[\`${csharp.rootNamespace}.Compshare\`](https://www.nuget.org/packages/${csharp.rootNamespace}.Compshare)`,
    `[\`${group}:pulumi-compshare\`](https://central.sonatype.com/artifact/${group}/pulumi-compshare)`,
  ])
    expect(text).toContain(link);
  const [install] = choosers(text);
  expect(install?.offered).toEqual(choosers(read(index))[0]?.offered);
  for (const [language, sdk, syntax] of [
    ["typescript", "nodejs", "sh"],
    ["python", "python", "sh"],
    ["go", "go", "sh"],
    ["csharp", "dotnet", "sh"],
    ["java", "java", "xml"],
  ] as const)
    expect(install?.shown.get(language)).toBe(codeBlocks(`sdk/${sdk}/README.md`, syntax)[0]);
});

test("the installation page gives the command by which the registry tries the plugin", () => {
  const { name, version, pluginDownloadURL } = schema;
  expect(codeBlocks(installation, "bash")).toContain(
    `pulumi plugin install resource ${name} ${version} --server ${pluginDownloadURL}\n`,
  );
});

test("every key and variable of the installation page is one of the schema's", () => {
  const text = read(installation);
  const keys = [...text.matchAll(/\bcompshare:(\w+)/g)].map(([, key = ""]) => key);
  expect(keys.length).toBeGreaterThan(4);
  expect(keys.filter((key) => !(key in schema.config.variables))).toEqual([]);
  const described = Object.values(schema.config.variables).map(({ description }) => description);
  const variables = [...text.matchAll(/\bCOMPSHARE_\w+/g)].map(([variable]) => variable);
  expect(variables.filter((variable) => !described.join("\n").includes(`\`${variable}\``))).toEqual([]);
});
