import { expect, test } from "@jest/globals";
import { joinAnnotations } from "../../../../cli/annotations/check-labels.ts";
import { annotatedExtensions, readAnnotations } from "../../../../cli/annotations/read-annotations.ts";
import { read } from "../../../support/docs/documents.ts";

const query = { framework: "vLLM", version: ">=0.10 <1", statuses: ["Available"] };

test.each([
  [
    "a YAML program",
    "Pulumi.yaml",
    "      # compshare(inference): framework=vLLM version='>=0.10 <1'\n      imageId: compshareImage-17utkv3juc5a # 0.10.0 vLLM v0.10.0\n",
  ],
  [
    "a stack's configuration",
    "Pulumi.prod.yaml",
    "# compshare(inference): framework=vLLM version='>=0.10 <1'\npin:imageId: \"compshareImage-17utkv3juc5a\" # 0.10.0 vLLM v0.10.0",
  ],
  [
    "TypeScript",
    "index.ts",
    "// compshare(inference): framework=vLLM version='>=0.10 <1'\nconst id = 'compshareImage-17utkv3juc5a'; // 0.10.0 vLLM v0.10.0\n",
  ],
  [
    "TypeScript with more behind the ID",
    "index.ts",
    '// compshare(inference): framework=vLLM version=\'>=0.10 <1\'\nnew ImagePin("a", { imageId: "compshareImage-17utkv3juc5a", url: "http://x" }); // 0.10.0 vLLM v0.10.0\n',
  ],
  [
    "JavaScript",
    "index.js",
    "//compshare(inference):framework=vLLM version='>=0.10 <1'\nid(`compshareImage-17utkv3juc5a`) //   0.10.0 vLLM v0.10.0  \n",
  ],
  [
    "Python",
    "__main__.py",
    "# compshare(inference): framework=vLLM version='>=0.10 <1'\nid = \"compshareImage-17utkv3juc5a\"# 0.10.0 vLLM v0.10.0\n",
  ],
  [
    "Go, with tabs and CRLF",
    "main.go",
    "\t// compshare(inference):\tframework=vLLM version='>=0.10 <1'\t\r\n\tpulumi.String(\"compshareImage-17utkv3juc5a\"), // 0.10.0 vLLM v0.10.0\r\n",
  ],
  [
    "C#",
    "Stack.cs",
    "    // compshare(inference): framework=vLLM version='>=0.10 <1'\n    ImageId = \"compshareImage-17utkv3juc5a\", // 0.10.0 vLLM v0.10.0\n",
  ],
  ...["a.tsx", "a.jsx", "a.mts", "a.mjs", "a.cts", "a.cjs", "src/App.java"].map((path) => [
    path,
    path,
    "  // compshare(inference): framework=vLLM version='>=0.10 <1'\n  image(\"compshareImage-17utkv3juc5a\"); // 0.10.0 vLLM v0.10.0\n",
  ]),
  [
    "a file with a byte order mark",
    "a.yml",
    "\ufeff# compshare(inference): framework=vLLM version='>=0.10 <1'\nid: compshareImage-17utkv3juc5a # 0.10.0 vLLM v0.10.0\n",
  ],
])("an annotation is read in %s", (_, path, text) => {
  const { annotations, problems } = readAnnotations(path, text);
  expect(problems).toEqual([]);
  expect(annotations).toMatchObject([
    {
      path,
      line: 1,
      label: "inference",
      text: "framework=vLLM version='>=0.10 <1'",
      query,
      id: "compshareImage-17utkv3juc5a",
      shown: { text: "0.10.0 vLLM v0.10.0" },
    },
  ]);
});

test.each([
  ["a comment of another language", "a.ts", "# compshare: framework=vLLM\nconst id = 'compshareImage-1a';"],
  ["a file of another kind", "a.md", "# compshare: framework=vLLM\ncompshareImage-1a"],
  ["a comment behind code", "a.yaml", "a: b # compshare: framework=vLLM\nid: compshareImage-1a"],
  [
    "a comment that only mentions it",
    "a.yaml",
    "# compshare is where: the images are\nid: compshareImage-1a",
  ],
  ["an ID without an annotation", "a.yaml", "id: compshareImage-1a # 1.0 a"],
])("%s is no annotation", (_, path, text) => {
  expect(readAnnotations(path, text)).toEqual({ annotations: [], problems: [] });
});

