import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { composeProvider } from "../../../provider/compose.ts";
import { ConfigurationError } from "../../../provider/errors/configuration-error.ts";
import type { Provider } from "../../../provider/grpc/provider.ts";
import { errorText } from "../../../provider/messages/error-text.ts";
import type { ShownProblem } from "../../../provider/messages/problem-text.ts";
import { findCredentials } from "../../../provider/settings/credentials.ts";
import { type Simulator, startSimulator } from "../../../simulator/simulator.ts";
import type { Fault } from "../../../simulator/state/fault.ts";
import { type Result, resultsOf, resultTable } from "../../../tools/demo/results.ts";
import { read } from "../../support/docs/documents.ts";
import { environmentOf } from "../../support/simulator/environment-of.ts";

let simulator: Simulator;

beforeAll(async () => {
  simulator = await startSimulator();
});
afterAll(() => simulator.close());

/** A provider of the real parts that asks the simulator. */
function provider(
  environment: Readonly<Record<string, string>> = {},
  configuration: Arguments = {},
): Provider {
  const composed = composeProvider("0.0.0", { ...environmentOf(simulator), ...environment }, () => "");
  composed.configure({ values: configuration, secret: false, secrets: [], unknown: [] }, "");
  return composed;
}

type Arguments = Readonly<Record<string, unknown>>;

interface Shown {
  /** Outputs of a call that succeeds. */
  readonly outputs?: unknown;
  /** What the user reads of one that fails. */
  readonly error?: string;
}

async function call(
  name: string,
  values: Arguments,
  environment: Readonly<Record<string, string>> = {},
  configuration: Arguments = {},
): Promise<Shown> {
  const asked = provider(environment, configuration);
  const inputs = { values, secret: false, secrets: [], unknown: [] };
  try {
    const answer = await asked.invoke(`compshare:index:${name}`, inputs, new AbortController().signal);
    if (answer.problems === undefined) return { outputs: answer.outputs };
    const lines = answer.problems.map(
      ({ property, reason }) => `compshare:index:${name} invoke failed: ${reason} (${property})`,
    );
    return { error: lines.join("\n") };
  } catch (error) {
    return { error: asked.fault(error).details };
  }
}

/** A text without what differs from run to run. */
function steady(text: string): string {
  return text.replace(/\[request [^\]]*\]/g, "[request …]").replace(/, \d+\.\d s\)/g, ", … s)");
}

const errorsPage = "docs/errors.md";

test.each<[string, Arguments, readonly string[]]>([
  ["getCompShareImage", { name: "SGLang" }, [errorsPage, "README.md", "README.zh-CN.md"]],
  ["getCompShareImage", { name: "Pytorch_2.5.0_py3.12" }, [errorsPage]],
  ["getCompShareImage", { name: "vLLM v0.9.2" }, [errorsPage]],
  ["getCompShareImage", { framework: "PyTorch", frameworkVersion: "3.x" }, [errorsPage]],
  ["getCompShareImage", { name: "vLLM\u00a0v0.12.0" }, [errorsPage]],
  ["getCompShareImage", { tags: ["pytroch"] }, [errorsPage]],
  ["getCompShareImage", { nameContains: "ComfyUI", source: "community" }, [errorsPage]],
  ["getCompShareImage", { name: "ComfyUI", region: "cn-shanghai" }, [errorsPage]],
  ["getCompShareImage", { name: "ComfyUI", region: "us-ca" }, [errorsPage]],
  ["getCompShareImages", { nmae: "ComfyUI" }, [errorsPage]],
  ["getCompShareImages", { statuses: [] }, [errorsPage]],
  ["getCompShareImage", { name: "ComfyUI", mostRecent: true, orderBy: ["name"] }, [errorsPage]],
  ["getCompShareImage", { cudaVersion: 12.8 }, [errorsPage]],
  ["getCompShareImage", { name: "ComfyUI", ifMissing: "null" }, [errorsPage]],
  ["getCompShareImage", { name: "ComfyUI", source: "community", mostRecent: true }, [errorsPage]],
])("the error of %s for %j is the one that the pages show", async (name, values, pages) => {
  const { error = "(it succeeded)" } = await call(name, values);
  for (const page of pages) expect(steady(read(page))).toContain(steady(error));
});

