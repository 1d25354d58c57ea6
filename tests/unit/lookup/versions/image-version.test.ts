import { expect, test } from "@jest/globals";
import * as fc from "fast-check";
import {
  imageVersion,
  originOfVersion,
  type VersionedImage,
} from "../../../../provider/lookup/versions/image-version.ts";
import { anyText } from "../../../support/lookup/version-texts.ts";

const versionOf = (image: VersionedImage): string | undefined => imageVersion(image)?.text;
const named = (name: string): string | undefined => versionOf({ name, imageType: "App" });

/** Every name that is known from the real service, and what it says without any other field. */
test.each([
  ["cuda128_torch291_py312", "2.9.1"],
  ["cuda130_torch291_py312", "2.9.1"],
  ["cuda132_torch2130_py312", "2.13.0"],
  ["cuda128_torch280_py312", "2.8.0"],
  ["cuda124_torch280_py311", "2.8.0"],
  ["cuda13x_python312", undefined],
  ["cuda128_tf220_py312", undefined],
  ["pytorch_2.5.0_Py3.12", "2.5.0"],
  ["pytorch_2.3.0_Py3.12", "2.3.0"],
  ["pytorch_1.8.1_Py3.8", "1.8.1"],
  ["vLLM v0.12.0", "0.12.0"],
  ["vLLM v0.10.0", "0.10.0"],
  ["ComfyUI基础镜像0.10.0", "0.10.0"],
  ["ComfyUI", undefined],
  ["SD-WebUI 基础镜像", undefined],
  ["Ollama", undefined],
  ["SGLang", undefined],
  ["Miniconda3", undefined],
  ["黑神话悟空", undefined],
  ["FaceFusion 3.6.1", "3.6.1"],
  ["MSST-WebUI", undefined],
  ["HivisionIDPhotos", undefined],
  ["Satori-7B-Round2-WebUI", undefined],
  ["TPO-LLM-WebUI", undefined],
  ["LiveTalking/metahuman-stream", undefined],
  ["MiniMax H3｜ComfyUI三套官方流程", undefined],
  ["SVC-Fusion", undefined],
  ["LTX-2.3视频生成合集", "2.3.0"],
  ["InfiniteTalk", undefined],
  ["AiToolKit汉化版", undefined],
  ["Krea2 Turbo Engine", undefined],
])("the name %s says %s", (name, version) => {
  expect(named(name)).toBe(version);
});

test.each([
  ["Qwen2.5-7B", "2.5.0"],
  ["Qwen2.5-VL-7B-Instruct-AWQ", "2.5.0"],
  ["Llama-3.1-8B", "3.1.0"],
  ["Wan2.2 14B", "2.2.0"],
  ["Wan2.2-I2V-A14B", "2.2.0"],
  ["Wan2.2万相", "2.2.0"],
  ["SD3.5", "3.5.0"],
  ["gpt-oss-120b", undefined],
  ["H100", undefined],
  ["V100 PyTorch", undefined],
  ["FLUX.1-dev", undefined],
  ["DeepSeek-R1-Distill-Llama-8B", undefined],
  ["DeepSeek-V3-0324", "3.0.0-324"],
  ["DeepSeek-V3.1", "3.1.0"],
  ["Mistral-7B-Instruct-v0.3", "0.3.0"],
  ["Qwen3-30B-A3B-2507", undefined],
  ["HunyuanVideo-1.5", "1.5.0"],
  ["so-vits-svc-4.1", "4.1.0"],
  ["whisper-large-v3", "3.0.0"],
])("the model's name %s says %s", (name, version) => {
  expect(named(name)).toBe(version);
});

test.each([
  ["Ubuntu22.04_vLLM0.12.0", "0.12.0"],
  ["Ubuntu24.04-CUDA12.8-SGLang0.5.1", "0.5.1"],
  ["python3.11_ComfyUI_v0.3.40", "0.3.40"],
  ["ComfyUI-0.3.62-cu129-py312", "0.3.62"],
  ["ComfyUI RTX4090-v1.2", "1.2.0"],
  ["torch2.9.1_ComfyUI0.10.0", "0.10.0"],
  ["PyTorch 2.5.0 JupyterLab 4.2", "2.5.0"],
  ["PyTorch 2.1 Transformers 4.37", "2.1.0"],
  ["pytorch/pytorch:2.5.1-cuda12.4-cudnn9-runtime", "2.5.1"],
  ["nvidia/cuda:12.4.1-cudnn-devel-ubuntu22.04", undefined],
  ["Rocky Linux 9.4 vLLM", undefined],
  ["Python3.12", undefined],
  ["Python-3.12 CUDA_12.8 py 3.10", undefined],
  ["Windows Server 2022", undefined],
])(
  "in the name %s the version is what is not CUDA's, Python's or the system's: %s (V5, V6)",
  (name, version) => {
    expect(named(name)).toBe(version);
  },
);

