import { expect, test } from "@jest/globals";
import { imagePinInputs, imagePinOutputs } from "../../../provider/contract/image-pin.ts";
import { messages } from "../../../provider/messages/messages.ts";
import { codeBlocks, codeWords, headings, prose, read, table } from "../../support/docs/documents.ts";

const page = "docs/pinning.md";
const chinese = "docs/pinning.zh-CN.md";

test("both pages show the same programs, commands and output", () => {
  for (const language of ["yaml", "sh", "text"])
    expect(codeBlocks(chinese, language)).toEqual(codeBlocks(page, language));
  expect(headings(chinese)).toHaveLength(headings(page).length);
});

test("the pages show no program that no test runs", () => {
  // tests/engine/pin-docs.test.ts runs every block of YAML and every command.
  for (const file of [page, chinese, "docs/choosing.md"]) {
    const languages = [...read(file).matchAll(/^```(\w+)$/gm)].map(([, language]) => language);
    expect(languages.filter((language) => !["yaml", "sh", "text"].includes(language ?? ""))).toEqual([]);
  }
  expect(codeBlocks("docs/choosing.md", "yaml")).toEqual([]);
});

test("the texts that the pages quote are those that are told", () => {
  const { pins } = messages().images;
  expect(prose(page)).toContain(`\`${pins.newer("…")}\``);
  const old = pins.dated('"cuda132_torch2130_py312"', "compshareImage-1t1vuerl80np", "2026-06-30");
  const next = pins.dated('"cuda128_torch291_py312"', "compshareImage-1minbz219ceq", "2025-12-03");
  expect(codeBlocks(page, "text")).toEqual([`${pins.moves(old, next)}\n`]);
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
