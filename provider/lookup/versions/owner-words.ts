import { isFullDate } from "./dates.ts";

/** Whose a number is: of something that is never the image's version, of a framework, of a library, or of the image. */
export type Owner = "cuda" | "driver" | "python" | "os" | "gpu" | "other" | "framework" | "library";

/** Words of each owner, apart by spaces. */
const rows: readonly (readonly [Owner, string])[] = [
  ["cuda", "cuda cu cudatoolkit nvcc rocm cann nvidia"],
  ["driver", "driver drivers smi cudnn cublas nccl dtk musa maca corex cntoolkit neuware"],
  ["python", "python py cpython cp pypy"],
  ["os", "ubuntu debian centos rhel hat rocky rockylinux alma almalinux fedora"],
  ["os", "windows win linux kernel euler openeuler anolis anolisos kylin uos"],
  ["os", "euleros ctyunos loongnix deepin opensuse suse sles alpine macos osx tencentos opencloudos alinux"],
  ["os", "kali freebsd android ios jetpack proxmox"],
  ["gpu", "rtx gtx geforce tesla quadro radeon ascend"],
  ["other", "sm capability arch port"],
  ["framework", "torch pytorch libtorch tensorflow tf paddle paddlepaddle jax mxnet mindspore"],
  ["library", "torchvision torchaudio transformer transformers diffusers accelerate xformers peft"],
  ["library", "attn flashattention triton tensorrt deepspeed apex bitsandbytes numpy"],
  ["library", "opencv ffmpeg gradio streamlit keras onnx onnxruntime pip gcc glibc"],
  ["library", "cmake jupyter jupyterlab notebook node nodejs js npm java jdk"],
  ["library", "docker golang go rust git conda"],
];

const owners: ReadonlyMap<string, Owner> = new Map(
  rows.flatMap(([owner, names]) => names.split(" ").map((name) => [name, owner] as const)),
);

/** Long enough to be recognised at the end of another word, as in `ComfyUIPython3.12`. */
const endings: readonly (readonly [string, Owner])[] = [
  ["cuda", "cuda"],
  ["python", "python"],
  ["ubuntu", "os"],
  ["windows", "os"],
];

/** What may be glued to an owner's name in Chinese: `驱动版本`, `麒麟系统`. */
const hanEndings = "系统|环境|版本号?|版|为|是|支持|需要|要求|适配|升级|更新|最[高低新]|从|[至到]";

const hanRows: readonly (readonly [string, Owner])[] = [
  ["驱动(?:程序|程式)?", "driver"],
  ["(?:内核|乌班图|麒麟|统信|鸿蒙|欧拉|龙蜥|深度系统|操作系统)", "os"],
  ["昇腾", "gpu"],
  ["(?:算力|端口|群号?)", "other"],
];

const hanOwners: readonly (readonly [RegExp, Owner])[] = hanRows.map(([name, owner]) => [
  new RegExp(`${name}(?:${hanEndings})*$`),
  owner,
]);

/** Whose number follows these letters. */
export function ownerOfLetters(letters: string): Owner | undefined {
  return owners.get(letters) ?? endings.find(([ending]) => letters.endsWith(ending))?.[1];
}

/** Whose number follows these Chinese characters: `驱动`, `驱动版本`, `麒麟系统`. */
export function ownerOfHan(han: string): Owner | undefined {
  const ending = han.slice(-16);
  return hanOwners.find(([pattern]) => pattern.test(ending))?.[1];
}

/** Words between an owner and its number: `Ubuntu Server 22.04`, `CUDA Toolkit 12.4`. */
export const fillers: ReadonlySet<string> = new Set(
  [
    "nvidia server advanced desktop os toolkit sdk release lts gnu runtime pro ti super ada enterprise",
    "base image official compute stream leap focal jammy noble bullseye bookworm",
    "v ver version",
  ].flatMap((words) => words.split(" ")),
);

/** Chinese words that only stand between an owner and its number: `ComfyUI基础镜像0.10.0`. */
export const hanFiller = new RegExp(`^(?:官方|基础|镜像|框架|深度学习|${hanEndings})+$`);

type Plausible = (major: number, more: number) => boolean;

/** Which numbers can be an owner's where its word alone does not say so: the `CUDA-v1.2` of something is its second try. */
const plausible: Readonly<Partial<Record<Owner, Plausible>>> = {
  cuda: (major) => major >= 7,
  driver: (major) => major >= 7,
  python: (major) => major === 2 || major === 3,
  os: (major) => major >= 5,
  // A model, as in `Ascend 910`; behind a dot begins something that runs on it.
  gpu: (major, more) => more === 0 && major >= 300,
};

/** Whether numbers can be the owner's behind a `v`, or behind a word that products end in. */
export function mayOwn(owner: Owner, numbers: readonly string[]): boolean {
  const [major, ...more] = numbers;
  // No version of these is a day; a framework's may be called by one.
  if (isFullDate(numbers)) return owner === "framework" || owner === "library";
  return plausible[owner]?.(Number(major), more.length) ?? true;
}

/** Whether a name of a product may end in a word: `llama-cpp-python`, `numba-cuda`. */
export function endsProducts(letters: string): boolean {
  return letters === "python" || letters === "cuda" || letters === "musa";
}

/** Words that say on what a version runs, and stand between it and its pre-release: `2.0-gpu-rc1`. */
export const neutralWords: ReadonlySet<string> = new Set(
  "gpu cpu amd arm aarch runtime devel slim docker container".split(" "),
);
