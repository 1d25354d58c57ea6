import { expect, test } from "@jest/globals";
import {
  endOfGpu,
  isGpuAt,
  isGpuModel,
  isGpuNumber,
} from "../../../../provider/lookup/versions/gpu-names.ts";

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

test.each<[readonly string[], number, boolean]>([
  [["4090"], 0, true],
  [["910", "b", "3"], 0, true],
  [["910", "c"], 0, true],
  [["310", "p", "3"], 0, true],
  [["910"], 0, false],
  [["910", "a", "0"], 0, false],
  [["910", " ", "b"], 0, false],
  [["pro", " ", "6000"], 2, true],
  [["pro", "-", "4500"], 2, true],
  [["pro", "6000"], 1, true],
  [["max", " ", "6000"], 2, false],
  [["6000"], 0, false],
  [["pro", " ", "3000"], 2, false],
])("in %j the digits at %i are the name of a GPU: %s", (tokens, at, expected) => {
  expect(isGpuAt(tokens, at)).toBe(expected);
});

test.each<[readonly string[], number]>([
  [["4090", "-", "rc"], 1],
  [["4090", "d", "-"], 2],
  [["4090", "d", "2"], 2],
  [["910", "b", "3", "-"], 3],
  [["910", "b", "-"], 2],
])("of %j the GPU's name ends at %i", (tokens, end) => {
  expect(endOfGpu(tokens, 0)).toBe(end);
});
