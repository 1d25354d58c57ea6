import { expect, test } from "@jest/globals";
import { isGpuModel, isGpuNumber } from "../../../../provider/lookup/versions/gpu-names.ts";

test.each([
  ["1080", true],
  ["1660", true],
  ["2080", true],
  ["3060", true],
  ["4090", true],
  ["5090", true],
  ["04090", true],
  ["00004090", true],
  ["000004090", false],
  ["2025", false],
  ["4040", false],
  ["40900", false],
  ["14090", false],
  [undefined, false],
])("%s is the number of a GPU: %s", (digits, expected) => {
  expect(isGpuNumber(digits)).toBe(expected);
});

test.each([
  [["a", "100"], true],
  [["h", "20"], true],
  [["l", "40", "s"], true],
  [["gb", "200"], true],
  [["mi", "300", "x"], true],
  [["mi", "12345678"], true],
  [["mi", "123456789"], false],
  [["a", "2"], false],
  [["v", "1"], false],
  [["a", "-", "100"], false],
  [["a"], false],
  [[], false],
])("the tokens %j begin with a GPU's model: %s", (tokens, expected) => {
  expect(isGpuModel(tokens, 0)).toBe(expected);
});

test("a model is looked for at the token that is asked about", () => {
  const tokens = ["v", "1", "-", "a", "100"];
  expect(isGpuModel(tokens, 3)).toBe(true);
  expect(isGpuModel(tokens, 4)).toBe(false);
});
