import { expect, test } from "@jest/globals";
import { imageVersion } from "../../../../provider/lookup/versions/image-version.ts";
import { readSoftwareVersion } from "../../../../provider/lookup/versions/read-version.ts";
import { named, versionNamed } from "../../../support/lookup/named-versions.ts";

test.each([
  ["麒麟系統V10", undefined],
  ["Ubuntu系統22.04", undefined],
  ["支持 50 系显卡", undefined],
  ["支持 8 卡", undefined],
  ["64 位", undefined],
  ["内置 30 个工作流", undefined],
  ["修复 3 个问题", undefined],
  ["提速 1.5 倍", undefined],
  ["40/50系通用", undefined],
  ["30/40/50系显卡通用", undefined],
  ["40、50系显卡", undefined],
  ["支持20-50系显卡", undefined],
  ["1-8卡通用", undefined],
  ["24/48G显存", undefined],
  ["480/720p", undefined],
  ["内置20+工作流", undefined],
  ["100+模型", undefined],
  ["支持50+语言", undefined],
  ["16 核", undefined],
  ["24 G显存", undefined],
  ["24/7", undefined],
  ["5880 Ada", undefined],
  ["7900 XTX", undefined],
  ["BI-V150", undefined],
  ["端口8188", undefined],
  ["QQ群739527321", undefined],
  ["¥1.58/h", undefined],
  ["01/12/2025", undefined],
] as const)("what %s counts is no version: %s", (text, version) => {
  expect(versionNamed(text)).toBe(version);
});

test.each([
  ["2025-12-01a", undefined],
  ["2025-12-01new", undefined],
  ["CUDA升级到12.8", undefined],
  ["升级CUDA至12.8", undefined],
  ["CUDA更新到12.8", undefined],
  ["CUDA从11.8升级到12.8", undefined],
  ["Python升级到3.12", undefined],
  ["驱动更新至570.86", undefined],
  ["更新驱动到570.133", undefined],
  ["驱动升级到580.82.07", undefined],
  ["驅動程式550.54", undefined],
  ["歐拉22.03", undefined],
  ["乌班图22.04", undefined],
  ["CUDA最高支持12.4", undefined],
  ["CUDA（最低12.1）", undefined],
  ["cudatoolkit 11.8", undefined],
  ["cudatoolkit=11.8", undefined],
  ["CUDAToolkit12.4", undefined],
  ["CUDA SDK 12.4", undefined],
  ["cuda release 12.4", undefined],
  ["NVIDIA-SMI 550.54.14", undefined],
  ["cuBLAS 12.4", undefined],
  ["Python 3.8 - 3.11", undefined],
  ["Python3.8至3.11", undefined],
  ["Python 3.8到3.11", undefined],
  ["CUDA 11.8 - 12.4", undefined],
  ["CUDA11.8至12.8", undefined],
  ["CUDA 11.8到12.8", undefined],
  ["DTK24.04.3", undefined],
  ["MUSA 3.1.0", undefined],
  ["MACA 2.29.0.19", undefined],
] as const)("the number in %s is of what the image runs on: %s", (text, version) => {
  expect(versionNamed(text)).toBe(version);
});

test.each([
  ["2025-12-01T10:30:00Z", "2025.12.1"],
  ["2025-12-01T10:30", "2025.12.1"],
  ["2025-12月", "2025.12.0"],
  ["2025-12更新", "2025.12.0"],
  ["2025/12更新", "2025.12.0"],
  ["2025-12正式版", "2025.12.0"],
  ["更新：20251201", "2025.12.1"],
  ["更新日期：20251201", "2025.12.1"],
  ["comfyui:20251201", "2025.12.1"],
  ["Date:20251201", "2025.12.1"],
  ["build:20251201", "2025.12.1"],
  ["CUDA-20260115", "2026.1.15"],
  ["Linux-20260115", "2026.1.15"],
  ["Windows-2026-01-15", "2026.1.15"],
  ["20251201更新", "2025.12.1"],
  ["20251201第二版", "2025.12.1"],
  ["版本號：2", "2.0.0"],
  ["cuda12.8-1.2.0", "1.2.0"],
  ["py3.12-0.3.75", "0.3.75"],
] as const)("what the version name %s runs on or counts hides no version: %s", (text, version) => {
  expect(versionNamed(text)).toBe(version);
});

test.each([
  ["PyTorch / 2.5.1 / 3.12(ubuntu22.04) / 12.4", "2.5.1"],
  ["Anolis OS 8.9 vLLM 0.6.3", "0.6.3"],
  ["AlmaLinux OS 9.4 vLLM 0.6.3", "0.6.3"],
  ["CTyunOS 2.0.1 vLLM 0.6.3", "0.6.3"],
  ["EulerOS 2.0 vLLM 0.6.3", "0.6.3"],
  ["Huawei Cloud EulerOS 2.0 vLLM0.6.3", "0.6.3"],
  ["Kylin Linux Advanced Server V10 vLLM 0.8.5", "0.8.5"],
  ["Loongnix 20.5 vLLM 0.8.5", "0.8.5"],
  ["dtk24.04-torch2.1.0-py3.10", "2.1.0"],
  ["DTK 25.04.1 PyTorch 2.4.1", "2.4.1"],
  ["DTK 25.04 vLLM 0.8.5", "0.8.5"],
  ["MUSA 3.1.0 vLLM 0.4.2", "0.4.2"],
  ["MACA 2.29.0.19 PyTorch 2.1.2", "2.1.2"],
  ["CoreX 4.2.0 vLLM 0.6.3", "0.6.3"],
  ["CNToolkit 3.8.4 torch 2.1.0", "2.1.0"],
  ["BI-V150 vLLM 0.6.3", "0.6.3"],
  ["cudatoolkit11.3_torch1.10", "1.10.0"],
  ["torch1.13.1-cudatoolkit11.7", "1.13.1"],
  ["NVIDIA-SMI 550.54.14 ComfyUI 0.3.50", "0.3.50"],
  ["ComfyUI版本號2", "2.0.0"],
  ["ComfyUI-CUDA-2026-01-15", "2026.1.15"],
  ["ComfyUI-Linux-2026-01-15", "2026.1.15"],
  ["ComfyUI-Windows-2026.01.15", "2026.1.15"],
  ["ComfyUI 2026-01-15T10:30", "2026.1.15"],
  ["CUDA升级到12.8的ComfyUI 0.3.75", "0.3.75"],
  ["ComfyUI 支持CUDA 11.8 - 12.8", undefined],
  ["ComfyUI Python 3.10 - 3.12", undefined],
] as const)("the version in the name %s is what is not of what it runs on: %s", (text, version) => {
  expect(named(text)).toBe(version);
});