test("a comment is optional, and a comment mark within quotes begins none", () => {
  const { annotations } = readAnnotations(
    "a.ts",
    "// compshare: framework=vLLM\nid: 'compshareImage-1a', url: 'https://a', // new\n",
  );
  expect(annotations[0]?.shown?.text).toBe("new");
  const bare = readAnnotations(
    "a.ts",
    "// compshare: framework=vLLM\nid: 'compshareImage-1a', url: 'https://a',\n",
  );
  expect(bare.annotations[0]?.shown).toBeUndefined();
});

test.each([
  [
    "without an ID",
    "# compshare: framework=vLLM\nother: 1\n",
    "the line below the annotation has no image ID (compshareImage-…)",
  ],
  [
    "at the end of the file",
    "# compshare: framework=vLLM",
    "the line below the annotation has no image ID (compshareImage-…)",
  ],
  [
    "with an ID in the same line twice",
    "# compshare: framework=vLLM\na: [compshareImage-1a, compshareImage-1a]\n",
    "the line below the annotation has more than one image ID; put each on a line of its own",
  ],
  [
    "with a double quote",
    '# compshare: nameContains="v"\nid: compshareImage-1a\n',
    'a query in an annotation has no `"` and no `\\`; hold words together with single quotes',
  ],
  [
    "with a backslash",
    "# compshare: nameRegex=^v\\d\nid: compshareImage-1a\n",
    'a query in an annotation has no `"` and no `\\`; hold words together with single quotes',
  ],
  [
    "with an open quote",
    "# compshare: version='>=1\nid: compshareImage-1a\n",
    "a single quote is not closed; a value cannot hold one",
  ],
  [
    "with nothing to ask",
    "# compshare:\nid: compshareImage-1a\n",
    "the annotation asks for nothing; write arguments such as `framework=vLLM`",
  ],
  ["with an argument twice", "# compshare: tags=a tags=b\nid: compshareImage-1a\n", "`tags` is given twice"],
  [
    "with an unknown argument",
    "# compshare: tag=a\nid: compshareImage-1a\n",
    "unknown argument `tag`; did you mean `tags`?",
  ],
  [
    "with an order",
    "# compshare: framework=a mostRecent\nid: compshareImage-1a\n",
    "`mostRecent` is not for annotations: they mean the highest version if they ask for `version`, else the newest image",
  ],
  [
    "with a value of the wrong kind",
    "# compshare: officialOnly=maybe\nid: compshareImage-1a\n",
    "`officialOnly` must be true or false",
  ],
  ["with a range that is none", "# compshare: version=>=abc\nid: compshareImage-1a\n", "`version`"],
  ["with two names", "# compshare: name=a nameContains=b\nid: compshareImage-1a\n", "only one of"],
  [
    "from anybody without a publisher to trust",
    "# compshare: nameContains=a source=community\nid: compshareImage-1a\n",
    "an annotation with `source` community needs `author`, `ownerAccountId`, `groupId`, `officialOnly` or `certifiedOnly`: other accounts can put an image there under any name, and the next one would be taken",
  ],
  [
    "for a version from anybody without a publisher to trust",
    "# compshare: version=1 source=any\nid: compshareImage-1a\n",
    "an annotation with `source` any needs `author`, ",
  ],
  [
    "with a label of other characters",
    "# compshare(a b): name=a\nid: compshareImage-1a\n",
    "a label is made of letters, digits, `.`, `_` and `-`",
  ],
])("an annotation %s is said with its file and line", (_, text, reason) => {
  const { annotations, problems } = readAnnotations("Pulumi.yaml", `name: x\n${text}`);
  expect(annotations).toEqual([]);
  expect(problems).toMatchObject([{ path: "Pulumi.yaml", line: 2 }]);
  expect(problems[0]?.reason.en).toContain(reason);
});

