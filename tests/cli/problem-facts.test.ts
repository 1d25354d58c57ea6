import { expect, test } from "@jest/globals";
import * as z from "zod/mini";
import { documentOf } from "../support/cli/documents-of.ts";
import { runCli } from "../support/cli/run-cli.ts";
import { codeBlocks } from "../support/docs/documents.ts";

const problems = z.object({ problems: z.array(z.record(z.string(), z.unknown())) });

const pairOfNobody = { COMPSHARE_PUBLIC_KEY: "key-of-nobody", COMPSHARE_PRIVATE_KEY: "key-of-nobody" };

/** The one problem that a command prints in JSON, which is said in its text too. */
async function problemOf(
  words: readonly string[],
  environment: Readonly<Record<string, string>>,
  exitCode: number,
): Promise<Readonly<Record<string, unknown>>> {
  const { code, stdout, stderr } = await runCli([...words, "--json"], { environment });
  expect(code).toBe(exitCode);
  expect(`${stdout}${stderr}`).not.toContain("key-of-nobody");
  const { text, facts } = documentOf(stdout);
  const [problem = {}, ...others] = z.parse(problems, facts).problems;
  expect(others).toEqual([]);
  expect(text).toContain(problem["text"]);
  return problem;
}

test.each<[string, readonly string[], Readonly<Record<string, string>>, number, object]>([
  [
    "an argument out of bounds",
    ["find", "--limit", "0"],
    {},
    2,
    { property: "limit", text: "`limit` must be at least 1", kind: "tooSmall", least: 1 },
  ],
  [
    "a value close to one that is allowed",
    ["find", "--order-by", "-publishd"],
    {},
    2,
    { property: "orderBy[0]", kind: "notAllowed", closest: "-published" },
  ],
  [
    "arguments that exclude each other",
    ["explain", "--name", "a", "--name-glob", "b"],
    {},
    2,
    { property: "nameGlob", kind: "exclusive", arguments: ["name", "nameGlob"] },
  ],
  [
    "half a pair of keys, by the names of its halves",
    ["find"],
    { COMPSHARE_PRIVATE_KEY: "key-of-nobody" },
    3,
    {
      property: "",
      kind: "halfPair",
      source: "environment",
      present: "COMPSHARE_PRIVATE_KEY",
      missing: "COMPSHARE_PUBLIC_KEY",
    },
  ],
  [
    "a gateway with a password, by the rule that it breaks",
    ["find"],
    { ...pairOfNobody, COMPSHARE_BASE_URL: "https://li:key-of-nobody@gateway.example" },
    2,
    { property: "baseUrl", kind: "gateway", rule: "userInfo", from: "COMPSHARE_BASE_URL" },
  ],
  [
    "a catalogue file that is not there",
    ["find", "--catalog", "none.json"],
    {},
    1,
    { property: "", kind: "catalogFileMissing", path: "none.json" },
  ],
])(
  "in JSON, %s is told in facts, in every language the same",
  async (_, words, environment, exitCode, fact) => {
    const english = await problemOf([...words, "--lang", "en"], environment, exitCode);
    expect(english).toMatchObject(fact);
    const chinese = await problemOf([...words, "--lang", "zh"], environment, exitCode);
    expect(chinese).toEqual({ ...english, text: expect.stringMatching(/\p{Script=Han}/u) });
  },
);

test("the pages show what `find --limit 0` gives", async () => {
  const problem = await problemOf(["find", "--limit", "0"], {}, 2);
  for (const page of ["docs/errors.md", "docs/errors.zh-CN.md"])
    expect(codeBlocks(page, "json").map((block): unknown => JSON.parse(block))).toEqual([problem]);
});