test.each([
  ["ComfyUI v2", "2.0.0"],
  ["ComfyUI 2", undefined],
  ["ComfyUI版本2", "2.0.0"],
  ["LiveTalkingV2", undefined],
  ["ComfyUI 20250612", undefined],
  ["训练环境-2026-05", undefined],
  ["ComfyUI-2025-06-12", "2025.6.12"],
  ["2025-06-12 ComfyUI 0.3.10", "0.3.10"],
  ["ComfyUI第3版", undefined],
  ["InternVL2_5-8B", undefined],
])("in a name a number without a dot counts only behind `v`: %s says %s", (name, version) => {
  expect(named(name)).toBe(version);
});

test.each([
  ["vLLM 0.12.0rc12", "0.12.0-rc.12"],
  ["vLLM-0.12.0-beta.2", "0.12.0-beta.2"],
  ["vLLM_0.12_DEV3 nightly", "0.12.0.dev3"],
  ["ComfyUI Beta 1.2", "1.2.0-beta"],
  ["ComfyUI测试版 1.2", "1.2.0-beta"],
  ["FLUX.1-dev v2", "2.0.0"],
  ["mindspore2.7.0-cann8.2.RC1-py3.11", "2.7.0"],
  ["pytorch2.9.0-cann8.3.RC1.alpha001", "2.9.0"],
  ["torch2.9.0-py3.14.0rc2-beta", "2.9.0-beta"],
  ["vllm-ascend v0.10.0rc1 (CANN 8.2.RC1)", "0.10.0-rc.1"],
  ["MindIE 2.1.RC2-800I-A2-py311", "2.1.0-rc.2"],
  ["GPT-SoVITS V2ProPlus", "2.0.0"],
  ["GPT-SoVITS v2Pro-20250604", "2.0.0-20250604"],
  ["Baichuan 2.0-C1", "2.0.0"],
  ["DeepSeek-V3.1-R1", "3.1.0"],
  ["Step 3.1_R1", "3.1.0"],
  ["Qwen 2.5-post", "2.5.0"],
  ["vLLM 2.0c1", "2.0.0-rc.1"],
  ["SGLang v0.5.6.post1", "0.5.6.post1"],
])("the name %s says %s", (name, version) => {
  expect(named(name)).toBe(version);
});

test.each([
  ["Ubuntu 22.04 64位", "22.4.0"],
  ["Ubuntu 24.04 64位", "24.4.0"],
  ["Ubuntu-nvidia 22.04", "22.4.0"],
  ["Ubuntu 22.04 CUDA12.4", "22.4.0"],
  ["Ubuntu 22.04 Docker 24.0", "22.4.0"],
  ["Ubuntu22.04_vLLM0.12.0", "0.12.0"],
  ["Ubuntu 22.04 v1.2", "1.2.0"],
  ["银河麒麟 V10", "10.0.0"],
  ["Windows-nvidia 2022 64位", undefined],
])("numbers of the operating system count for System images alone: %s says %s", (name, version) => {
  expect(versionOf({ name, imageType: "System" })).toBe(version);
});

test.each(["Ubuntu 22.04 64位", "Ubuntu-nvidia 22.04", "银河麒麟 V10"])(
  "%s says nothing for another image",
  (name) => {
    expect(versionOf({ name, imageType: "Custom" })).toBeUndefined();
    expect(versionOf({ name })).toBeUndefined();
  },
);

test("the version name of a System image may be its operating system's", () => {
  expect(versionOf({ name: "a", imageType: "System", versionName: "Windows 2022" })).toBe("2022.0.0");
  expect(versionOf({ name: "a", imageType: "App", versionName: "Windows 2022" })).toBeUndefined();
});

