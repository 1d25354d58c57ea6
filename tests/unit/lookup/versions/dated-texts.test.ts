import { expect, test } from "@jest/globals";
import { readVersion } from "../../../../provider/lookup/versions/read-version.ts";

const read = (text: string): string | undefined => readVersion(text)?.text;

test.each([
  ["2026年1月15日测试版", "2026.1.15-beta"],
  ["2026年1月15号内测版", "2026.1.15-alpha"],
  ["2026年1月15日更新", "2026.1.15"],
  ["2026年1月15日 beta2", "2026.1.15-beta.2"],
  ["2026 年 1 月 15 日", "2026.1.15"],
  ["2026年 1月 15日更新", "2026.1.15"],
  ["2026年5月", "2026.5.0"],
  ["2026年5月版", "2026.5.0"],
  ["2026年5月更新", "2026.5.0"],
  ["2026年5月公测版", "2026.5.0-beta"],
  ["2026年", "2026.0.0"],
  ["2026年版", "2026.0.0"],
  ["2026年测试版", "2026.0.0-beta"],
  ["2026年最新版", "2026.0.0"],
  ["2026最新版", "2026.0.0"],
  ["2026年第3版", "3.0.0"],
  ["2026-01-15beta", "2026.1.15-beta"],
  ["2026-01-15rc1", "2026.1.15-rc.1"],
  ["2026/01/15beta", "2026.1.15-beta"],
  ["2026_01_15beta", "2026.1.15-beta"],
  ["2026-01-15正式版", "2026.1.15"],
  ["2026/5", "2026.5.0"],
  ["2026/5版", "2026.5.0"],
  ["2026-5版", "2026.5.0"],
  ["1月15日", undefined],
  ["5号机", undefined],
  ["3个月", undefined],
])("the date in %j is %s, its stage included", (text, version) => {
  expect(read(text)).toBe(version);
});

test.each([
  ["2.0 nightly 20250612", "2.0.0-nightly.20250612"],
  ["2.0 (nightly 20250612)", "2.0.0-nightly.20250612"],
  ["2.0 beta 2025-06-12", "2.0.0-beta.2025.6.12"],
  ["2.0测试版 20250612", "2.0.0-beta.20250612"],
  ["2.0 beta 1024", "2.0.0-beta"],
  ["2.0 beta 20251399", "2.0.0-beta"],
  ["2.0 20250612", "2.0.0"],
])("a date behind a pre-release belongs to it: %j is %s", (text, version) => {
  expect(read(text)).toBe(version);
});

test.each([
  ["2.5第3弹", "2.5.0"],
  ["2.5 第3次更新", "2.5.0"],
  ["2.5第3版", "3.0.0"],
  ["第3弹", "3.0.0"],
  ["第3期", "3.0.0"],
  ["第3个版本", "3.0.0"],
])("an ordinal that counts no versions stands back behind a number with a dot: %j is %s", (text, version) => {
  expect(read(text)).toBe(version);
});

test.each([
  ["驱动版本 550.54", undefined],
  ["驱动版本号：550.54", undefined],
  ["显卡驱动要求 550.54", undefined],
  ["内核版本 5.15", undefined],
  ["操作系统版本22.04", undefined],
  ["麒麟系统 10.1", undefined],
  ["统信操作系统版本 20.1", undefined],
  ["欧拉系统环境 22.03", undefined],
  ["1.2 驱动版本 550.54", "1.2.0"],
  ["驱动版本 550.54 v1.2", "1.2.0"],
  ["操作系统版本2.0", "2.0.0"],
  ["绘画系统版本 2.0", "2.0.0"],
  ["系统版本 2.0", "2.0.0"],
  ["镜像版本 2.0", "2.0.0"],
])(
  "the number behind a Chinese name of a driver or a system is not the image's: %j is %s",
  (text, version) => {
    expect(read(text)).toBe(version);
  },
);

test.each([
  ["2.0+cu121 beta", "2.0.0-beta"],
  ["2.0+py312 (rc1)", "2.0.0-rc.1"],
  ["2.0+cu121-rc1", "2.0.0"],
  ["2.0+py312.dev3", "2.0.0"],
  ["2.0+cu121", "2.0.0"],
  ["2.0+beta", "2.0.0"],
  ["2.0 post", "2.0.0.post0"],
  ["测试版 2.0.post1", "2.0.0.post1"],
  ["2.0+build beta", "2.0.0"],
  ["Beta - v1.2", "1.2.0-beta"],
  ["测试版 - 1.2", "1.2.0-beta"],
  ["sam2-python 0.3.2", "0.3.2"],
  ["sam2-python 3.12", undefined],
])("the version in %j is %s, read over what stands between its parts", (text, version) => {
  expect(read(text)).toBe(version);
});
