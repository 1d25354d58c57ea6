import type { ImageRow } from "../state/image-row.ts";
import { type Random, seededRandom } from "./seeded-random.ts";

const cudaVersions = ["11.8", "12.1", "12.4", "12.6", "12.8", "13.0", "13.2"];
const pythonVersions = ["3.10", "3.11", "3.12", "3.13"];
const gpuTypes = ["3090", "4090", "4090_48G", "5090", "A100", "A800", "H20"];

interface Family {
  readonly framework: string;
  readonly stem: string;
  readonly tag: string;
}

const families: readonly Family[] = [
  { framework: "PyTorch", stem: "torch", tag: "pytorch，Pytorch" },
  { framework: "TensorFlow", stem: "tf", tag: "tensorflow，Tensorflow" },
  { framework: "ComfyUI", stem: "comfyui", tag: "comfyUI，ComfyUI" },
  { framework: "Miniconda", stem: "miniconda", tag: "miniconda，Miniconda3" },
  { framework: "vLLM", stem: "vllm", tag: "推理框架" },
];

function oneOf<Value>(values: readonly Value[], random: Random): Value {
  return values[Math.floor(random() * values.length)] as Value;
}

// The number at the end keeps both ID and name unique, however many rows there are.
function rowId(index: number, random: Random): string {
  const number = index.toString(36).padStart(5, "0");
  const start = Array.from({ length: 6 }, () => Math.floor(random() * 36).toString(36)).join("");
  return `compshareImage-1${start}${number}`;
}

function imageTypeOf(index: number): "System" | "App" | "Other" {
  if (index % 8 === 0) return "System";
  return index % 8 === 7 ? "Other" : "App";
}

function appMembers(random: Random, { framework, tag }: Family): Partial<ImageRow> {
  const version = `${Math.floor(random() * 4)}.${Math.floor(random() * 30)}.${Math.floor(random() * 10)}`;
  const CUDAVersion = oneOf(cudaVersions, random);
  const PythonVersion = oneOf(pythonVersions, random);
  return {
    Description: `${framework} ${version}, CUDA ${CUDAVersion}, Python ${PythonVersion}`,
    ...(random() < 0.6 ? { Tags: [tag] } : {}),
    Softwares: {
      Framework: framework,
      FrameworkVersion: version,
      FrameworkVersionIndex: 0,
      CUDAVersion,
      PythonVersion,
      OsVersion: "Ubuntu 22.04",
    },
  };
}

function generatedRow(index: number, random: Random): ImageRow {
  const type = imageTypeOf(index);
  const family = oneOf(families, random);
  const published = 1_700_000_000 + Math.floor(random() * 85_000_000);
  return {
    CompShareImageId: rowId(index, random),
    Name: `${type === "App" ? family.stem : type.toLowerCase()}_image_${index}`,
    ImageType: type,
    Status: random() < 0.97 ? "Available" : "Offline",
    Author: "UCloud",
    AuthInfo: 1,
    ImageOwnerAlias: "Official",
    Container: type === "App" ? "True" : "False",
    Size: 10_240 * (3 + Math.floor(random() * 8)),
    Visibility: 1,
    Price: 0,
    ...(type === "App" ? appMembers(random, family) : { Description: "Generated image" }),
    SupportedGpuTypes: gpuTypes.filter(() => random() < 0.7),
    CreatedCount: Math.floor(random() * 20_000),
    FavoritesCount: Math.floor(random() * 900),
    CreateTime: published - Math.floor(random() * 800_000),
    PubTime: published,
  };
}

/**
 * Makes a catalogue of any size, as `--images` serves it: an eighth System, three quarters App, an eighth Other, all
 * names and IDs different. The same count and seed give the same rows.
 */
export function generateCatalogue(count: number, seed: number): readonly ImageRow[] {
  const random = seededRandom(seed);
  return Array.from({ length: count }, (_, index) => generatedRow(index, random));
}
