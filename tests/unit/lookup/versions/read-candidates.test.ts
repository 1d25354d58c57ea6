import { expect, test } from "@jest/globals";
import { imageVersion } from "../../../../provider/lookup/versions/image-version.ts";
import { readSoftwareVersion, readVersion } from "../../../../provider/lookup/versions/read-version.ts";

const read = (text: string): string | undefined => readVersion(text)?.text;

test.each([
  ["开发版1.0rc1", "1.0.0-rc.1"],
  ["测试版1.0.dev3", "1.0.0.dev3"],
  ["测试版1.0rc2", "1.0.0-rc.2"],
  ["Beta 1.0", "1.0.0-beta"],
])("what stands behind the number says it before what stands in front: %s is %s", (text, version) => {
  expect(read(text)).toBe(version);
});

const named = (name: string): string | undefined => imageVersion({ name, imageType: "App" })?.text;

test.each([
  ["torch291", "2.9.1"],
  ["torch2130", "2.13.0"],
  ["pytorch280_py312", "2.8.0"],
  ["ComfyUITorch291_py312", "2.9.1"],
  ["torch29", undefined],
  ["torch21300", undefined],
  ["torch291GB", undefined],
  ["torch 291", undefined],
  // A date behind the framework's name is the framework's own.
  ["torch2025.06.12", undefined],
  ["cu128_torch291_v3", "3.0.0"],
  ["tf2200", undefined],
])("digits without dots behind torch in a name: %s is %s", (name, version) => {
  expect(named(name)).toBe(version);
});

test.each([
  ["cuda", "cu124", "12.4.0"],
  ["cuda", "cuda118", "11.8.0"],
  ["cuda", "cu92", "9.2.0"],
  ["cuda", "CUDA 12.4", "12.4.0"],
  ["cuda", "cu124-py312", "12.4.0"],
  ["python", "py312", "3.12.0"],
  ["python", "py27", "2.7.0"],
  ["python", "Python 3.12", "3.12.0"],
  ["python", "cu124_py310", "3.10.0"],
  ["os", "Windows Server 2022", "2022.0.0"],
  ["os", "Ubuntu 22.04 CUDA 12.4", "22.4.0"],
] as const)("a text about %s, %s, is %s", (software, text, version) => {
  expect(readSoftwareVersion(software, text)?.text).toBe(version);
});

test.each([
  // `v` before a dot, a dot before a date, a date before a number without a dot.
  ["1.5 v2", "2.0.0"],
  ["7 2026-01-15 1.5", "1.5.0"],
  ["7 2026-01-15", "2026.1.15"],
  ["torch2.9.1 20250612", "2025.6.12"],
  ["torch2.9.1 transformers4.57", "2.9.1"],
  ["transformers4.57 torch2.9.1", "2.9.1"],
  ["torch2025.06.12", "2025.6.12"],
  ["torch291", "2.9.1"],
  ["CUDA 11.8/12.4", undefined],
  ["Python 3.10、3.11 1.2", "1.2.0"],
])("in a version name the likeliest of %s is %s", (text, version) => {
  expect(read(text)).toBe(version);
});

test.each([
  ["Demo torch2.9.1 20250612", "2.9.1"],
  ["Demo transformers4.57 2025-06-12", "4.57.0"],
  ["Demo torch2.9.1 2025-06-12", "2.9.1"],
  ["Demo torch291 2025-06-12", "2025.6.12"],
])("in a name a framework's number comes before a date: %s is %s", (name, version) => {
  expect(named(name)).toBe(version);
});