test("a table of candidates stands indented in the text that a TypeScript program ends with", async () => {
  const { error = "(it succeeded)" } = await call("getCompShareImage", { name: "SGLang" });
  const [first = "", ...rest] = error.split("\n");
  const shown = [`getCompShareImage returned an error: ${first}`, ...rest.map((line) => `    ${line}`)];
  expect(read(errorsPage)).toContain(shown.join("\n"));
});

const pin = "compshare:index:ImagePin";
const urn = `urn:pulumi:dev::shop::${pin}::base`;

async function checkPin(values: Arguments): Promise<readonly ShownProblem[]> {
  const asked = provider();
  const signal = new AbortController().signal;
  const inputs = { values, unknown: [] };
  const known = { inputs: {}, outputs: {} };
  const checked = await asked
    .resource(urn)
    .check(inputs, known, { urn, signal, lookup: () => asked.lookup() });
  return checked.problems ?? [];
}

test("the error of a pin is the one that the page shows", async () => {
  const [problem] = await checkPin({ name: "Pytorch_2.5.0_py3.12" });
  const lines = `${pin} resource 'base' has a problem: ${problem?.reason}`.split("\n");
  expect(read(errorsPage)).toContain(lines.join("\n    "));
});

test("the problem of an input of a pin is the one that the page shows", async () => {
  const [problem] = await checkPin({ nameContains: "vLLM", policy: "withinRange" });
  expect(problem?.property).toBe("policy");
  expect(read(errorsPage)).toContain(
    `property policy value {withinRange} has a problem: ${problem?.reason}\n`,
  );
});

test.each<[Readonly<Record<string, string>>, Arguments]>([
  [{}, { region: "cn-wclb" }],
  [{ COMPSHARE_REGION: "cn-wclb" }, {}],
])(
  "the refusal of a region from %j or %j says where it comes from, as the page shows",
  async (environment, configuration) => {
    const { error = "(it succeeded)" } = await call(
      "getCompShareImage",
      { name: "ComfyUI" },
      environment,
      configuration,
    );
    expect(steady(read(errorsPage))).toContain(steady(error));
  },
);

test.each<[string, Arguments, Arguments]>([
  ["Zone", {}, { zone: "cn-wlcb-09" }],
  ["ProjectId", { projectId: "org-abc" }, {}],
])("the refusal of %s is the one that the page shows", async (parameter, asked, configuration) => {
  simulator.failNext({ retCode: 230, message: `Params [${parameter}] not available` }, 1);
  const { error = "(it succeeded)" } = await call(
    "getCompShareImage",
    { name: "ComfyUI", ...asked },
    {},
    configuration,
  );
  expect(steady(read(errorsPage))).toContain(steady(error));
});

test("the error of a wrong key is the one that the page shows", async () => {
  const wrong = { COMPSHARE_PRIVATE_KEY: "wrong" };
  const { error = "(it succeeded)" } = await call("getCompShareImage", { name: "ComfyUI" }, wrong);
  expect(steady(read(errorsPage))).toContain(steady(error));
});

test.each<[Fault, number]>([
  [{ httpStatus: 429, headers: { "retry-after": "90" } }, 1],
  [{ httpStatus: 503 }, 5],
  ["html", 2],
])("the error of a gateway with the fault %j is the one that the page shows", async (fault, times) => {
  simulator.failNext(fault, times);
  const { error = "(it succeeded)" } = await call("getCompShareImage", { name: "ComfyUI" });
  expect(steady(read(errorsPage))).toContain(steady(error));
});

