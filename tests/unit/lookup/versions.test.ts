import { expect, test } from "@jest/globals";
import {
  compareVersions,
  imageVersion,
  rangeTest,
  readRange,
  readVersion,
} from "../../../provider/lookup/versions.ts";
import { makeImage } from "../../support/listings/make-image.ts";

test.each([
  ["2.9.1", "2.9.1"],
  ["12.8", "12.8.0"],
  ["22.04", "22.4.0"],
  ["Ubuntu 22.04", "22.4.0"],
  ["v0.12.0", "0.12.0"],
  ["V26.0529", "26.529.0"],
  ["2.13.0rc1", "2.13.0-rc.1"],
  ["2.13rc1", "2.13.0-rc.1"],
  ["1.0.0-beta.2", "1.0.0-beta.2"],
  ["24.04-py3", "24.4.0"],
  ["2.5.0+cu121", "2.5.0"],
  ["1.2.3.4", "1.2.3"],
  ["2022", "2022.0.0"],
  ["08.1", "8.1.0"],
  ["22.004", "22.4.0"],
  ["2.13RC12", "2.13.0-rc.12"],
  ["2.13.dev3", "2.13.0-dev.3"],
  ["ComfyUI_v0.10", "0.10.0"],
  ["2.13.0_preview-07", "2.13.0-preview.7"],
  ["第三版", undefined],
  ["", undefined],
])("the version in %j is %s", (text, expected) => {
  expect(readVersion(text)?.version).toBe(expected);
});

test.each([
  ["8.9", "8.10"],
  ["2.13.0rc1", "2.13.0"],
  ["2.13.0rc1", "2.13.0rc2"],
  ["2.9", "2.10.1"],
])("%s is older than %s", (older, newer) => {
  const [one, other] = [readVersion(older), readVersion(newer)];
  expect(one && other && compareVersions(one, other)).toBe(-1);
});

test.each([
  ["^2.4", "2.9.1", true],
  ["^2.4", "3.0.0", false],
  ["~2.4", "2.4.9", true],
  ["~2.4", "2.5.0", false],
  [">=12.4 <13", "12.10", true],
  ["12.x", "12.8", true],
  ["12.x", "13.0", false],
  ["2.1 - 2.3", "2.3.5", true],
  ["1.x || 3.x", "2.0", false],
  [">=22.04", "22.04", true],
  [">=22.04", "20.04", false],
  ["^2.13", "2.13.1rc1", false],
  [">=2.13.0rc1", "2.13.0rc2", true],
  ["*", "0.1", true],
])("%s holds %s: %s", (range, version, expected) => {
  expect(rangeTest(readRange(range) ?? "")(readVersion(version))).toBe(expected);
});

test.each([
  ["V2.4", ">=2.4.0 <2.5.0-0"],
  [">=V2.4 <v3", ">=2.4.0 <3.0.0-0"],
  [">=08.04 <=22.004.1", ">=8.4.0 <=22.4.1"],
  [">=2rc1", ">=2.0.0-rc.1"],
  ["2.13rc10", "2.13.0-rc.10"],
  [">=12.10-beta.2 <12.10RC12", ">=12.10.0-beta.2 <12.10.0-rc.12"],
  [">=2.13.1a1", ">=2.13.1-a.1"],
])("the range %j reads %j", (text, range) => {
  expect(readRange(text)).toBe(range);
});

test.each(["newest", "", " ", ">=1 <", "1.2.3.4.5-"])("%j is no range", (text) => {
  expect(readRange(text)).toBeUndefined();
});

/** Every name that is known from the real service, some more, and what each says of a version. */
const names = [
  ["cuda128_torch291_py312", "2.9.1"],
  ["cuda130_torch291_py312", "2.9.1"],
  ["cuda132_torch2130_py312", "2.13.0"],
  ["cuda128_torch280_py312", "2.8.0"],
  ["cuda124_torch280_py311", "2.8.0"],
  ["pytorch_2.5.0_Py3.12", "2.5.0"],
  ["pytorch_2.3.0_Py3.12", "2.3.0"],
  ["pytorch_1.8.1_Py3.8", "1.8.1"],
  ["PyTorch 2.1", "2.1.0"],
  ["PyTorch:24.04-py3", "24.4.0"],
  ["vLLM v0.12.0", "0.12.0"],
  ["vLLM v0.10.0", "0.10.0"],
  ["ComfyUI基础镜像0.10.0", "0.10.0"],
  ["Ubuntu-nvidia 22.04", "22.4.0"],
  ["Ubuntu 22.04 64位", "22.4.0"],
  ["Ubuntu 24.04 64位", "24.4.0"],
  ["FaceFusion 3.6.1", "3.6.1"],
  ["LTX-2.3视频生成合集", "2.3.0"],
  ["HivisionIDPhotos", undefined],
  ["Satori-7B-Round2-WebUI", undefined],
  ["TPO-LLM-WebUI", undefined],
  ["LiveTalking", undefined],
  ["MiniMax H3｜ComfyUI三套官方流程", undefined],
  ["SVC-Fusion", undefined],
  ["InfiniteTalk", undefined],
  ["AiToolKit汉化版", undefined],
  ["Krea2 Turbo Engine", undefined],
  ["cuda13x_python312", undefined],
  ["cuda128_tf220_py312", undefined],
  ["Windows-nvidia 2022 64位", undefined],
  ["ComfyUI", undefined],
  ["SD-WebUI 基础镜像", undefined],
  ["Ollama", undefined],
  ["SGLang", undefined],
  ["Miniconda3", undefined],
  ["黑神话悟空", undefined],
  ["MSST-WebUI", undefined],
  ["Python3.12", undefined],
  ["cuda12.8", undefined],
  ["Python-3.12 CUDA_12.8 py 3.10", undefined],
  ["vLLM 0.12.0rc12", "0.12.0-rc.12"],
  ["vLLM-0.12.0-beta.2", "0.12.0-beta.2"],
  ["vLLM_0.12_DEV3 nightly", "0.12.0-dev.3"],
] as const;

test.each(names)("the name %s says %s", (name, expected) => {
  expect(imageVersion(makeImage({ id: name, name }))?.version).toBe(expected);
});

test("the publisher's version name comes before the framework's version, and that before the name", () => {
  const name = "thing 1.0.0";
  expect(
    imageVersion(makeImage({ id: "a", name, versionName: "v3.1", frameworkVersion: "2.0" }))?.version,
  ).toBe("3.1.0");
  expect(
    imageVersion(makeImage({ id: "b", name, versionName: "第三版", frameworkVersion: "2.0" }))?.version,
  ).toBe("2.0.0");
  expect(imageVersion(makeImage({ id: "c", name }))?.version).toBe("1.0.0");
});
