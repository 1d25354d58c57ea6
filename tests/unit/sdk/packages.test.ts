import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "@jest/globals";
import { parseRepository } from "../../../provider/schema/repository.ts";

interface Manifest {
  readonly version: string;
  readonly repository: string;
}

const { version, repository: url }: Manifest = JSON.parse(readFileSync("package.json", "utf8"));
const { owner } = parseRepository(url);
const text = (file: string): string => readFileSync(`sdk/${file}`, "utf8");

// By these Pulumi's hosts know which plugin a program needs, and from where.
test.each([
  "python/pulumi_compshare/pulumi-plugin.json",
  "go/compshare/pulumi-plugin.json",
  "dotnet/pulumi-plugin.json",
  "java/src/main/resources/com/pulumi/compshare/plugin.json",
])("sdk/%s names the plugin, its version and its server", (file) => {
  expect(JSON.parse(text(file))).toEqual({
    resource: true,
    name: "compshare",
    version,
    server: `github://api.github.com/${owner}/pulumi-compshare`,
  });
});

test("the Node SDK names the plugin, its version and its server, and depends on nothing but Pulumi", () => {
  expect(JSON.parse(text("nodejs/package.json"))).toMatchObject({
    name: "pulumi-compshare",
    version,
    dependencies: { "@pulumi/pulumi": expect.any(String) },
    pulumi: {
      resource: true,
      name: "compshare",
      version,
      server: `github://api.github.com/${owner}/pulumi-compshare`,
    },
  });
  expect(Object.keys(JSON.parse(text("nodejs/package.json")).dependencies)).toEqual(["@pulumi/pulumi"]);
});

test("the .NET project has the files that it embeds and packs, and names that NuGet lets us publish", () => {
  const project = text("dotnet/PulumiCompshare.Compshare.csproj");
  const included = [...project.matchAll(/<(?:EmbeddedResource|None) Include="([^"]+)"/g)].map(
    ([, file]) => file,
  );
  expect(new Set(included)).toEqual(new Set(["version.txt", "pulumi-plugin.json", "logo.png"]));
  for (const file of included)
    expect([file, existsSync(join("sdk/dotnet", String(file)))]).toEqual([file, true]);
  expect(project).toContain(`<Version>${version}</Version>`);
  expect(project).toContain(`<RepositoryUrl>${url}</RepositoryUrl>`);
  expect(project).toContain("<PackageLicenseExpression>Apache-2.0</PackageLicenseExpression>");
  expect(text("dotnet/version.txt").trim()).toBe(version);
  expect(readFileSync("sdk/dotnet/logo.png").equals(readFileSync("docs/logo.png"))).toBe(true);
  expect(text("dotnet/GetCompShareImage.cs")).toContain("namespace PulumiCompshare.Compshare\n");
});

test("the Python package has its readme, its licence and the files that it packs", () => {
  const project = text("python/pyproject.toml");
  expect(project).toContain(`version = "${version}"`);
  expect(project).toContain('pulumi_compshare = ["py.typed", "pulumi-plugin.json"]');
  for (const file of ["README.md", "LICENSE", "pulumi_compshare/py.typed"])
    expect([file, existsSync(`sdk/python/${file}`)]).toEqual([file, true]);
});

test("the Go module and the Java project say what they are", () => {
  expect(text("go.mod")).toMatch(`module github.com/${owner}/pulumi-compshare/sdk\n`);
  expect(text("java/pom.xml")).toContain(`<version>${version}</version>\n  <name>pulumi-compshare</name>`);
  expect(text("java/src/main/resources/com/pulumi/compshare/version.txt").trim()).toBe(version);
});

test.each(["nodejs", "python", "go", "dotnet", "java"])(
  "the readme of %s leads to the repository",
  (language) => {
    expect(text(`${language}/README.md`)).toContain(`<${url}>`);
  },
);
