import { expect, test } from "@jest/globals";
import { readRange } from "../../../../provider/lookup/versions/read-range.ts";
import { readVersion } from "../../../../provider/lookup/versions/read-version.ts";

const read = (text: string): string | undefined => readVersion(text)?.text;
const range = (text: string): string | undefined => readRange(text)?.text;

test.each([
  ["2.0-A100-beta", "2.0.0-beta"],
  ["1.2-H20-rc1", "1.2.0-rc.1"],
  ["1.0-L40S-beta", "1.0.0-beta"],
  ["1.0-4090-rc2", "1.0.0-rc.2"],
  ["1.0-4090D-beta", "1.0.0-beta"],
  ["1.0-910B3", "1.0.0"],
  ["1.0-910B3-beta", "1.0.0-beta"],
  ["1.0-910B-rc1", "1.0.0-rc.1"],
  ["1.0-310P3-beta", "1.0.0-beta"],
  ["1.0-PRO-6000", "1.0.0"],
  ["1.0-pro6000-beta", "1.0.0-beta"],
  ["1.0 RTX PRO 6000 beta", "1.0.0-beta"],
  ["1.0-910", "1.0.0-910"],
  ["1.0-6000", "1.0.0-6000"],
  ["2.0-gpu-rc1", "2.0.0-rc.1"],
  ["2.0-arm64-beta", "2.0.0-beta"],
  ["1.4-amd64-rc2", "1.4.0-rc.2"],
  ["2.0-cuda-beta", "2.0.0-beta"],
  ["2.0-cuda-12-beta", "2.0.0-beta"],
  ["2.0-ubuntu-rc1", "2.0.0-rc.1"],
  ["2.0-ubuntu22.04-rc1", "2.0.0-rc.1"],
  ["2.0-cu121.rc1", "2.0.0-rc.1"],
  ["2.0-py3-beta", "2.0.0-beta"],
  ["2.7.0-cann8.2.RC1-beta", "2.7.0-beta"],
  ["2.9.0-py3.14.0rc2-beta", "2.9.0-beta"],
  ["2.0-Pro-beta", "2.0.0-beta"],
])("what the software runs on is read over between a version and its stage: %s is %s", (text, version) => {
  expect(read(text)).toBe(version);
});

test.each([
  // The pre-release behind a framework or a library is theirs.
  ["1.2.0-torch2.9.0-rc1", "1.2.0"],
  ["1.2.0-transformers4.57-beta", "1.2.0"],
  ["1.2.0-comfy-beta", "1.2.0"],
  ["1.4.0-py3.12.tar-rc1", "1.4.0"],
  // A build of semver, and PEP 440's local version, go to the end.
  ["2.5.0+cu121-beta", "2.5.0"],
])("the first thing behind a version that is unknown ends it: %s is %s", (text, version) => {
  expect(read(text)).toBe(version);
});

test.each([
  ["2.0--beta", "2.0.0-beta"],
  ["2.0- beta", "2.0.0-beta"],
  ["2.0_(beta)", "2.0.0-beta"],
  ["2.0 (rc 1)", "2.0.0-rc.1"],
  ["2.0【beta】", "2.0.0-beta"],
  ["2.0·beta", "2.0.0-beta"],
])("punctuation may stand before a pre-release: %s is %s", (text, version) => {
  expect(read(text)).toBe(version);
});

test.each([
  ["3.4.0-1773428777", "3.4.0-1773428777"],
  ["3.4.0-1-2-3", "3.4.0-1.2.3"],
  ["2.0-beta-20250612", "2.0.0-beta.20250612"],
  ["2.0-rc1-5", "2.0.0-rc.1.5"],
  ["2.0_250612", "2.0.0-250612"],
  ["2.0_25061", "2.0.0"],
  ["2.0 20250612", "2.0.0"],
  ["2.0-4090", "2.0.0"],
  // A model of a GPU has no dot.
  ["2.0-4090.1", "2.0.0-4090.1"],
  ["2.0-7B", "2.0.0"],
  // Nothing counts behind the number of a post-release or a dev-release.
  ["2.0.post1-5", "2.0.0.post1"],
  ["2.0.dev1-5", "2.0.0.dev1"],
])("numbers behind a version count by their form: %s is %s", (text, version) => {
  expect(read(text)).toBe(version);
});

test.each([
  ["2.5.0+cu121", "2.5.0"],
  ["2.5.0+cu121.1-2_3", "2.5.0"],
  [">=2.5.0+cu121.beta <3", ">=2.5.0 <3"],
  ["2.5.0rc1+g1234abc", "2.5.0-rc.1"],
  ["2.5.0-5+20250612", "2.5.0-5"],
])("a range reads over a build: %s is %s", (text, expected) => {
  expect(range(text)).toBe(expected);
});

test.each([
  "2.0.0+",
  "2.0.0+ cu121",
  "2.0.0+.5",
  "2.0.0+-5",
  "2.0.0+_5",
  "2.0.0-+5",
  "2.0·beta",
  "2.0:beta",
  "2.0,beta",
  "2.0~rc1",
  "2.0|beta",
  "2.0(beta)",
  "2.0- beta",
  "2.0--beta",
  "2.0-cu121",
  "2.0-cu121-beta",
  "2.0-A100",
  "2.0-4090",
  "2.0-gpu",
  "2.0-Pro",
  "2.0.post1-5",
  "2.0.dev1-5",
])("in a range nothing unknown may stand: %s", (text) => {
  expect(range(text)).toBeUndefined();
});
