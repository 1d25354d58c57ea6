import { expect, test } from "@jest/globals";
import { readQueryWords } from "../../../cli/annotations/query-words.ts";
import { queryInputs } from "../../../cli/query-flags.ts";

test.each([
  ["tags", "tags", "pytorch, 深度学习", ["pytorch", "深度学习"]],
  ["statuses", "statuses", "Available, Offline", ["Available", "Offline"]],
  ["statuses", "statuses", "", []],
  ["maxPrice", "max-price", "0.5", 0.5],
  ["maxPrice", "max-price", " ", " "],
  ["version", "version", "12", "12"],
  ["source", "source", "community", "community"],
])("%s is read alike in an annotation and after its flag --%s: '%s'", (name, flag, given, value) => {
  expect(readQueryWords(`${name}='${given}'`)).toEqual({ values: { [name]: value } });
  expect(queryInputs({ [flag]: Array.isArray(value) ? [given] : given })).toEqual({ [name]: value });
});