test("the error without any keys is the one that the page shows", async () => {
  const nowhere = { environment: {}, home: "/home/nobody", readFile: () => Promise.resolve(undefined) };
  const error: unknown = await findCredentials({}, nowhere).catch((reason: unknown) => reason);
  expect(error).toBeInstanceOf(ConfigurationError);
  expect(read(errorsPage)).toContain(errorText(error as ConfigurationError));
});

test("the error of a plain http gateway is the one that the page shows", () => {
  const values = { baseUrl: "http://gateway.example" };
  const [problem] = provider().checkConfiguration({ values, secret: false, secrets: [], unknown: [] }, "");
  expect(read(errorsPage)).toContain(`resource 'default_0_1_0' has a problem: ${problem?.reason}\n`);
});

/** The questions of the examples, by the name of the output. */
const examples: Readonly<Record<string, Readonly<Record<string, readonly [string, Arguments]>>>> = {
  "resolve-by-name": {
    inference: ["getCompShareImage", { nameContains: "vLLM", mostRecent: true }],
    training: ["getCompShareImage", { name: "cuda128_torch291_py312" }],
  },
  "resolve-by-tag": {
    learning: ["getCompShareImages", { tags: ["深度学习", "PyTorch"] }],
    serving: ["getCompShareImage", { tagsAny: ["推理框架", "vLLM"], mostRecent: true }],
  },
};

/** What the stacks that pin ask, by example and the name of the output. */
const pins: Readonly<Record<string, Readonly<Record<string, Arguments>>>> = {
  "pin-image/typescript": { training: { nameContains: "cuda13", mostRecent: true } },
  "pin-image/yaml": { training: { nameContains: "cuda13", mostRecent: true } },
  "shared-images/pins": {
    serving: { nameContains: "vLLM", version: ">=0.10 <1", orderBy: ["-version"] },
    training: { name: "cuda128_torch291_py312" },
  },
  "shared-images/service": {
    serving: { nameContains: "vLLM", version: ">=0.10 <1", orderBy: ["-version"] },
  },
};

interface Outputs {
  readonly id?: string;
  readonly ids?: readonly string[];
  readonly name?: string;
  readonly names?: readonly string[];
  readonly selection: { readonly appliedFilters: Readonly<Record<string, string>> };
}

async function resultsOfExample(topic: string, language: string): Promise<Result[]> {
  const outputs: [string, unknown][] = [];
  for (const [output, [name, values]] of Object.entries(examples[topic] ?? {})) {
    const { outputs: answered } = await call(name, values);
    const answer = answered as Outputs;
    outputs.push([
      output,
      {
        id: answer.id ?? answer.ids,
        name: answer.name ?? answer.names,
        asked: answer.selection.appliedFilters,
      },
    ]);
  }
  return resultsOf(`${topic}/${language}`, Object.fromEntries(outputs));
}

async function resultsOfPins(example: string): Promise<Result[]> {
  const outputs: [string, unknown][] = [];
  for (const [output, values] of Object.entries(pins[example] ?? {})) {
    const { id, name } = (await call("getCompShareImage", values)).outputs as Outputs;
    outputs.push([output, { id, name }]);
  }
  return resultsOf(example, { ...Object.fromEntries(outputs), newerAvailable: null });
}

test("the table in the READMEs is the one that the demo prints", async () => {
  const results: Result[] = [];
  for (const topic of Object.keys(examples)) {
    for (const language of ["typescript", "yaml"]) results.push(...(await resultsOfExample(topic, language)));
  }
  for (const example of Object.keys(pins)) results.push(...(await resultsOfPins(example)));
  results.sort((one, other) => (one.example < other.example ? -1 : one.example > other.example ? 1 : 0));
  for (const page of ["README.md", "README.zh-CN.md"])
    expect(read(page)).toContain(`\n${resultTable(results)}\n`);
});