test.each([
  ["CUDA 12.8 Ubuntu 22.04", "22.4.0"],
  ["cuda12.4-ubuntu22.04", "22.4.0"],
  ["nvidia/cuda:12.4.1-cudnn-devel-ubuntu22.04", "22.4.0"],
  ["Driver 550.54.14 Ubuntu 22.04", "22.4.0"],
  ["ubuntu2204", "22.4.0"],
  ["cuda121-ubuntu2404", "24.4.0"],
  ["Docker24.0-Ubuntu22.04", "22.4.0"],
  ["NVIDIA 570.133 Ubuntu 24.04 64位", "24.4.0"],
])("the version of the System image %s is its operating system's: %s", (name, version) => {
  expect(imageVersion({ name, imageType: "System" })?.text).toBe(version);
});

test.each([
  ["cuda", "Ubuntu 22.04 CUDA 12.4", "12.4.0"],
  ["cuda", "cuda-12-4", "12.4.0"],
  ["cuda", "cuda-12-4-1", "12.4.1"],
  ["os", "ubuntu-22-04", "22.4.0"],
  ["python", "python-3-14-rc1", "3.14.0-rc.1"],
  ["cuda", "PyTorch 2.9.1 CUDA 12.8", "12.8.0"],
  ["cuda", "torch2.9.1+cu128", "12.8.0"],
  ["cuda", "Driver 550.54 CUDA 12.4", "12.4.0"],
  ["cuda", "驱动 550.54 CUDA 12.4", "12.4.0"],
  ["cuda", "cuDNN 8.9 CUDA 12.4", "12.4.0"],
  ["python", "cuda12.4-py3.12", "3.12.0"],
  ["python", "PyTorch 2.9.1 Python 3.12", "3.12.0"],
  ["os", "CUDA 12.4 Ubuntu 22.04", "22.4.0"],
  ["os", "ubuntu2204", "22.4.0"],
  ["os", "ubuntu2404", "24.4.0"],
  ["os", "ubuntu2210", "22.10.0"],
] as const)("the version of %s in %s is %s", (software, text, version) => {
  expect(readSoftwareVersion(software, text)?.text).toBe(version);
});

test.each([
  ["ubuntu2204", undefined],
  ["CUDA 12.4-2", undefined],
  ["Python 3.12-1", undefined],
  ["CUDA的版本 12.4", undefined],
  ["驱动 v550", undefined],
  ["驱动更新 v2.0", "2.0.0"],
  ["cuDNN v7.6", undefined],
  ["torch2.5.1 transformers 2024.04.01", "2.5.1"],
  ["v1000", "1000.0.0"],
  ["v2150", "2150.0.0"],
  ["8 整合包", undefined],
  ["2.5第3弹新版", "2.5.0"],
  ["20+cu121", "20.0.0"],
  ["20+5", "20.0.0"],
  ["3-5元", undefined],
  ["3-5元宇宙", "3.0.0"],
  ["3-5万", undefined],
  ["3-5万相", "3.0.0"],
  ["1-2位", undefined],
  ["1-2位置", "1.0.0"],
  ["3-5最强卡", "3.0.0"],
  ["910B3", undefined],
  ["ComfyUI-910B", undefined],
  ["910", "910.0.0"],
  ["PRO 6000", undefined],
  ["Pro 2", "2.0.0"],
  ["Pro 6000 v2", "2.0.0"],
  ["2.0-4090.0", "2.0.0"],
  ["2.0-4090.00", "2.0.0"],
  ["2.0-4090.10", "2.0.0-4090.10"],
  ["2.0-4090.05", "2.0.0-4090.5"],
  ["202506", "2025.6.0"],
  ["202513", "202513.0.0"],
  ["2025-12月测试版", "2025.12.0-beta"],
  ["2026-01-15T10:30:00Z beta", "2026.1.15-beta"],
  ["2026-01-15T10:30:00.123Z-rc1", "2026.1.15-rc.1"],
  ["2026-01-15T10:30:00+08:00", "2026.1.15"],
  ["2026-01-15T1030 beta", "2026.1.15-beta"],
  ["2026-01-15t", undefined],
])("of the version name %j only what counts as a version is one: %s", (text, version) => {
  expect(versionNamed(text)).toBe(version);
});

test("a day behind a framework is the framework's, and behind what a product's name ends in nobody's", () => {
  const image = {
    name: "PyTorch:2024.04.01",
    imageType: "App",
    framework: "PyTorch",
    frameworkVersion: "2.3.0",
  };
  expect(imageVersion(image)?.text).toBe("2.3.0");
  expect(named("torch_musa 1.3.0")).toBe("1.3.0");
});
