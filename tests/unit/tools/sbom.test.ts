import { mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { writeSbom } from "../../../tools/sbom.ts";
import { codeWords, read, table } from "../../support/docs/documents.ts";

interface Sbom {
  readonly metadata: { readonly component: { readonly "bom-ref": string } };
  readonly components: readonly { readonly name: string; readonly purl: string }[];
  readonly dependencies: readonly { readonly ref: string; readonly dependsOn: readonly string[] }[];
}

let folder: string;
let sbom: Sbom;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "compshare-sbom-"));
  await writeSbom(join(folder, "one"));
  sbom = JSON.parse(await readFile(await writeSbom(join(folder, "other")), "utf8"));
}, 60_000);

afterAll(async () => {
  await rm(folder, { recursive: true });
});

test("two builds of the plugin, and the lists of what is in them, are the same to the byte", async () => {
  const files = await readdir(join(folder, "one"));
  expect(files.toSorted()).toEqual([
    "LICENSE",
    "README.md",
    "THIRD_PARTY_NOTICES",
    "compshare-images",
    "package.json",
    "pulumi-resource-compshare",
    "sbom.json",
    "testing.d.ts",
    "testing.js",
  ]);
  for (const file of files) {
    const [one, other] = await Promise.all(
      ["one", "other"].map((build) => readFile(join(folder, build, file), "base64")),
    );
    expect([file, one === other]).toEqual([file, true]);
  }
});

test("the packages in the plugin are the documented dependencies", () => {
  const documented = table("docs/decisions/0006-dependencies.md", "`dependencies`").flatMap(
    ([packages = ""]) => codeWords(packages),
  );
  expect(sbom.components.map(({ name }) => name)).toEqual(documented.toSorted());
});

test("the list names versions as package.json does", () => {
  const { dependencies }: { dependencies: Record<string, string> } = JSON.parse(read("package.json"));
  const [plugin] = sbom.dependencies;
  expect(plugin).toEqual({
    ref: sbom.metadata.component["bom-ref"],
    dependsOn: Object.entries(dependencies).map(([name, version]) => `${name}@${version}`),
  });
  expect(sbom.components[0]).toMatchObject({
    name: "fastest-levenshtein",
    purl: `pkg:npm/fastest-levenshtein@${dependencies["fastest-levenshtein"]}`,
  });
});
