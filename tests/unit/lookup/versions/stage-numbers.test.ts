import { expect, test } from "@jest/globals";
import { imageVersion } from "../../../../provider/lookup/versions/image-version.ts";
import { isInRange } from "../../../../provider/lookup/versions/range.ts";
import { readRange } from "../../../../provider/lookup/versions/read-range.ts";
import { endsNumber } from "../../../../provider/lookup/versions/read-stage.ts";
import { readVersion } from "../../../../provider/lookup/versions/read-version.ts";
import { tokensOf } from "../../../../provider/lookup/versions/tokens.ts";

const read = (text: string): string | undefined => readVersion(text)?.text;

test.each([
  ["2.0rc1-dev.3", "2.0.0rc1.dev3"],
  ["2.0.post1-dev.3", "2.0.0.post1.dev3"],
  ["2.0.dev3-rc.1", "2.0.0.dev3"],
  ["2.0rc1-beta2", "2.0.0-rc.1"],
  ["2.0-rc1-preview", "2.0.0-rc.1"],
])("semver's words count as such only directly behind the numbers: %j is %s", (text, version) => {
  expect(read(text)).toBe(version);
});

test.each([
  ["2.0.post.1", "2.0.0.post1"],
  ["2.0.c.1", "2.0.0-rc.1"],
  ["2.0b.1", "2.0.0-beta.1"],
  ["2.0-beta 2", "2.0.0-beta.2"],
  ["2.0-a-1", "2.0.0-alpha.1"],
  ["2.0-b1", "2.0.0-beta.1"],
  ["2.0-dev-3", "2.0.0.dev3"],
  ["2.0 beta 123", "2.0.0-beta.123"],
  ["2.0nightly.20250612", "2.0.0-nightly.20250612"],
  ["2.0rc1.2", "2.0.0-rc.1.2"],
  ["2.0rc1.2.3", "2.0.0-rc.1.2.3"],
  ["2.0rc00", "2.0.0-rc"],
  ["2.0rc1x64", "2.0.0-rc.1"],
  ["2.0a10", "2.0.0-alpha.10"],
  ["2.0.a10", "2.0.0-alpha.10"],
  ["1.0测试版 4090", "1.0.0-beta"],
])("a stage takes its own number: %j is %s", (text, version) => {
  expect(read(text)).toBe(version);
});

test.each([
  ["1.0.0-alpha.beta", "1.0.0-alpha.beta"],
  ["2.0-rc.x1", "2.0.0-rc.x1"],
  ["ComfyUI 2.0-rc.1.", "2.0.0-rc.1"],
  ["1.0-a.safetensors", "1.0.0"],
  ["1.0-a.", "1.0.0"],
])("identifiers of semver are letters and digits: %j is %s", (text, version) => {
  expect(read(text)).toBe(version);
});

test.each([
  ["2.0 beta 7B", "2.0.0-beta"],
  ["2.0-beta-7B", "2.0.0-beta"],
  ["2.0-beta-24gb", "2.0.0-beta"],
  ["2.0 beta 8卡", "2.0.0-beta"],
  ["2.0 beta 24 GB", "2.0.0-beta"],
  ["2.0 beta 4090", "2.0.0-beta"],
  ["2.0-preview-4090", "2.0.0-preview"],
  ["2.0 beta 2025", "2.0.0-beta"],
  ["2.0 beta 1.5", "2.0.0-beta"],
  ["1.0测试版合集2", "1.0.0-beta"],
])("a number of something else is not the stage's: %j is %s", (text, version) => {
  expect(read(text)).toBe(version);
});

test.each([
  ["SD 1.5 Unstable Diffusion", "1.5.0"],
  ["2.1-pre-trained", "2.1.0"],
  ["2.1-pre trained", "2.1.0"],
  ["2.0-A10-24G", "2.0.0"],
  ["2.0_a10", "2.0.0"],
  ["CLIP 1.0-b32quickgelu", "1.0.0"],
  ["1.0-b7ns", "1.0.0"],
  ["ComfyUI v1.0含beta插件", "1.0.0"],
])("%j is a release: %s", (text, version) => {
  expect(read(text)).toBe(version);
});

test.each([
  ["2.0-pre", "2.0.0-pre"],
  ["2.0-pre+cu121", "2.0.0-pre"],
  ["2.0版beta", "2.0.0-beta"],
  ["2.0版 beta2", "2.0.0-beta.2"],
])("%j is a pre-release: %s", (text, version) => {
  expect(read(text)).toBe(version);
});

test.each([
  ["SGLang 0.5.6.post", "0.5.6.post0"],
  ["SGLang 0.5.6post", "0.5.6.post0"],
  ["SGLang 0.5.6-post", "0.5.6"],
  ["ComfyUI 2.0r3", "2.0.0.post3"],
  ["ComfyUI 2.0.r3", "2.0.0.post3"],
  ["ComfyUI 2.0-r3", "2.0.0"],
  ["ComfyUI 2.0c1", "2.0.0-rc.1"],
  ["ComfyUI 2.0-c1", "2.0.0"],
  ["Qwen 1.8B 2 in 1", undefined],
])("in a name a letter behind a hyphen is a model's: %j is %s", (name, version) => {
  expect(imageVersion({ name, imageType: "App" })?.text).toBe(version);
});

test.each([
  ["8 bit", undefined],
  ["64 bits", undefined],
  ["2 GPU", undefined],
  ["2 gpus", undefined],
  ["4 step LoRA", undefined],
  ["8 steps", undefined],
  ["60 fps", undefined],
  ["24 GiB", undefined],
  ["v2.1 Footsteps", "2.1.0"],
  ["v2 bitsandbytes", "2.0.0"],
])("a number with a measure behind it is no version: %j is %s", (text, version) => {
  expect(read(text)).toBe(version);
});

test.each([
  ["5版", true],
  ["5版本", true],
  ["5测试版", true],
  ["5卡版", false],
  ["5位", false],
  ["5.", true],
  ["5b", false],
  ["5beta", true],
  ["5rc1", true],
  ["5lts", true],
  ["5×", false],
  ["5%", false],
])("the number of %j ends as a version's: %s", (text, expected) => {
  expect(endsNumber(tokensOf(text), 1)).toBe(expected);
});

test.each([
  ["2.0rc-1", ">=2.0.0-rc.1"],
  ["2.0rc.1", ">=2.0.0-rc.1"],
  ["2.0_beta_2", ">=2.0.0-beta.2"],
  ["2.0post-1", ">=2.0.0.post1"],
])("%j in a range is a version with its number: %s", (text, range) => {
  expect(readRange(`>=${text}`)?.text).toBe(range);
});

test.each([
  ["2.5", true],
  ["1.5", false],
])("in a range a space ends the version, so that >=1.0beta 2 holds %s: %s", (version, expected) => {
  const range = readRange(">=1.0beta 2");
  expect(range !== undefined && isInRange(readVersion(version), range)).toBe(expected);
});
