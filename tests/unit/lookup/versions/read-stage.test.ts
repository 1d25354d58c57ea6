import { expect, test } from "@jest/globals";
import { readRange } from "../../../../provider/lookup/versions/read-range.ts";
import { readVersion } from "../../../../provider/lookup/versions/read-version.ts";

const read = (text: string): string | undefined => readVersion(text)?.text;

test.each([
  ["2.0.0.post1", "2.0.0.post1"],
  ["2.0post1", "2.0.0.post1"],
  ["2.0-post2", "2.0.0.post2"],
  ["2.0_post_2", "2.0.0.post2"],
  ["2.0.post", "2.0.0.post0"],
  ["2.0.rev3", "2.0.0.post3"],
  ["2.0r3", "2.0.0.post3"],
  ["0.5.6.post1", "0.5.6.post1"],
  ["2.0-hotfix1", "2.0.0.post1"],
  ["2.0-patch2", "2.0.0.post2"],
  ["v1.2-fix", "1.2.0.post0"],
  ["v1.2修复版", "1.2.0.post0"],
  ["v1.2 补丁版2", "1.2.0.post2"],
  ["2.0-post", "2.0.0.post0"],
  ["2.0_post", "2.0.0.post0"],
  ["2.0rc1-post", "2.0.0rc1.post0"],
  ["2.0.r4", "2.0.0.post4"],
  ["2.0-r1", "2.0.0.post1"],
  ["2.0_r4", "2.0.0.post4"],
  ["v2.0-R1", "2.0.0.post1"],
  ["2.0rc1-r1", "2.0.0rc1.post1"],
  ["2.0rc_1rev2", "2.0.0rc1.post2"],
  ["2.0a1rev2", "2.0.0a1.post2"],
  ["2.0-r1+cu121", "2.0.0.post1"],
  ["2.0-r1.dev2", "2.0.0.post1.dev2"],
])("%j is a post-release: %s (V3)", (text, version) => {
  expect(read(text)).toBe(version);
});

test.each([
  ["2.0beta", "2.0.0-beta"],
  ["2.0 beta", "2.0.0-beta"],
  ["2.0-beta", "2.0.0-beta"],
  ["2.0.beta", "2.0.0-beta"],
  ["2.0_Beta2", "2.0.0-beta.2"],
  ["2.0 Beta 2", "2.0.0-beta.2"],
  ["2.0（beta）", "2.0.0-beta"],
  ["1.0.0-beta.2", "1.0.0-beta.2"],
  ["1.0.0-beta.2.3", "1.0.0-beta.2.3"],
  ["1.0.0-rc.1.x2", "1.0.0-rc.1.x2"],
  ["2.13.0rc1", "2.13.0-rc.1"],
  ["2.13rc1", "2.13.0-rc.1"],
  ["2.13RC12", "2.13.0-rc.12"],
  ["2.13-rc1", "2.13.0-rc.1"],
  ["2.13.0rc0", "2.13.0-rc"],
  ["2.0c1", "2.0.0-rc.1"],
  ["2.0-c1", "2.0.0-rc.1"],
  ["2.0_c12", "2.0.0-rc.12"],
  ["2.0.c1", "2.0.0-rc.1"],
  ["2.0-C1", "2.0.0-rc.1"],
  ["2.0-c1.post2", "2.0.0rc1.post2"],
  ["2.0-c1-dev3", "2.0.0rc1.dev3"],
  ["2.0.c1.r2", "2.0.0rc1.post2"],
  ["2.0-c1+cu121", "2.0.0-rc.1"],
  ["2.0a1", "2.0.0-alpha.1"],
  ["2.0b1", "2.0.0-beta.1"],
  ["2.0.b1", "2.0.0-beta.1"],
  ["2.0-a.1", "2.0.0-a.1"],
  ["2.0alpha", "2.0.0-alpha"],
  ["2.0α", "2.0.0-alpha"],
  ["2.13.0_preview-07", "2.13.0-preview.7"],
  ["2.0 preview", "2.0.0-preview"],
  ["2.0-pre-release", "2.0.0-pre"],
  ["2.0 release candidate 3", "2.0.0-rc.3"],
  ["2.0 nightly", "2.0.0-nightly"],
  ["2.0-nightly20250612", "2.0.0-nightly.20250612"],
  ["2.0-SNAPSHOT", "2.0.0-snapshot"],
  ["2.0-canary", "2.0.0-canary"],
  ["2.0test", "2.0.0-beta"],
  ["2.0-ea", "2.0.0-preview"],
  ["2.13.dev3", "2.13.0.dev3"],
  ["2.13dev", "2.13.0.dev0"],
  ["2.13.0-dev.3", "2.13.0-dev.3"],
  ["2.13.0-dev", "2.13.0-dev"],
  ["0.11.0rc2.dev10+g1234abc.cu129", "0.11.0rc2.dev10"],
  ["1.0a2.post3", "1.0.0a2.post3"],
  ["1.0.post2.dev3", "1.0.0.post2.dev3"],
  ["2.3.0a0+6ddf5cf85e.nv24.04", "2.3.0-alpha"],
  ["2.0-beta-20250612", "2.0.0-beta.20250612"],
  ["3.4.0-177rc1", "3.4.0-177-rc.1"],
])("%j is a pre-release: %s (V4)", (text, version) => {
  expect(read(text)).toBe(version);
});

