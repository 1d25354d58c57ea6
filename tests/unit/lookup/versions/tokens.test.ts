import { expect, test } from "@jest/globals";
import {
  hasDigits,
  isDigits,
  isHan,
  isLetters,
  isOneOf,
  tokensOf,
} from "../../../../provider/lookup/versions/tokens.ts";

test.each([
  ["", []],
  [" ", []],
  ["v2.0-RC1", ["v", "2", ".", "0", "-", "rc", "1"]],
  ["  2.0 ", ["2", ".", "0"]],
  ["镜像 2版", ["镜像", " ", "2", "版"]],
  ["2.0\tbeta", ["2", ".", "0", " ", "beta"]],
  ["2.0 \t\n beta", ["2", ".", "0", " ", "beta"]],
  ["2.0  beta", ["2", ".", "0", " ", "beta"]],
  ["2.0\u3000beta", ["2", ".", "0", " ", "beta"]],
  ["\u200b 2.0 \ufeff", ["2", ".", "0"]],
  ["2\u00ad.\u20600", ["2", ".", "0"]],
  ["Ｖ２．０", ["v", "2", ".", "0"]],
  ["2.0（Ｂｅｔａ）", ["2", ".", "0", "(", "beta", ")"]],
  ["1–2—3−4‐5", ["1", "-", "2", "-", "3", "-", "4", "-", "5"]],
  ["1。2｡3·4", ["1", ".", "2", ".", "3", ".", "4"]],
  ["镜像。2", ["镜像", "。", "2"]],
  ["2.0測試開發", ["2", ".", "0", "测试开发"]],
  ["２²", ["2", "²"]],
  ["Ünïcode α2", ["ünïcode", " ", "α", "2"]],
  ["한국어2", ["한국어", "2"]],
])("%j is cut into %j", (text, tokens) => {
  expect(tokensOf(text)).toEqual(tokens);
});

test.each([
  ["v2", true],
  ["ｖ２", true],
  ["v²", false],
  ["第三版", false],
  ["", false],
])("%j has digits: %s", (text, expected) => {
  expect(hasDigits(text)).toBe(expected);
});

test.each([
  ["0", "digits"],
  ["9", "digits"],
  ["20250612", "digits"],
  ["a", "letters"],
  ["z", "letters"],
  ["beta", "letters"],
  ["é", "letters"],
  ["α", "letters"],
  ["版", "han"],
  ["の", "han"],
  ["々", "han"],
  ["/", "other"],
  [":", "other"],
  ["`", "other"],
  ["{", "other"],
  ["\u007f", "other"],
  ["×", "other"],
  ["²", "other"],
  ["、", "other"],
  ["。", "other"],
  ["，", "other"],
  [undefined, "other"],
])("the token %j is of the kind %s", (token, kind) => {
  expect([isDigits(token), isLetters(token), isHan(token)]).toEqual([
    kind === "digits",
    kind === "letters",
    kind === "han",
  ]);
});

test.each([
  ["-", true],
  [".", true],
  ["+", false],
  ["-_", false],
  ["", false],
  [undefined, false],
])("%j is one of the characters -_.: %s", (token, expected) => {
  expect(isOneOf("-_.", token)).toBe(expected);
});
