import { expect, test } from "@jest/globals";
import {
  questionProgram,
  startEngineAndSimulator,
  useEngineAndSimulator,
  yamlProgram,
} from "../support/engine/lookup-program.ts";

const world = useEngineAndSimulator();
let stacks = 0;

async function newProject(program: string): Promise<void> {
  stacks += 1;
  await world.engine.project(`project-${stacks}`, { "Pulumi.yaml": program });
  expect(await world.engine.pulumi(["stack", "init", `dev-${stacks}`])).toMatchObject({ code: 0 });
}

async function pulumi(...args: string[]): Promise<string> {
  const result = await world.engine.pulumi(args);
  expect({ args, ...result }).toMatchObject({ code: 0 });
  return result.stdout;
}

test("a default provider takes its keys from secret stack configuration, and the state holds none of them in clear", async () => {
  await newProject(questionProgram("secret-config", "getCompShareImage", ["name: ComfyUI"]));
  const withoutKeys = { COMPSHARE_PUBLIC_KEY: "", COMPSHARE_PRIVATE_KEY: "" };
  const { publicKey, privateKey } = world.simulator;
  await pulumi("config", "set", "--secret", "compshare:publicKey", publicKey);
  await pulumi("config", "set", "--secret", "compshare:privateKey", privateKey);
  await pulumi("config", "set", "compshare:timeoutSeconds", "30");
  const up = await world.engine.pulumi(["up", "--yes"], { env: withoutKeys });
  expect(up).toMatchObject({ code: 0 });
  expect(up.stdout).toContain("ComfyUI");
  const state = await pulumi("stack", "export");
  expect(state).toContain("pulumi:providers:compshare");
  expect(`${up.stdout}${up.stderr}${state}`).not.toContain(privateKey);
  expect(state).not.toContain(publicKey);
});

test("keys in plain stack configuration are made secret before they reach the state", async () => {
  await newProject(questionProgram("plain-config", "getCompShareImage", ["name: ComfyUI"]));
  await pulumi("config", "set", "--plaintext", "compshare:publicKey", world.simulator.publicKey);
  await pulumi("config", "set", "--plaintext", "compshare:privateKey", world.simulator.privateKey);
  await pulumi("up", "--yes");
  expect(await pulumi("stack", "export")).not.toContain(world.simulator.privateKey);
});

test("keys from the environment never reach the state", async () => {
  await newProject(questionProgram("environment-keys", "getCompShareImage", ["name: ComfyUI"]));
  await pulumi("up", "--yes");
  const state = await pulumi("stack", "export");
  expect(state).not.toContain(world.simulator.privateKey);
  expect(state).not.toContain(world.simulator.publicKey);
  expect(state).not.toContain(world.simulator.endpoint);
});

test("an explicit provider with typed inputs of its own is asked", async () => {
  const { endpoint, publicKey, privateKey } = world.simulator;
  await newProject(
    yamlProgram(
      "explicit-provider",
      `resources:
  shanghai:
    type: pulumi:providers:compshare
    properties:
      region: cn-sh2
      baseUrl: ${endpoint}
      publicKey: ${publicKey}
      privateKey: ${privateKey}
      timeoutSeconds: 30
      maxAttempts: 2
variables:
  answer:
    fn::invoke:
      function: compshare:getCompShareImage
      arguments:
        name: ComfyUI
      options:
        provider: \${shanghai}
outputs:
  id: \${answer.id}
  region: \${answer.selection.appliedFilters["region"]}
`,
    ),
  );
  await pulumi("up", "--yes");
  const outputs: unknown = JSON.parse(await pulumi("stack", "output", "--json"));
  expect(outputs).toMatchObject({ region: "cn-sh2" });
  expect(new Set(world.simulator.requests.map((request) => request.params["Region"]))).toEqual(
    new Set(["cn-sh2"]),
  );
  expect(await pulumi("stack", "export")).not.toContain(privateKey);
  await pulumi("preview", "--expect-no-changes");
  await pulumi("destroy", "--yes");
});

test("an argument that is unknown in preview is not asked about before its value exists", async () => {
  await newProject(
    yamlProgram(
      "unknown-argument",
      `resources:
  note:
    type: pulumi:index:Stash
    properties:
      input: anything
variables:
  found:
    fn::invoke:
      function: compshare:getCompShareImages
      arguments:
        nameContains: \${note.id}
outputs:
  count: \${found.totalCount}
`,
    ),
  );
  await pulumi("preview");
  expect(world.simulator.requests).toHaveLength(0);
  await pulumi("up", "--yes", "--skip-preview");
  expect(world.simulator.requests.length).toBeGreaterThan(0);
  expect(JSON.parse(await pulumi("stack", "output", "--json"))).toEqual({ count: 0 });
});

test("many lookups of one deployment cost one reading of the catalogue", async () => {
  const names = ["ComfyUI", "cuda128_torch291_py312", "黑神话悟空", "vLLM v0.12.0", "PyTorch:24.04-py3"];
  const variables = names
    .map(
      (name, index) =>
        `  v${index}:\n    fn::invoke:\n      function: compshare:getCompShareImage\n      arguments:\n        name: "${name}"\n`,
    )
    .join("");
  const outputs = names.map((_name, index) => `  o${index}: \${v${index}.id}\n`).join("");
  await newProject(yamlProgram("one-walk", `variables:\n${variables}outputs:\n${outputs}`));
  await pulumi("preview");
  // 52 images of the largest type: one page, and the empty one that confirms the end.
  expect(world.simulator.requests.map((request) => request.params["Offset"])).toEqual(["0", "52"]);
});

test("a new image under the same question shows up in the next preview", async () => {
  await newProject(
    questionProgram("catalogue-moves", "getCompShareImage", ["nameContains: cuda13", "mostRecent: true"]),
  );
  await pulumi("up", "--yes");
  await pulumi("preview", "--expect-no-changes");
  world.simulator.putImage({
    CompShareImageId: "compshareImage-newer0000001",
    Name: "cuda135_torch300_py314",
    ImageType: "App",
    Status: "Available",
    PubTime: 1_795_000_000,
  });
  const preview = await pulumi("preview", "--diff");
  world.simulator.removeImage("compshareImage-newer0000001");
  expect(preview).toContain("compshareImage-newer0000001");
});

test("a plugin on PATH needs no plugins block", async () => {
  const onPath = await startEngineAndSimulator({ path: [`${process.cwd()}/dist`] });
  try {
    const program = questionProgram("on-path", "getCompShareImage", ["name: ComfyUI"]).replace(
      /plugins:[\s\S]*dist\n/,
      "",
    );
    await onPath.engine.project("on-path", { "Pulumi.yaml": program });
    await onPath.engine.pulumi(["stack", "init", "dev"]);
    const preview = await onPath.engine.pulumi(["preview"]);
    expect(preview).toMatchObject({ code: 0 });
    expect(preview.stdout).toContain("ComfyUI");
  } finally {
    await onPath.dispose();
  }
});