test.each([
  ["1.0测试版", "1.0.0-beta"],
  ["1.0 测试版", "1.0.0-beta"],
  ["1.0-测试版2", "1.0.0-beta.2"],
  ["1.0测试", "1.0.0-beta"],
  ["1.0測試版", "1.0.0-beta"],
  ["2.0内测版", "2.0.0-alpha"],
  ["2.0（内测）", "2.0.0-alpha"],
  ["2.0封测", "2.0.0-alpha"],
  ["2.0公测", "2.0.0-beta"],
  ["2.0公测版3", "2.0.0-beta.3"],
  ["2.0预览版", "2.0.0-preview"],
  ["2.0技术预览版", "2.0.0-preview"],
  ["2.0先行版", "2.0.0-preview"],
  ["2.0抢先版", "2.0.0-preview"],
  ["2.0抢先体验版", "2.0.0-preview"],
  ["2.0体验版", "2.0.0-preview"],
  ["2.0尝鲜版", "2.0.0-preview"],
  ["2.0候选版1", "2.0.0-rc.1"],
  ["2.0开发版", "2.0.0.dev0"],
  ["2.0每夜版", "2.0.0-nightly"],
  ["测试版1.0", "1.0.0-beta"],
  ["内测版 v2", "2.0.0-alpha"],
  ["Beta 1.2", "1.2.0-beta"],
  ["dev-1.2", "1.2.0.dev0"],
  ["α1.0", "1.0.0-alpha"],
  ["2.0beta版", "2.0.0-beta"],
  ["V2（测试）", "2.0.0-beta"],
])("%j is a pre-release in Chinese, or with the word in front: %s (V4)", (text, version) => {
  expect(read(text)).toBe(version);
});

test.each([
  ["1.0测试环境", "1.0.0"],
  ["1.0开发环境", "1.0.0"],
  ["1.0体验优化", "1.0.0"],
  ["2.1 pre-trained", "2.1.0"],
  ["2.1 pretrained", "2.1.0"],
  ["12.4.1-devel", "12.4.1"],
  ["24.04-py3", "24.4.0"],
  ["2.5.0+cu121", "2.5.0"],
  ["2.5.0-cu121", "2.5.0"],
  ["1.0-a", "1.0.0"],
  ["2.2-A14B", "2.2.0"],
  ["1.0-A100", "1.0.0"],
  ["1.0-C1-7B", "1.0.0"],
  ["1.0-c1x", "1.0.0"],
  ["1.0-B200", "1.0.0"],
])("%j is no pre-release: %s", (text, version) => {
  expect(read(text)).toBe(version);
});

test.each([
  ["2.5-post-training", "2.5.0"],
  ["3.1-R1-7B", "3.1.0"],
  ["3.1-r1x", "3.1.0"],
])("%j is no post-release: %s", (text, version) => {
  expect(read(text)).toBe(version);
});

test.each([
  ["2.0-c1", ">=2.0.0-rc.1"],
  ["2.0-post", ">=2.0.0.post0"],
  ["2.0_post", ">=2.0.0.post0"],
  ["2.0-r1", ">=2.0.0.post1"],
  ["2.0_r4", ">=2.0.0.post4"],
])("%j in a range is what it is in a version name: %s", (text, range) => {
  expect(readRange(`>=${text}`)?.text).toBe(range);
  expect(readRange(`>=${text} <3`)?.text).toBe(`${range} <3`);
});

test.each([
  ["v2.0-cu121-beta", "2.0.0-beta"],
  ["2.0-py312-rc1", "2.0.0-rc.1"],
  ["2.0 4090 测试版", "2.0.0-beta"],
  ["2.0-gpu-rc1", "2.0.0-rc.1"],
  ["v2.0-A100-80G", "2.0.0"],
])("what a version runs on is read over: %j is %s", (text, version) => {
  expect(read(text)).toBe(version);
});
