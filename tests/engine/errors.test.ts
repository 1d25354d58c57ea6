import { expect, test } from "@jest/globals";
import { questionProgram, useEngineAndSimulator } from "../support/engine/lookup-program.ts";

const world = useEngineAndSimulator();
let projects = 0;

async function previewOf(
  functionName: string,
  lines: readonly string[],
  env: Record<string, string> = {},
): Promise<string> {
  projects += 1;
  await world.engine.project(`errors-${projects}`, {
    "Pulumi.yaml": questionProgram(`errors-${projects}`, functionName, lines),
  });
  await world.engine.pulumi(["stack", "init", "dev"]);
  const { code, stdout, stderr } = await world.engine.pulumi(["preview"], { env });
  expect(code).not.toBe(0);
  return `${stdout}${stderr}`;
}

test("a misspelt name: the terminal shows the closest names", async () => {
  const shown = await previewOf("getCompShareImage", ["name: pytorch:24.04-py3"]);
  expect(shown).toContain('IMAGE_NOT_FOUND: no CompShare image matches name: "pytorch:24.04-py3"');
  expect(shown).toContain('The closest values of `name` are "PyTorch:24.04-py3"');
});

test("several matches: the terminal shows a table and the argument that picks each", async () => {
  const shown = await previewOf("getCompShareImage", ["name: SGLang"]);
  expect(shown).toContain('IMAGE_AMBIGUOUS: 2 images match name: "SGLang", statuses: ["Available"], and');
  expect(shown).toContain("compshareImage-13bpfynwhimm");
  expect(shown).toContain("compshareImage-1qylx2xhjppq");
  expect(shown).toContain("mostRecent: true");
});

test.each([
  ["an unknown argument", ["nmae: ComfyUI"], "unknown argument `nmae`; did you mean `name`?"],
  ["a limit of 0", ["limit: 0"], "`limit` must be at least 1"],
  ["a limit of 1.5", ["limit: 1.5"], "`limit` must be a whole number"],
  ["an empty name", ['name: ""'], "`name` must not be empty; leave it out instead"],
  [
    "two names",
    ["name: a", "nameContains: b"],
    "only one of `name` and `nameContains` may be given; leave one of them out. Python writes `name_contains`, Go and .NET `NameContains` (nameContains)",
  ],
  ["a number as a name", ["name: 22.04"], "`name` must be text"],
])("%s fails by its name before anything is sent", async (_case, lines, text) => {
  expect(await previewOf("getCompShareImages", lines)).toContain(text);
  expect(world.simulator.requests).toHaveLength(0);
});

test("no credentials: the terminal names every place that was looked in", async () => {
  const none = { COMPSHARE_PUBLIC_KEY: "", COMPSHARE_PRIVATE_KEY: "" };
  const shown = await previewOf("getCompShareImage", ["name: ComfyUI"], none);
  expect(shown).toContain("CONFIGURATION_INVALID: no credentials were found. Looked in: ");
  expect(shown).toContain("the environment (COMPSHARE_PUBLIC_KEY, COMPSHARE_PRIVATE_KEY)");
  expect(shown).toContain("pulumi config set --secret compshare:privateKey");
  expect(world.simulator.requests).toHaveLength(0);
});

test("a wrong key costs one request and is not shown", async () => {
  const wrong = { COMPSHARE_PRIVATE_KEY: "wrong-key-that-must-not-be-shown" };
  const shown = await previewOf("getCompShareImage", ["name: ComfyUI"], wrong);
  expect(shown).toContain("API_REFUSED: DescribeCompShareImages was refused with RetCode 171");
  expect(shown).not.toContain("wrong-key-that-must-not-be-shown");
  expect(world.simulator.requests).toHaveLength(1);
});

test("a misspelt region names the argument", async () => {
  const shown = await previewOf("getCompShareImage", ["name: ComfyUI", "region: cn-shanghai"]);
  expect(shown).toContain("RetCode 230");
  expect(shown).toContain('`region` "cn-shanghai" comes from the argument `region`');
});

test("an endpoint that would send keys in clear is refused by its rule", async () => {
  projects += 1;
  await world.engine.project(`errors-${projects}`, {
    "Pulumi.yaml": questionProgram(`errors-${projects}`, "getCompShareImage", ["name: ComfyUI"]),
  });
  await world.engine.pulumi(["stack", "init", "dev"]);
  await world.engine.pulumi(["config", "set", "compshare:baseUrl", "http://user:hidden@gateway.example.com"]);
  const { code, stdout, stderr } = await world.engine.pulumi(["preview"]);
  expect(code).not.toBe(0);
  expect(`${stdout}${stderr}`).toContain("`baseUrl` must not hold a user name or password");
  expect(`${stdout}${stderr}`).not.toContain("hidden");
});

test("a Chinese locale is answered in Chinese, and COMPSHARE_LANG decides over it", async () => {
  const chinese = await previewOf("getCompShareImage", ["name: no such image"], { LANG: "zh_CN.UTF-8" });
  expect(chinese).toContain("IMAGE_NOT_FOUND: 没有 CompShare 镜像符合 name:");
  const english = { LANG: "zh_CN.UTF-8", COMPSHARE_LANG: "en" };
  expect(await previewOf("getCompShareImage", ["name: no such image"], english)).toContain(
    "no CompShare image matches",
  );
});

test("what a careful reader should know about an image is a warning beside the provider", async () => {
  await world.engine.project("warning", {
    "Pulumi.yaml": questionProgram("warning", "getCompShareImage", ["name: ComfyUI", "source: community"]),
  });
  await world.engine.pulumi(["stack", "init", "warning"]);
  const { code, stdout } = await world.engine.pulumi(["preview"]);
  expect(code).toBe(0);
  expect(stdout).toMatch(
    /pulumi:providers:compshare[^\n]*\n\s+warning: "ComfyUI" compshareImage-[a-z0-9]+: the image is published by "not-compshare", not by CompShare/,
  );
});
