import { expect, test } from "@jest/globals";
import { suggestedLanguage } from "../../../provider/settings/suggest-language.ts";

test.each([
  ["nothing says anything", {}, undefined, "en"],
  ["the locale is Chinese", { LANG: "zh_CN.UTF-8" }, undefined, "zh"],
  ["LC_ALL comes before LANG", { LC_ALL: "C", LANG: "zh_CN.UTF-8" }, undefined, "en"],
  ["the CLI comes before the locale", { LANG: "en_US.UTF-8" }, '{"language": "zh"}', "zh"],
  ["the CLI's language is a locale's name", {}, '{"language": "zh-CN"}', "zh"],
  ["COMPSHARE_LANG comes before the CLI", { COMPSHARE_LANG: "en" }, '{"language": "zh"}', "en"],
  ["COMPSHARE_LANG is empty", { COMPSHARE_LANG: "" }, '{"language": "zh"}', "zh"],
  ["the CLI's file cannot be read", { LANG: "zh_TW" }, "{", "zh"],
  ["the CLI's file says nothing of a language", { LANG: "zh" }, '{"profiles": {}}', "zh"],
  ["a language only begins like Chinese", { LANG: "zhx_XX" }, undefined, "en"],
] as const)("when %s", (_case, environment, file, language) => {
  expect(suggestedLanguage(environment, file)).toBe(language);
});
