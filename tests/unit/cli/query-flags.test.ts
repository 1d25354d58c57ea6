import { expect, test } from "@jest/globals";
import { registry } from "../../../cli/commands/registry.ts";
import { commonFlags } from "../../../cli/flags.ts";
import { queryArguments } from "../../../cli/query-arguments.ts";
import { queryFlags, queryInputs } from "../../../cli/query-flags.ts";
import { argumentsInChinese } from "../../../cli/query-flags-zh.ts";
import { fieldFacts } from "../../../provider/contract/field.ts";
import { imageQuery, imagesQuery } from "../../../provider/contract/query.ts";

const names = Object.keys({ ...imageQuery.shape, ...imagesQuery.shape });

test("every argument of the functions has its flag, in kebab-case, with help in both languages", () => {
  expect(Object.keys(queryFlags).toSorted()).toEqual(
    names.map((name) => name.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)).toSorted(),
  );
  for (const [name, { help }] of Object.entries(queryFlags)) {
    expect([name, help.en]).toEqual([name, expect.stringMatching(/^[^`]+\.$/)]);
    expect([name, help.zh]).toEqual([name, expect.stringMatching(/^[^`]+。$/)]);
    expect([name, /\["/.test(`${help.en}${help.zh}`)]).toEqual([name, false]);
    expect([name, /[，。；：]/.test(help.en.replace("pytorch，Pytorch", ""))]).toEqual([name, false]);
  }
});

test.each([
  [
    "order-by",
    "published, created, name, version, frameworkVersion, cudaVersion, size, price, id; - in front means descending",
  ],
  ["version", "It is read from versionName, else from the name, else from the framework's version;"],
  ["order-by", "Default: -published,-created,name,id."],
  ["statuses", "Default: Available."],
  [
    "container",
    "for container instances (--container) or for virtual machines (--no-container). Default: either.",
  ],
  ["most-recent", "Default: --no-most-recent, several matches are an error."],
])("the help of --%s names keys, fields and values as they are typed", (name, words) => {
  expect(queryFlags[name]?.help.en).toContain(words);
});

/** Names, examples and numbers that a text of the contract has in code, and the numbers beside them. */
function namedIn(description: string): readonly string[] {
  // Defaults are written as flags; what only a function returns is no matter of the command line.
  const others = ["true", "false", "found", "selection", "readme", "error", "getCompShareImageTags"];
  return [...description.matchAll(/`([^`]+)`|\b(\d{3,}|\d+\.\d+)\b/g)]
    .map(([, code = "", number = ""]) => code || number)
    .filter((code) => !others.includes(code) && !/^\[?"|^selection\./.test(code));
}

test.each(names)("the Chinese help of %s names what the English one does", (name) => {
  const field = Object.entries(queryArguments).find(([key]) => key === name)?.[1];
  const { description = "" } = (field && fieldFacts.get(field)) ?? {};
  const chinese = Object.entries(argumentsInChinese).find(([key]) => key === name)?.[1] ?? "";
  expect(namedIn(description).filter((code) => !chinese.includes(code))).toEqual([]);
});

test.each([
  [/in npm's or pip's notation/, /npm 或 pip/],
  [/pre-release is in a range only if the range names one/, /预发布版本/],
  [/are left out/, /不计入/],
  [/the name of its group is tried/, /分组的名称/],
  [/case-insensitive/, /不区分大小写/],
])("where the English help has %s the Chinese one has %s", (english, chinese) => {
  const missing = Object.entries(queryFlags)
    .filter(([, { help }]) => english.test(help.en) !== chinese.test(help.zh))
    .map(([name]) => name);
  expect(missing).toEqual([]);
});

test.each(Object.keys(registry))(
  "every flag that the help of %s names is one that it takes",
  async (name) => {
    const load = Object.entries(registry).find(([one]) => one === name)?.[1];
    const command = await load?.();
    const table = { ...commonFlags, ...command?.flags };
    const known = new Set(
      Object.entries(table).flatMap(([flag, { type }]) =>
        type === "boolean" ? [`--${flag}`, `--no-${flag}`] : [`--${flag}`],
      ),
    );
    const texts = [command?.help, ...Object.values(table).map(({ help }) => help)];
    const named = texts.flatMap((text) => `${text?.en} ${text?.zh}`.match(/--[a-z][\w-]*/g) ?? []);
    expect(named.filter((flag) => !known.has(flag))).toEqual([]);
  },
);

test("help and completion name the values of the arguments that take one of a few, and of no others", () => {
  const sources = ["platform", "custom", "shared", "published", "community", "any"];
  const choices = Object.entries(queryFlags).flatMap(([name, flag]) =>
    flag.choices === undefined ? [] : [[name, flag.choices]],
  );
  expect(Object.fromEntries(choices)).toEqual({ source: sources, "if-missing": ["error", "empty"] });
  expect(commonFlags.source.choices).toEqual(sources);
});

test.each([
  [{ "name-contains": "vLLM" }, { nameContains: "vLLM" }],
  [{ tags: ["pytorch, 深度学习", "x"] }, { tags: ["pytorch", "深度学习", "x"] }],
  [
    { limit: "5", "max-price": "0.5" },
    { limit: 5, maxPrice: 0.5 },
  ],
  [
    { limit: "five", "max-size-mb": " " },
    { limit: "five", maxSizeMb: " " },
  ],
  [
    { container: false, "official-only": true },
    { container: false, officialOnly: true },
  ],
  [{ "order-by": ["-version,name"] }, { orderBy: ["-version", "name"] }],
  [{ version: "12" }, { version: "12" }],
  [{ json: true, catalog: "x" }, {}],
])("flags %j are the inputs %j", (flags, inputs) => {
  expect(queryInputs(flags)).toEqual(inputs);
});
