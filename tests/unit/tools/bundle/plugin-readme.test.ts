import { existsSync } from "node:fs";
import { expect, test } from "@jest/globals";
import { pluginReadme } from "../../../../tools/bundle/plugin-readme.ts";
import { read } from "../../../support/docs/documents.ts";

const text = pluginReadme(
  { version: "1.2.3", repository: "https://github.com/someone/pulumi-compshare" },
  ["pulumi-resource-compshare", "compshare-images"],
  ">=22.19",
);

test("every link of the plugin's README is whole and leads to a page of this version", () => {
  const links = [...text.matchAll(/\]\(([^)]*)\)/g)].map(([, link = ""]) => link);
  const [home, ...pages] = links;
  expect(home).toBe("https://github.com/someone/pulumi-compshare");
  const start = "https://github.com/someone/pulumi-compshare/blob/v1.2.3/";
  expect(pages.filter((page) => !page.startsWith(start))).toEqual([]);
  const paths = pages.map((page) => page.slice(start.length));
  expect(paths).toEqual([
    "README.zh-CN.md",
    "docs/configuration.md",
    "docs/cli.md",
    "docs/simulator.md",
    "docs/testing.md",
  ]);
  expect(paths.filter((path) => !existsSync(path))).toEqual([]);
});

test("the plugin's README says where the plugin is as the examples do", () => {
  const [, block = ""] = /```yaml\n([\s\S]*?)```/.exec(text) ?? [];
  expect(block).toContain("path: node_modules/.bin");
  expect(read("examples/resolve-by-name/typescript/Pulumi.yaml")).toContain(block);
});
