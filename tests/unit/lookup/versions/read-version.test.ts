import { expect, test } from "@jest/globals";
import { readSoftwareVersion, readVersion } from "../../../../provider/lookup/versions/read-version.ts";

const read = (text: string): string | undefined => readVersion(text)?.text;

test.each([
  ["2.9.1", "2.9.1"],
  ["12.8", "12.8.0"],
  ["2", "2.0.0"],
  ["22.04", "22.4.0"],
  ["08.1", "8.1.0"],
  ["22.004", "22.4.0"],
  ["v2", "2.0.0"],
  ["V 2", "2.0.0"],
  ["v.2", "2.0.0"],
  ["ver2.1", "2.1.0"],
  ["Version 3", "3.0.0"],
  ["版本：2.1", "2.1.0"],
  ["Version: 2", "2.0.0"],
  ["v0.12.0", "0.12.0"],
  ["V26.0529", "26.529.0"],
  ["v1.172", "1.172.0"],
  ["6.12版", "6.12.0"],
  ["第3版", "3.0.0"],
  ["3版", "3.0.0"],
  ["V2.0正式版", "2.0.0"],
  ["v2.0稳定版", "2.0.0"],
  ["v2.0个人版", "2.0.0"],
  ["22.04LTS", "22.4.0"],
  ["v2.0Pro版", "2.0.0"],
  ["SD3.5Turbo", "3.5.0"],
  ["1.0.0.RELEASE", "1.0.0"],
  ["2.0-final", "2.0.0"],
  ["ComfyUI_v0.10", "0.10.0"],
  ["PyTorch 2.5.0", "2.5.0"],
  ["build 12", "12.0.0"],
  ["第三版", undefined],
  ["正式版", undefined],
  ["", undefined],
  [" ", undefined],
])("the version in %j is %s", (text, version) => {
  expect(read(text)).toBe(version);
});

test("no text has no version", () => {
  expect(readVersion(undefined)).toBeUndefined();
});

test.each([
  ["2.1.0.3", "2.1.0.3"],
  ["2.1.0.107", "2.1.0.107"],
  ["1.2.3.4.5.6", "1.2.3.4.5.6"],
  ["2.1.0.0", "2.1.0"],
  ["2.1.0.0.1", "2.1.0.0.1"],
  ["1.99999999999999999999.0", "1.99999999999999999999.0"],
])("every number of %j counts: %s (V1)", (text, version) => {
  expect(read(text)).toBe(version);
});

test.each([
  ["2026-01-15", "2026.1.15"],
  ["2026-06-30", "2026.6.30"],
  ["2026-6-3", "2026.6.3"],
  ["2026/01/15", "2026.1.15"],
  ["2026_01_15", "2026.1.15"],
  ["2026.01.15", "2026.1.15"],
  ["2025年6月12日更新", "2025.6.12"],
  ["20250612", "2025.6.12"],
  ["v20250612", "2025.6.12"],
  ["20250612.2", "2025.6.12.2"],
  ["2026-01-15-2", "2026.1.15-2"],
  ["2025-06-12 10:30", "2025.6.12"],
  ["2025.06", "2025.6.0"],
  ["2025-06", "2025.6.0"],
  ["2025年6月", "2025.6.0"],
  ["2024年版", "2024.0.0"],
  ["2025最新版", "2025.0.0"],
  ["6月12日更新", undefined],
  ["20251340", "20251340.0.0"],
  ["2025-13", "2025.0.0-13"],
])("a date is its year, month and day: %j is %s (V2)", (text, version) => {
  expect(read(text)).toBe(version);
});

test.each([
  ["3.4.0-1773428777", "3.4.0-1773428777"],
  ["V3-0324", "3.0.0-324"],
  ["1.0-2.5", "1.0.0-2.5"],
  ["1.0-2-5", "1.0.0-2.5"],
  ["2.0-2025-06-12", "2.0.0-2025.6.12"],
  ["2.0_20250612", "2.0.0-20250612"],
  ["2.0_3", "2.0.0"],
  ["v1-5", "1.0.0-5"],
  ["1.0–2", "1.0.0-2"],
])("numbers behind a hyphen are a second list: %j is %s (V2)", (text, version) => {
  expect(read(text)).toBe(version);
});