test.each(["nameContains=a source=community", "version=1 source=shared"])(
  "a publisher that %s misses is said in Chinese, too, without arguments that nobody wrote",
  (query) => {
    const { problems } = readAnnotations("a.yaml", `# compshare: ${query}\nid: compshareImage-1a\n`);
    expect(problems[0]?.reason.zh).toMatch(/^注释的 `source` 为 (community|shared) 时，还须写上 `author`、/);
    expect(Object.values(problems[0]?.reason ?? {}).join()).not.toMatch(/mostRecent|orderBy/);
  },
);

test("words are read by the kind that the contract gives their argument", () => {
  const text =
    "# compshare: nameContains='vLLM v' tags=pytorch,深度学习 officialOnly container=false maxPrice=0.5 maxSizeMb=51200 cudaVersion=12.8 region=cn-sh2\nid: compshareImage-1a\n";
  expect(readAnnotations("a.yaml", text).annotations[0]?.query).toEqual({
    nameContains: "vLLM v",
    tags: ["pytorch", "深度学习"],
    officialOnly: true,
    container: false,
    maxPrice: 0.5,
    maxSizeMb: 51_200,
    cudaVersion: "12.8",
    region: "cn-sh2",
    statuses: ["Available"],
  });
});

const labelled = (path: string, label: string, query: string) =>
  readAnnotations(path, `# compshare(${label}): ${query}\nid: compshareImage-1a\n`);

test("a label may stand once, and again in another stack's file with the same query", () => {
  const stacks = ["Pulumi.dev.yaml", "infra/Pulumi.prod.yml", "a.py"].map((path) =>
    labelled(path, "x", "name=a"),
  );
  expect(joinAnnotations(stacks).problems).toEqual([]);
  const two = joinAnnotations([...stacks, labelled("b.yaml", "x", "name=a")]);
  expect(two.problems).toMatchObject([{ path: "b.yaml", line: 1 }]);
  expect(two.problems[0]?.reason.en).toContain("the label x is that of a.py:1 already");
  const project = joinAnnotations([labelled("Pulumi.yaml", "x", "name=a"), labelled("a.py", "x", "name=a")]);
  expect(project.problems).toMatchObject([{ path: "a.py" }]);
  const other = joinAnnotations([
    labelled("Pulumi.dev.yaml", "x", "name=a"),
    labelled("Pulumi.prod.yaml", "x", "name=b"),
  ]);
  expect(other.problems).toMatchObject([{ path: "Pulumi.prod.yaml", line: 1 }]);
  expect(other.problems[0]?.reason.en).toContain("the label x is that of Pulumi.dev.yaml:1 already");
  const same = readAnnotations(
    "a.yaml",
    "# compshare(x): name=a\nid: compshareImage-1a\n# compshare(x): name=a\nid: compshareImage-1a\n",
  );
  expect(joinAnnotations([same]).problems).toMatchObject([{ path: "a.yaml", line: 3 }]);
});

const extensions = ".yaml, .yml, .py, .ts, .tsx, .mts, .cts, .js, .jsx, .mjs, .cjs, .go, .cs, .java".split(
  ", ",
);

test("the files that may hold annotations are the ones that Renovate's preset looks at", () => {
  const preset = JSON.parse(read("examples/ci/renovate/compshare.json"));
  const patterns: readonly string[] = preset.customManagers[0].managerFilePatterns;
  const looksAt = (path: string): boolean =>
    patterns.some((pattern) => new RegExp(pattern.slice(1, -1)).test(path));
  expect(annotatedExtensions.map((extension) => `.${extension}`).toSorted()).toEqual(extensions.toSorted());
  expect(extensions.filter((extension) => !looksAt(`src/a${extension}`))).toEqual([]);
  for (const other of [".md", ".json", ".rs", ".tsv", ".javac", ".mcs"])
    expect(looksAt(`a${other}`)).toBe(false);
});

test.each(["docs/ci.md", "docs/ci.zh-CN.md"])("%s lists the files that may hold annotations", (page) => {
  const text = read(page);
  expect(extensions.filter((extension) => !text.includes(`\`${extension}\``))).toEqual([]);
});
