import type { ImageRow, SoftwareRow } from "../state/image-row.ts";
import { describeImage } from "./describe-image.ts";

const comfyTag = "comfyUI，ComfyUI";

interface Application {
  readonly name: string;
  readonly id: string;
  readonly sizeMb: number;
  readonly published: string;
  readonly application: string;
  readonly version: string;
  readonly cuda: string;
  readonly tags?: readonly string[];
  readonly status?: string;
  readonly port?: number;
}

function application(facts: Application): ImageRow {
  const { name, id, sizeMb, published, port } = facts;
  const softwares: SoftwareRow = {
    Framework: facts.application,
    FrameworkVersion: facts.version,
    CUDAVersion: facts.cuda,
    PythonVersion: "3.12",
    OsVersion: "Ubuntu 22.04",
    Applications: [facts.application],
  };
  return describeImage({
    type: "App",
    id,
    name,
    sizeMb,
    published,
    softwares,
    ...(facts.tags === undefined ? {} : { tags: facts.tags }),
    ...(facts.status === undefined ? {} : { status: facts.status }),
    ...(port === undefined
      ? {}
      : { more: { SoftwarePorts: [{ Software: facts.application, Port: port }], AutoStart: true } }),
  });
}

type Line = readonly [
  name: string,
  id: string,
  sizeMb: number,
  published: string,
  version: string,
  cuda: string,
];

const comfy = (
  [name, id, sizeMb, published, version, cuda]: Line,
  more: readonly string[] = [],
  status?: string,
): ImageRow =>
  application({
    name,
    id,
    sizeMb,
    published,
    version,
    cuda,
    application: "ComfyUI",
    port: 8188,
    tags: [comfyTag, ...more],
    ...(status === undefined ? {} : { status }),
  });

/** The eight ComfyUI images. The newest base image is still under review. */
export const comfyImages: readonly ImageRow[] = [
  // The name is real, the ID is invented.
  comfy(["ComfyUI", "1djsausv4z4d", 71680, "2026-04-21", "0.9.2", "12.8"]),
  comfy(["ComfyUI基础镜像0.10.0", "1h862c2cfcj8", 61440, "2026-05-26", "0.10.0", "13.0"]),
  // ID and name are invented.
  comfy(["ComfyUI基础镜像0.9.2", "1f9uulwdsj9b", 61440, "2026-03-31", "0.9.2", "12.8"]),
  comfy(["ComfyUI基础镜像0.8.1", "1za27dy6hqwv", 61440, "2025-12-23", "0.8.1", "12.8"]),
  comfy(["ComfyUI基础镜像0.11.0", "1uu9sscain4a", 61440, "2026-07-14", "0.11.0", "13.0"], [], "Reviewing"),
  comfy(["ComfyUI-Flux", "14cvyd6i4dph", 92160, "2025-11-04", "0.3.66", "12.8"], ["Flux"]),
  comfy(["ComfyUI-Wan2.2", "1lmizex6lms2", 102400, "2025-09-16", "0.3.59", "12.8"], ["Wan"]),
  comfy(
    ["ComfyUI-Qwen-Image", "16mwkvl2wceq", 102400, "2025-10-21", "0.3.64", "12.8"],
    ["Qwen-Image", "Qwen"],
  ),
];

const serving = (
  [name, id, sizeMb, published, version, cuda]: Line,
  server: string,
  tags?: readonly string[],
  status?: string,
): ImageRow =>
  application({
    name,
    id,
    sizeMb,
    published,
    version,
    cuda,
    application: server,
    port: 8000,
    ...(tags === undefined ? {} : { tags }),
    ...(status === undefined ? {} : { status }),
  });

/** Servers for language models. `SGLang` is the name of two images, so a name alone does not always decide. */
export const servingImages: readonly ImageRow[] = [
  // The name is real, the ID is invented.
  serving(["vLLM v0.12.0", "1pv2luuyhfr1", 61440, "2026-01-06", "0.12.0", "12.9"], "vLLM", [
    "推理框架",
    "DeepSeek",
    "Qwen",
  ]),
  serving(["vLLM v0.10.0", "17utkv3juc5a", 61440, "2025-08-05", "0.10.0", "12.8"], "vLLM", ["推理框架"]),
  serving(["SGLang", "13bpfynwhimm", 61440, "2026-02-25", "0.5.8", "12.9"], "SGLang", ["推理框架"]),
  serving(["Ollama", "1oubfjoholwb", 40960, "2026-03-03", "0.17.0", "12.8"], "Ollama"),
  // ID and name are invented.
  serving(
    ["vLLM v0.9.2", "1tc205xhei2d", 51200, "2025-07-15", "0.9.2", "12.8"],
    "vLLM",
    undefined,
    "Offline",
  ),
  serving(["SGLang", "1qylx2xhjppq", 71680, "2026-06-09", "0.6.1", "13.0"], "SGLang"),
  serving(
    ["TensorRT-LLM 1.1", "1py55m94vlmt", 81920, "2026-01-20", "1.1.0", "13.0"],
    "TensorRT-LLM",
    undefined,
    "UnAvailable",
  ),
  serving(["Xinference 1.14", "1gpq3pzio8zo", 71680, "2025-12-16", "1.14.0", "12.8"], "Xinference"),
];

const tool = (line: Line, name: string, port: number): ImageRow => {
  const [title, id, sizeMb, published, version, cuda] = line;
  return application({ name: title, id, sizeMb, published, version, cuda, application: name, port });
};

/** Applications without tags. */
export const toolImages: readonly ImageRow[] = [
  // The name is real, the ID is invented.
  tool(["SD-WebUI 基础镜像", "1b24cultcezj", 71680, "2024-07-30", "1.10.1", "12.4"], "SD-WebUI", 7860),
  // ID and name are invented.
  tool(["LLaMA-Factory 0.9.4", "1pe3xmqjf0qa", 71680, "2026-01-13", "0.9.4", "12.8"], "LLaMA-Factory", 7860),
  tool(["ms-swift 3.11", "1ovmg8xcd6q9", 71680, "2025-12-30", "3.11.0", "12.8"], "ms-swift", 7860),
  tool(["JupyterLab 4.4", "1j5p6dsf52sd", 40960, "2025-05-27", "4.4.2", "12.4"], "JupyterLab", 8888),
  tool(["PaddlePaddle 3.2", "1nmhczmsl8cc", 51200, "2025-10-28", "3.2.0", "12.6"], "PaddlePaddle", 8888),
  tool(["JAX 0.8.1", "1tc9plbvydpv", 51200, "2025-12-09", "0.8.1", "13.0"], "JAX", 8888),
  tool(["RAPIDS 25.10", "1on3r9954fjl", 61440, "2025-10-30", "25.10", "13.0"], "RAPIDS", 8888),
  tool(["MindSpore 2.7", "1ry3ma3nihca", 51200, "2025-09-09", "2.7.0", "11.6"], "MindSpore", 8888),
];
