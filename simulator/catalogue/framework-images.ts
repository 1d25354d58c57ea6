import type { ImageRow, SoftwareRow } from "../state/image-row.ts";
import { describeImage } from "./describe-image.ts";

// CompShare stores two spellings of one tag in a single text, joined by a full-width comma.
const pytorchTag = "pytorch，Pytorch";
const tensorflowTag = "tensorflow，Tensorflow";
const minicondaTag = "miniconda，Miniconda3";

function software(
  Framework: string,
  FrameworkVersion: string,
  cuda: string,
  python: string,
  os = "22.04",
): SoftwareRow {
  return {
    Framework,
    FrameworkVersion,
    ...(cuda === "" ? {} : { CUDAVersion: cuda }),
    PythonVersion: python,
    OsVersion: `Ubuntu ${os}`,
  };
}

function app(
  name: string,
  id: string,
  sizeMb: number,
  published: string,
  softwares: SoftwareRow,
  tags: string[] = [],
): ImageRow {
  return describeImage({
    type: "App",
    id,
    name,
    sizeMb,
    published,
    softwares,
    ...(tags.length === 0 ? {} : { tags }),
  });
}

const torch = (
  name: string,
  id: string,
  sizeMb: number,
  published: string,
  [version, cuda, python]: readonly [string, string, string],
  more: readonly string[] = [],
): ImageRow =>
  app(name, id, sizeMb, published, software("PyTorch", version, cuda, python), [pytorchTag, ...more]);

/** The 17 PyTorch images. */
export const pytorchImages: readonly ImageRow[] = [
  // ID and name are real.
  torch(
    "cuda128_torch291_py312",
    "1minbz219ceq",
    30720,
    "2025-12-03",
    ["2.9.1", "12.8", "3.12"],
    ["深度学习"],
  ),
  torch("cuda130_torch291_py312", "1mindjx61soz", 51200, "2025-12-10", ["2.9.1", "13.0", "3.12"]),
  torch(
    "cuda132_torch2130_py312",
    "1t1vuerl80np",
    51200,
    "2026-06-30",
    ["2.13.0", "13.2", "3.12"],
    ["深度学习"],
  ),
  // The name is real, the ID is invented.
  torch("cuda128_torch280_py312", "1gay0djw5fo5", 51200, "2025-08-19", ["2.8.0", "12.8", "3.12"]),
  torch("cuda124_torch280_py311", "1c49s5m5r5db", 51200, "2025-08-19", ["2.8.0", "12.4", "3.11"]),
  torch("pytorch_2.5.0_Py3.12", "1tx5ln07e080", 51200, "2024-11-12", ["2.5.0", "12.4", "3.12"], ["深度学习"]),
  torch("pytorch_2.3.0_Py3.12", "14930hdvdenm", 51200, "2024-06-04", ["2.3.0", "12.1", "3.12"]),
  torch("pytorch_1.8.1_Py3.8", "1cwwcu6y3mzm", 102400, "2023-11-28", ["1.8.1", "11.1", "3.8"]),
  torch("PyTorch:24.04-py3", "1cwfkf7ulu5c", 71680, "2024-05-08", ["2.3.0", "12.4", "3.10"]),
  // ID and name are invented.
  torch("pytorch_2.4.1_Py3.12", "1iw3m8b260qa", 51200, "2024-09-24", ["2.4.1", "12.4", "3.12"]),
  torch("pytorch_2.1.2_Py3.10", "1wajavtqhhf8", 51200, "2024-01-16", ["2.1.2", "12.1", "3.10"]),
  torch("pytorch_2.0.1_Py3.10", "1fiwijmbnkm0", 51200, "2023-12-19", ["2.0.1", "11.8", "3.10"]),
  torch("pytorch_1.13.1_Py3.10", "1ug86s74edut", 40960, "2023-12-12", ["1.13.1", "11.7", "3.10"]),
  torch("cuda126_torch260_py312", "16ksell1c3qw", 51200, "2025-02-18", ["2.6.0", "12.6", "3.12"]),
  torch("cuda128_torch271_py312", "1q49oqplu6h1", 51200, "2025-06-24", ["2.7.1", "12.8", "3.12"]),
  torch("cuda130_torch2100_py312", "10gomwg2dlj1", 51200, "2026-02-11", ["2.10.0", "13.0", "3.12"]),
  torch(
    "cuda130_torch2120_py313",
    "1s6i2vls7sx2",
    61440,
    "2026-05-20",
    ["2.12.0", "13.0", "3.13"],
    ["深度学习"],
  ),
];

export const tensorflowImages: readonly ImageRow[] = [
  // The name is real, the ID is invented.
  app(
    "cuda128_tf220_py312",
    "1qwrhowgr99w",
    51200,
    "2025-09-02",
    software("TensorFlow", "2.20.0", "12.8", "3.12"),
    [tensorflowTag],
  ),
  // ID and name are invented.
  app(
    "cuda124_tf217_py311",
    "19y0oe6tpal0",
    51200,
    "2024-08-13",
    software("TensorFlow", "2.17.0", "12.4", "3.11"),
    [tensorflowTag, "深度学习"],
  ),
];

const miniconda = (
  name: string,
  id: string,
  published: string,
  version: string,
  cuda: string,
  python: string,
): ImageRow => app(name, id, 30720, published, software("Miniconda", version, cuda, python), [minicondaTag]);

/** The five Miniconda images. */
export const minicondaImages: readonly ImageRow[] = [
  // The name is real, the ID is invented.
  miniconda("Miniconda3", "13ijjkx5dej5", "2025-07-08", "25.5.1", "", "3.13"),
  // ID and name are invented.
  miniconda("miniconda3_py310", "1skhbers23bc", "2024-02-27", "24.1.2", "11.8", "3.10"),
  miniconda("miniconda3_py311", "115f90x0mvf3", "2024-10-22", "24.9.2", "12.4", "3.11"),
  miniconda("miniconda3_py312", "1dr7iq1fp9wl", "2025-04-15", "25.1.1", "12.8", "3.12"),
  miniconda("miniconda3_cuda130_py313", "1ip09179roep", "2026-03-17", "25.11.1", "13.0", "3.13"),
];

const cuda = (
  name: string,
  id: string,
  sizeMb: number,
  published: string,
  version: string,
  python: string,
): ImageRow =>
  app(name, id, sizeMb, published, {
    CUDAVersion: version,
    PythonVersion: python,
    OsVersion: "Ubuntu 22.04",
  });

/** CUDA without a framework: these have no tags. */
export const cudaImages: readonly ImageRow[] = [
  // ID and name are real.
  cuda("cuda13x_python312", "1t1w06ukq68v", 30720, "2026-06-30", "13.2", "3.12"),
  // ID and name are invented.
  cuda("cuda128_python312", "16fhs70e4rlk", 30720, "2025-03-25", "12.8", "3.12"),
  cuda("cuda124_python311", "1354ystkfh3l", 30720, "2024-05-21", "12.4", "3.11"),
  cuda("cuda118_python310", "1ee6dio5gsf7", 30720, "2023-12-26", "11.8", "3.10"),
];