test("the version name comes first, then the name, then the framework's version (V7)", () => {
  const name = "ComfyUI基础镜像0.10.0";
  const framework = { framework: "PyTorch", frameworkVersion: "2.9.1" };
  const all = originOfVersion({ name, versionName: "v3.1", ...framework });
  expect([all?.version.text, all?.origin]).toEqual(["3.1.0", "versionName"]);
  const second = originOfVersion({ name, versionName: "第三版", ...framework });
  expect([second?.version.text, second?.origin]).toEqual(["0.10.0", "name"]);
  const third = originOfVersion({ name: "ComfyUI", versionName: "4090", ...framework });
  expect([third?.version.text, third?.origin]).toEqual(["2.9.1", "frameworkVersion"]);
  expect(originOfVersion({ name: "ComfyUI" })).toBeUndefined();
});

test.each([
  ["PyTorch:24.04-py3", "PyTorch", "2.3.0", "2.3.0"],
  ["nvcr.io/nvidia/pytorch:24.04-py3", "PyTorch", "2.3.0", "2.3.0"],
  ["PyTorch基础镜像24.04", "PyTorch", "2.3.0", "2.3.0"],
  ["PyTorch-2026.03", "PyTorch", "2.9.1", "2.9.1"],
  ["PyTorch 2026-03-01", "PyTorch", "2.9.1", "2.9.1"],
  ["tf 23.12", "TensorFlow", "2.14.0", "2.14.0"],
  ["vllm:25.09-py3", "vLLM", "0.10.1", "0.10.1"],
  ["vllm:25.09-py3", undefined, undefined, "25.9.0"],
  ["PyTorch:24.04-py3", undefined, undefined, undefined],
  ["PyTorch 2.1", "PyTorch", "2.1.2", "2.1.2"],
  ["PyTorch 2.1.0", "PyTorch", "2.1.2", "2.1.0"],
  ["PyTorch 2.1", "PyTorch", "2.2.0", "2.1.0"],
  ["PyTorch 2.1rc1", "PyTorch", "2.1.2", "2.1.0-rc.1"],
  ["ComfyUI 25.06", "PyTorch", "2.9.1", "25.6.0"],
  ["RAPIDS 24.04", "RAPIDS", "24.04", "24.4.0"],
  ["cuda128_tf220_py312", "TensorFlow", "2.20.0", "2.20.0"],
  ["cuda128_torch2110_py312", "PyTorch", "2.11.1", "2.11.1"],
])(
  "the name %s with %s %s is %s: the framework's own release name or date is not the version (V7)",
  (name, framework, frameworkVersion, version) => {
    expect(
      versionOf({
        name,
        ...(framework === undefined ? {} : { framework }),
        ...(frameworkVersion === undefined ? {} : { frameworkVersion }),
      }),
    ).toBe(version);
  },
);

test.each([
  ["内测版", "1.2.0-alpha"],
  ["公测", "1.2.0-beta"],
  ["预览版", "1.2.0-preview"],
  ["先行版", "1.2.0-preview"],
  ["抢先版", "1.2.0-preview"],
  ["nightly", "1.2.0-nightly"],
  ["dev", "1.2.0.dev0"],
  ["rc", "1.2.0-rc"],
  ["-rc1", "1.2.0-rc.1"],
  ["beta2", "1.2.0-beta.2"],
  ["Beta 2", "1.2.0-beta.2"],
  ["beta版", "1.2.0-beta"],
  ["正式版", "1.2.0"],
  ["FLUX.1-dev", "1.2.0"],
  ["B200", "1.2.0"],
  [".post1", "1.2.0"],
])(
  "a version name %s without a version says what the version of another field is: %s",
  (versionName, version) => {
    expect(versionOf({ name: "FaceFusion v1.2", versionName })).toBe(version);
    expect(versionOf({ name: "FaceFusion", versionName })).toBeUndefined();
  },
);

test("a version of another field that is a pre-release stays that one", () => {
  expect(versionOf({ name: "FaceFusion v1.2rc1", versionName: "内测版" })).toBe("1.2.0-rc.1");
});

test("a name says the same with a full-width space behind it: none is passed over too early", () => {
  fc.assert(
    fc.property(anyText, (name) => expect(named(name)).toBe(named(`${name}\u3000`))),
    { numRuns: 10_000 },
  );
});

test("an image is read once", () => {
  const image = { name: "FaceFusion v1.2" };
  const first = imageVersion(image);
  image.name = "FaceFusion v1.3";
  expect(imageVersion(image)).toBe(first);
});
