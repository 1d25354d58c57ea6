import { readFileSync } from "node:fs";
import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { composeProvider } from "../../../provider/compose.ts";
import type { Provider } from "../../../provider/grpc/provider.ts";
import type { PackageSchema } from "../../../provider/schema/package-schema.ts";
import { type Simulator, startSimulator } from "../../../simulator/simulator.ts";
import { environmentOf } from "../../support/simulator/environment-of.ts";

let simulator: Simulator;
let provider: Provider;

beforeAll(async () => {
  simulator = await startSimulator();
  provider = composeProvider("0.0.0", environmentOf(simulator), () => "");
  provider.configure({ values: {}, secret: false, secrets: [], unknown: [] }, "");
});
afterAll(() => simulator.close());

const { functions, resources }: PackageSchema = JSON.parse(readFileSync("sdk/schema.json", "utf8"));
const pinType = "compshare:index:ImagePin";

const argumentsOf: Readonly<Record<string, readonly string[]>> = {
  ...Object.fromEntries(
    Object.entries(functions).map(([token, { inputs }]) => [token, Object.keys(inputs.properties)]),
  ),
  [pinType]: Object.keys(resources[pinType]?.inputProperties ?? {}),
};
const ofSeveralWords = [...new Set(Object.values(argumentsOf).flat())].filter((name) => /[A-Z]/.test(name));

type Arguments = Readonly<Record<string, unknown>>;

/** Everything that a user reads of a call that fails, in one text; nothing of one that succeeds. */
async function failureOf(token: string, values: Arguments, unknown: readonly string[] = []): Promise<string> {
  const signal = new AbortController().signal;
  const urn = `urn:pulumi:dev::shop::${token}::base`;
  try {
    const { problems = [] } =
      token === pinType
        ? await provider
            .resource(urn)
            .check(
              { values, unknown },
              { inputs: {}, outputs: {} },
              { urn, signal, lookup: () => provider.lookup() },
            )
        : await provider.invoke(token, { values, secret: false, secrets: [], unknown }, signal);
    return problems.map(({ reason }) => reason).join("\n");
  } catch (error) {
    return provider.fault(error).details;
  }
}

/** The arguments of several words that a text names, in any form, outside of values and of a table's head. */
function namedIn(text: string): readonly string[] {
  const words = text
    .replace(/^.* to get this one$/m, "")
    .replace(/ Python writes .*$/, "")
    .replaceAll(/"[^"]*"/g, "")
    .match(/\w+/g);
  return ofSeveralWords.filter((name) => words?.includes(name));
}

/** What the last sentence spells, and whether it says that the rest goes likewise. */
function spelledIn(text: string): { readonly names: readonly string[]; readonly more: boolean } {
  const [, python = "", others = "", more] =
    /[.?] Python writes (.+), Go and \.NET (.+?)(, and so on)?\.?$/.exec(text) ?? [];
  const names = [...python.matchAll(/`(\w+)`/g)].map(([, name = ""]) =>
    name.replaceAll(/_([a-z])/g, (_, letter: string) => letter.toUpperCase()),
  );
  expect(
    [...others.matchAll(/`(\w)(\w+)`/g)].map(([, first, rest]) => `${first?.toLowerCase()}${rest}`),
  ).toEqual(names);
  return { names, more: more !== undefined };
}

/** Calls that go wrong, whose arguments are all known. */
const wrong: readonly (readonly [string, Arguments, (readonly string[])?])[] = [
  ...Object.entries(argumentsOf).flatMap(([token, names]) =>
    names.flatMap((name) => [
      [token, { [name]: { not: "a value" } }] as const,
      [token, { [name]: "" }] as const,
      [token, { [name]: "\u2603" }] as const,
      [token, { [name]: "99.9" }] as const,
      [token, { [name]: ["\u2603"] }] as const,
      [token, { [name]: -1 }] as const,
    ]),
  ),
  ...ofSeveralWords
    .filter((name) => argumentsOf["compshare:index:getCompShareImage"]?.includes(name))
    .map((name) => ["compshare:index:getCompShareImage", {}, [name]] as const),
  ["compshare:index:getCompShareImage", { nameContains: "ComfyUI" }],
  ["compshare:index:getCompShareImage", { nameContains: "vLLM", gpuType: "4090" }],
  ["compshare:index:getCompShareImage", { framework: "PyTorch", cudaVersion: "12.x" }],
  ["compshare:index:getCompShareImage", { source: "community", nameContains: "ComfyUI" }],
  ["compshare:index:getCompShareImage", { name: "x", nameGlob: "y", nameRegex: "z" }],
  ["compshare:index:getCompShareImage", { mostRecent: true, orderBy: ["name"] }],
  ["compshare:index:getCompShareImage", { nameRegex: "(?=a)", maxPrice: "x" }],
  ["compshare:index:getCompShareImage", { tags: ["pytorch", "ComfyUI"], imageType: "Game" }],
  ["compshare:index:getCompShareImages", { minCount: 3, maxCount: 2 }],
  ["compshare:index:getCompShareImages", { nameContains: "vLLM", minCount: 3000 }],
  ["compshare:index:getCompShareImages", { nameContains: "zzzz", minCount: 1 }],
  ["compshare:index:getCompShareImages", { nameContains: "vLLM", maxCount: 1 }],
  [pinType, { imageId: "compshareImage-none" }],
  [pinType, { imageId: "a", nameContains: "b", mostRecent: true, policy: "follow" }],
  [pinType, { nameContains: "vLLM", policy: "withinRange", orderBy: ["name"] }],
  [pinType, { name: "a", source: "community", policy: "follow" }],
];

test("whatever goes wrong, every argument of several words that a text names is spelled or covered", async () => {
  const seen = new Set<string>();
  for (const [token, values, unknown] of wrong) {
    const text = (await failureOf(token, values, unknown)).replace(/ \(attempt [^\n]*$/, "");
    const named = namedIn(text);
    const { names, more } = spelledIn(text);
    expect({ text, missing: more ? [] : named.filter((name) => !names.includes(name)) }).toEqual({
      text,
      missing: [],
    });
    // The sentence stands there once, and only where it has something to say.
    expect({ text, times: text.split("Python writes").length - 1 }).toEqual({
      text,
      times: named.length > 0 ? 1 : 0,
    });
    for (const name of named) seen.add(name);
  }
  expect([...seen].sort()).toEqual(ofSeveralWords.toSorted());
});
