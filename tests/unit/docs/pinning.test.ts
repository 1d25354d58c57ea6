import { expect, test } from "@jest/globals";
import { imagePinInputs, imagePinOutputs, pinnedInput } from "../../../provider/contract/image-pin.ts";
import { messages } from "../../../provider/messages/messages.ts";
import { readPinned } from "../../../provider/resources/pinned-image.ts";
import { startSimulator } from "../../../simulator/simulator.ts";
import { codeBlocks, codeWords, prose, read, table } from "../../support/docs/documents.ts";
import { runFunction } from "../../support/functions/run-function.ts";
import { openCatalogue, quietContext } from "../../support/listings/open-catalogue.ts";

const page = "docs/pinning.md";
const chinese = "docs/pinning.zh-CN.md";
const choosing = ["docs/choosing.md", "docs/choosing.zh-CN.md"];

test("the pages show no program that no test runs", () => {
  // tests/engine/pin-docs.test.ts runs every block of YAML and every command.
  for (const file of [page, chinese, ...choosing]) {
    const languages = [...read(file).matchAll(/^```(\w+)$/gm)].map(([, language]) => language);
    expect(languages.filter((language) => !["yaml", "sh", "text"].includes(language ?? ""))).toEqual([]);
  }
  for (const file of choosing) expect(codeBlocks(file, "yaml")).toEqual([]);
});

const newest = ['"cuda132_torch2130_py312"', "compshareImage-1t1vuerl80np", "2026-06-30"] as const;
const older = ['"cuda128_torch291_py312"', "compshareImage-1minbz219ceq", "2025-12-03"] as const;
const vllm10 = ['"vLLM v0.10.0"', "compshareImage-17utkv3juc5a", "2025-08-05"] as const;
const vllm12 = ['"vLLM v0.12.0"', "compshareImage-1pv2luuyhfr1", "2026-01-06"] as const;

test("the texts that the pages quote are those that are told", () => {
  const { pins } = messages().images;
  expect(prose(page)).toContain(`\`${pins.newer("…")}\``);
  const [first, moves] = codeBlocks(page, "text");
  expect(first).toBe(`${pins.named("base", pins.pins(pins.dated(...newest)))}\n`);
  const ten = pins.versioned(pins.dated(...vllm10), "0.10.0");
  const twelve = pins.versioned(pins.dated(...vllm12), "0.12.0");
  expect(moves?.trimEnd().split("\n")).toEqual([
    pins.named("base", pins.moves(pins.dated(...newest), pins.dated(...older))),
    pins.named("base", pins.moves(ten, twelve)),
  ]);
});

test("the images that the pages quote are those of the simulator's catalogue", async () => {
  const simulator = await startSimulator();
  const context = { ...quietContext, catalogue: openCatalogue(simulator), scope: {} };
  const signal = new AbortController().signal;
  const found = [];
  for (const [, id] of [newest, older, vllm10, vllm12]) {
    const { name, publishedAt } = await runFunction("getCompShareImage", { id }, () => context, signal);
    found.push([`"${String(name)}"`, id, String(publishedAt).slice(0, 10)]);
  }
  await simulator.close();
  expect(found).toEqual([newest, older, vllm10, vllm12]);
});

test("the difference that the pages show has the members of the input that the plugin adds", () => {
  const [, , difference = ""] = codeBlocks(page, "text");
  const shown = [...difference.matchAll(/~ (\w+) *: /g)].map(([, name]) => name);
  const pinned = readPinned({
    [pinnedInput]: { imageId: "i", name: "n", publishedAt: "2026-01-01T00:00:00Z", version: "1.0.0" },
  });
  expect(shown).toEqual([pinnedInput, ...Object.keys(pinned ?? {}).toSorted()]);
});

test("the pages name every policy, and every input and output that only a pin has", () => {
  const own = [...Object.keys(imagePinOutputs.shape), "policy", "keepers"].filter((name) =>
    ["imageId", "status", "newerAvailable", "warnings", "policy", "keepers"].includes(name),
  );
  for (const file of [page, chinese])
    expect(codeWords(prose(file))).toEqual(expect.arrayContaining([...own, "hold", "follow", "withinRange"]));
});

test("what takes the place of an argument of ucloud.getImages is an input of a pin", () => {
  const rows = table(page, "From ucloud.getImages");
  const inputs = Object.keys(imagePinInputs.shape);
  const ours = rows.flatMap(([, cell = ""]) => codeWords(cell).slice(0, 1));
  expect(ours).toHaveLength(7);
  expect(ours.filter((name) => !inputs.includes(name))).toEqual([]);
});
