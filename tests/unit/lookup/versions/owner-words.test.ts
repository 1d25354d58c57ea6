import { expect, test } from "@jest/globals";
import {
  endsProducts,
  mayOwn,
  ownerOfHan,
  ownerOfLetters,
} from "../../../../provider/lookup/versions/owner-words.ts";

test.each([
  ["cuda", "cuda"],
  ["cudnn", "driver"],
  ["rocm", "cuda"],
  ["py", "python"],
  ["ubuntu", "os"],
  ["rtx", "gpu"],
  ["sm", "other"],
  ["torch", "framework"],
  ["transformers", "library"],
  ["comfyuipython", "python"],
  ["webuicuda", "cuda"],
  ["myubuntu", "os"],
  ["mywindows", "os"],
  ["pythonic", undefined],
  ["windowsill", undefined],
  ["happy", undefined],
  ["comfyui", undefined],
  ["constructor", undefined],
])("the number behind %s is of: %s", (letters, owner) => {
  expect(ownerOfLetters(letters)).toBe(owner);
});

test.each([
  ["驱动", "driver"],
  ["驱动程序版本号", "driver"],
  ["银河麒麟", "os"],
  ["操作系统", "os"],
  ["昇腾", "gpu"],
  ["算力", "other"],
  ["驱动精灵", undefined],
  ["昇腾镜像", undefined],
  ["镜像", undefined],
])("the number behind %s is of: %s", (han, owner) => {
  expect(ownerOfHan(han)).toBe(owner);
});

test.each([
  ["cuda", ["7", "5"], true],
  ["cuda", ["12"], true],
  ["cuda", ["6", "5"], false],
  ["python", ["2", "7"], true],
  ["python", ["3", "12"], true],
  ["python", ["1", "5"], false],
  ["python", ["4"], false],
  ["os", ["5"], true],
  ["os", ["22", "04"], true],
  ["os", ["4", "9"], false],
  ["gpu", ["300"], true],
  ["gpu", ["910"], true],
  ["gpu", ["299"], false],
  ["gpu", ["910", "1"], false],
  ["framework", ["0", "1"], true],
  ["library", ["1"], true],
] as const)(
  "where the word alone does not say so, the number of %s can be %j: %s",
  (owner, numbers, expected) => {
    expect(mayOwn(owner, numbers)).toBe(expected);
  },
);

test.each([
  ["python", true],
  ["cuda", true],
  ["py", false],
  ["torch", false],
])("names of products end in %s: %s", (letters, expected) => {
  expect(endsProducts(letters)).toBe(expected);
});
