import { expect, test } from "@jest/globals";
import { readVersion } from "../../../../provider/lookup/versions/read-version.ts";

test.each([
  // Years, with nothing in front of the year's word.
  ["2026年", "2026.0.0"],
  ["2026最新", "2026.0.0"],
  ["2026年更新", "2026.0.0"],
  ["12年", undefined],
  ["12026年", undefined],
  ["20260年", undefined],
  ["2026整合包", undefined],
  ["2048小游戏最新", undefined],
  // Measures, and words that only begin or go on like one.
  ["1.5倍", undefined],
  ["2.5亿", undefined],
  ["9.9元", undefined],
  ["v1.5元宇宙", "1.5.0"],
  ["v1.5元素", "1.5.0"],
  ["v2.2万", undefined],
  ["2.2万相", "2.2.0"],
  ["v2.0位", undefined],
  ["v2.0位置控制", "2.0.0"],
  ["v2.0位面", "2.0.0"],
  ["v2.0位移", "2.0.0"],
  ["v2.0加速两倍", "2.0.0"],
  ["v2.0高清12寸", "2.0.0"],
  // The GPU V100, and what is like it.
  ["V100", undefined],
  ["version 100", "100.0.0"],
  ["ver100", "100.0.0"],
  ["ComfyUI v100.1", "100.1.0"],
  ["v101", "101.0.0"],
  // Ordinals, also where the number alone would be a GPU's.
  ["第3版", "3.0.0"],
  ["整合包第3版", "3.0.0"],
  ["第1080版", "1080.0.0"],
  ["整合包第1080版", "1080.0.0"],
  ["1080版", undefined],
  ["4090", undefined],
  ["SD3.5 2版", "2.0.0"],
  ["SD3.5 第2版", "2.0.0"],
  ["SD3.5 12测试版", "3.5.0"],
  ["SD3.5 12", "3.5.0"],
  // Letters glued in front.
  ["build12", "12.0.0"],
  ["rel12", "12.0.0"],
  ["release12", "12.0.0"],
  ["rebuild12", undefined],
  ["reload12", undefined],
  ["buildkit12", undefined],
  // Counts of pre-releases have no release of their own; a date does.
  ["Beta 2", undefined],
  ["测试版 12", undefined],
  ["alpha_1234", undefined],
  ["Beta 20260630", "2026.6.30-beta"],
  ["Beta 12345", "12345.0.0-beta"],
  ["10:30", undefined],
])("%s is %s", (text, version) => {
  expect(readVersion(text)?.text).toBe(version);
});
