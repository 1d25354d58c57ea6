import { expect, test } from "@jest/globals";
import { imageVersion } from "../../../../provider/lookup/versions/image-version.ts";
import { readVersion } from "../../../../provider/lookup/versions/read-version.ts";

const read = (text: string): string | undefined => readVersion(text)?.text;

test.each([
  ["Beta v1.2", "1.2.0-beta"],
  ["Beta: 1.2", "1.2.0-beta"],
  ["Beta (1.2)", "1.2.0-beta"],
  ["RC: v1.2", "1.2.0-rc"],
  ["测试版1.0", "1.0.0-beta"],
  ["测试版：1.0", "1.0.0-beta"],
  ["内测 1.0", "1.0.0-alpha"],
  ["开发版1.0", "1.0.0.dev0"],
  ["dev-1.0", "1.0.0.dev0"],
  // Letters that need a number behind them are no part of a version.
  ["A 1.2", "1.2.0"],
  ["B-2.0", "2.0.0"],
  ["c 1.0", "1.0.0"],
  ["R 4.3", "4.3.0"],
  ["rev 4.3", "4.3.0"],
  ["hotfix 4.3.1", "4.3.1"],
  ["补丁版4.3.1", "4.3.1"],
])("a word in front: %s is %s", (text, version) => {
  expect(read(text)).toBe(version);
});

const named = (name: string): string | undefined => imageVersion({ name, imageType: "App" })?.text;

test.each([
  ["ComfyUI Beta 1.2", "1.2.0-beta"],
  ["ComfyUI 测试版 1.2", "1.2.0-beta"],
  ["FLUX.1-dev v2.0", "2.0.0"],
  ["Stress-Test 1.2", "1.2.0"],
  ["SDXL-Trial: 1.2", "1.2.0"],
])("a word in front in a name: %s is %s", (name, version) => {
  expect(named(name)).toBe(version);
});

const withVersionName = (versionName: string): string | undefined =>
  imageVersion({ name: "FaceFusion 3.6.1", versionName, imageType: "App" })?.text;

test.each([
  ["内测版", "3.6.1-alpha"],
  ["内测", "3.6.1-alpha"],
  ["【公测版】", "3.6.1-beta"],
  ["rc1", "3.6.1-rc.1"],
  ["-RC.2", "3.6.1-rc.2"],
  ["rc0", "3.6.1-rc"],
  ["rc00", "3.6.1-rc"],
  ["rc01", "3.6.1-rc.1"],
  ["(beta)", "3.6.1-beta"],
  ["beta 版", "3.6.1-beta"],
  ["测试版2", "3.6.1-beta.2"],
  ["dev", "3.6.1.dev0"],
  ["dev3", "3.6.1.dev3"],
  ["开发版", "3.6.1.dev0"],
  ["🔥测试版", "3.6.1-beta"],
  ["测试版！", "3.6.1-beta"],
  ["中文测试版", "3.6.1-beta"],
  ["beta测试版", "3.6.1-beta"],
  ["Public Beta", "3.6.1-beta"],
  ["pre-release", "3.6.1-pre"],
  ["Pre-Release 2", "3.6.1-pre.2"],
  ["Nightly Build", "3.6.1-nightly"],
  ["Release Candidate", "3.6.1-rc"],
])("a version name that is a word for a pre-release and nothing else: %s makes it %s", (text, version) => {
  expect(withVersionName(text)).toBe(version);
});

test.each([
  "",
  "beta full",
  "beta 2 公开",
  "beta rc test",
  "beta1-beta2",
  "公开 beta",
  "内测群",
  "公测版本说明",
  "测试环境",
  "B200",
  "r",
  "修复版",
  "hotfix",
  "stable",
  "整合包",
])("a version name that says anything else leaves the version of the name as it is: %s", (text) => {
  expect(withVersionName(text)).toBe("3.6.1");
});