test.each([
  ["cuda12.8-v1.2", "1.2.0"],
  ["cuda12.8_1.2", "1.2.0"],
  ["CUDA 12.8 v3", "3.0.0"],
  ["CUDA Toolkit 12.4, 1.0.3", "1.0.3"],
  ["CUDA版本12.4 版本2.0", "2.0.0"],
  ["CUDA 11.8/12.4 2.5", "2.5.0"],
  ["Python3.8-3.12", undefined],
  ["Python 3.10、3.11 v4", "4.0.0"],
  ["1.0-v2", "2.0.0"],
  ["Ubuntu22.04 1.5", "1.5.0"],
  ["Ubuntu Server 22.04 LTS", undefined],
  ["Windows Server 2022", undefined],
  ["银河麒麟 V10", undefined],
  ["银河麒麟 V10 v1.3", "1.3.0"],
  ["RTX 4090 v1.0", "1.0.0"],
  ["v1.0-4090", "1.0.0"],
  ["4090-v2", "2.0.0"],
  ["4090", undefined],
  ["5090专用版", undefined],
  ["V100-32G", undefined],
  ["A100-80G", undefined],
  ["H20", undefined],
  ["sm_90", undefined],
  ["CUDA12.4", undefined],
  ["cu121", undefined],
  ["py310", undefined],
  ["Python3.11", undefined],
  ["NVIDIA 驱动 550.54", undefined],
  ["CUDA驱动版本12.4", undefined],
  ["Driver Version: 550.54", undefined],
  ["CUDA>=12.4 1.0.2", "1.0.2"],
  ["python版本为3.10 v2", "2.0.0"],
  ["CentOS Stream 9.2", undefined],
  ["50系显卡专用 v2.1", "2.1.0"],
  ["cuda-v12.4", undefined],
  ["cuda-v1.2", "1.2.0"],
  ["ubuntu-v2.0", "2.0.0"],
  ["sm 9.0", undefined],
  ["算力8.6", undefined],
  ["Compute Capability v8.9", undefined],
  ["Ascend 910", undefined],
  ["Ascend 910B", undefined],
  ["昇腾 310", undefined],
  ["Ascend v910", undefined],
  ["RTX 50", undefined],
  ["Tesla V100", undefined],
])("numbers of CUDA, Python, the system and GPUs are not the version: %j is %s (V5)", (text, version) => {
  expect(read(text)).toBe(version);
});

test.each([
  ["vllm-ascend v0.9.1rc1", "0.9.1-rc.1"],
  ["vllm-ascend 0.9.1rc1", "0.9.1-rc.1"],
  ["vllm_ascend-0.9.1", "0.9.1"],
  ["vllm-ascend v2", "2.0.0"],
  ["MindIE昇腾 2.1", "2.1.0"],
  ["RTX 4090 1.2", "1.2.0"],
  ["llama-cpp-python 0.3.2", "0.3.2"],
  ["llama_cpp_python-0.3.2", "0.3.2"],
  ["llama-cpp-python v0.3.2", "0.3.2"],
  ["opencv-python 4.10.0", "4.10.0"],
  ["numba-cuda 0.3.0", "0.3.0"],
  ["numba-cuda 12.8", undefined],
  ["ComfyUI-python 3.10", undefined],
  ["ComfyUI-Python-2.7", undefined],
  ["cuda-python 12.4", undefined],
  ["python-cuda 3.10", undefined],
  ["Python 1.5", undefined],
  ["CUDA 0.3", undefined],
  ["12.8-cuda 0.3", "12.8.0"],
])("a number that is no GPU's model, no CUDA's and no Python's is a product's: %j is %s", (text, version) => {
  expect(read(text)).toBe(version);
});

test.each([
  "7B",
  "120b",
  "A14B",
  "fp8",
  "64位",
  "13x",
  "2.x",
  "3.*",
  "8卡",
  "24 GB",
  "50%",
  "1.5倍",
  "1.3B",
  "720p",
])("%j is a number of something else", (text) => {
  expect(read(text)).toBeUndefined();
});

test.each([
  "2.0a",
  "2.0b",
  "2.0x",
  "2.0cu121",
  "R1",
  "Round2",
  "Qwen3",
  "FLUX.1-dev",
  "gpt-oss-120b",
  "4o",
  "10:30",
])("%j has letters at its number", (text) => {
  expect(read(text)).toBeUndefined();
});

test.each([
  ["ｖ１．２", "1.2.0"],
  ["v1．2", "1.2.0"],
  ["v1。2", "1.2.0"],
  ["Ｖ２．０ｂｅｔａ", "2.0.0-beta"],
  ["1－2", "1.0.0-2"],
  ["1_2_3", "1.2.3"],
  ["v1\u200b.\u200b2", "1.2.0"],
  ["v\u00a02.1", "2.1.0"],
  ["1,2,3", "1.0.0"],
  ["v1.0，2.0", "1.0.0"],
  ["２²", "2.0.0"],
])("%j, as keyboards write it, is %s", (text, version) => {
  expect(read(text)).toBe(version);
});

test.each([
  ["cuda", "12.8", "12.8.0"],
  ["cuda", "CUDA 12.4", "12.4.0"],
  ["cuda", "CUDA12.4 cuDNN 8.9", "12.4.0"],
  ["cuda", "cu121", "12.1.0"],
  ["cuda", "cu92", "9.2.0"],
  ["cuda", "cuda13", "13.0.0"],
  ["cuda", "13x", undefined],
  ["python", "3.12", "3.12.0"],
  ["python", "Python 3.12.4", "3.12.4"],
  ["python", "py310", "3.10.0"],
  ["os", "22.04", "22.4.0"],
  ["os", "Ubuntu 22.04", "22.4.0"],
  ["os", "Ubuntu 22.04.5 LTS", "22.4.5"],
  ["os", "Ubuntu 22.04 64位", "22.4.0"],
  ["os", "Windows Server 2022", "2022.0.0"],
  ["os", "Debian 12", "12.0.0"],
  ["os", "银河麒麟 V10", "10.0.0"],
  ["os", "Arch", undefined],
] as const)("the version of %s in %j is %s", (software, text, version) => {
  expect(readSoftwareVersion(software, text)?.text).toBe(version);
});

test("no text about software has no version", () => {
  expect(readSoftwareVersion("os", undefined)).toBeUndefined();
});
