import { mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { build, type Metafile } from "esbuild";
import { buildPlugin } from "../../../../tools/build.ts";
import { bundledNotices, noticesText } from "../../../../tools/bundle/notices.ts";
import { codeWords, read, table } from "../../../support/docs/documents.ts";

let folder: string;
let notices: string;
let metafiles: readonly Metafile[];

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "compshare-notices-"));
  metafiles = await buildPlugin(join(folder, "plugin"));
  notices = await readFile(join(folder, "plugin", "THIRD_PARTY_NOTICES"), "utf8");
}, 60_000);

afterAll(async () => {
  await rm(folder, { recursive: true });
});

test("every package in the plugin has a section, and so has the parser that undici carries", () => {
  const dependencies: Readonly<Record<string, string>> = JSON.parse(read("package.json")).dependencies;
  const documented = table("docs/decisions/0006-dependencies.md", "`dependencies`").flatMap(
    ([packages = ""]) => codeWords(packages),
  );
  const titles = [...notices.matchAll(/^-{80}\n\n(.*) \(.*\)$/gm)].map(([, title]) => title);
  expect(titles).toEqual([
    ...documented.toSorted().map((name) => `${name} ${dependencies[name]}`),
    "llhttp, within undici",
  ]);
});

test("each section holds the holder of the copyright and the whole of the licence", () => {
  for (const holder of [
    "Kasper Unn Weihe",
    "Sindre Sorhus",
    "Mapbox",
    "Oleksii Vasyliev",
    "Matteo Collina and Undici contributors",
    "Colin McDonnell",
    "Fedor Indutny",
  ])
    expect(notices).toContain(holder);
  expect(notices).toContain(
    "Neither the name of pbf nor the names of its\n  contributors may be used to endorse",
  );
  expect(notices.match(/Permission is hereby granted, free of charge/g)).toHaveLength(6);
});

test("what is in the page of `browse` counts, which is bundled apart", () => {
  const sources = metafiles.flatMap(({ inputs }) => Object.keys(inputs));
  expect(sources).toEqual(expect.arrayContaining(["cli/browse/page/main.ts", "cli/browse/page/style.css"]));
});

test("the npm package carries the notices", () => {
  expect(JSON.parse(read(join(folder, "plugin", "package.json"))).files).toContain("THIRD_PARTY_NOTICES");
});

/** Bundles a program that imports one package, which consists of these files. */
async function bundleOf(name: string, files: Readonly<Record<string, string>>): Promise<Metafile> {
  const home = join(folder, "node_modules", name);
  await mkdir(home, { recursive: true });
  await writeFile(join(home, "index.js"), "export const answer = process.argv.length;");
  for (const [file, text] of Object.entries(files)) await writeFile(join(home, file), text);
  const { metafile } = await build({
    stdin: { contents: `import { answer } from "${name}"; console.log(answer);`, resolveDir: folder },
    bundle: true,
    write: false,
    platform: "node",
    format: "cjs",
    metafile: true,
    outfile: join(folder, "out.js"),
  });
  return metafile;
}

test("a package that comes into the bundle without the text of its licence fails the build", async () => {
  const bare = await bundleOf("bare", {
    "package.json": '{"version":"1.0.0","license":"MIT","main":"index.js"}',
  });
  await expect(bundledNotices([bare])).rejects.toThrow(
    "bare is in the bundle, but its package has no licence or no text of it",
  );
});

test("a package that comes into the bundle brings its licence and its notice", async () => {
  const metafile = await bundleOf("@scope/apache", {
    "package.json": '{"version":"2.1.0","license":"Apache-2.0","main":"index.js"}',
    "LICENSE-APACHE": "The Apache licence.  \r\nSecond line.\r\n",
    "NOTICE.txt": "\nMade by somebody.\n",
    "license.js": "module.exports = 1;",
  });
  const [notice, ...others] = await bundledNotices([metafile]);
  expect(others).toEqual([]);
  expect(notice).toMatchObject({ name: "@scope/apache", version: "2.1.0", license: "Apache-2.0" });
  expect(
    noticesText("thing", notice === undefined ? [] : [notice]),
  ).toBe(`thing contains code of others, under these licences.

--------------------------------------------------------------------------------

@scope/apache 2.1.0 (Apache-2.0)

The Apache licence.
Second line.

Made by somebody.
`);
});
