/** Whose a number is: of something that is never the image's version, of a framework, of a library, or of the image. */
export type Owner = "cuda" | "python" | "os" | "gpu" | "framework" | "library";

/** Words of each owner, apart by spaces. */
const rows: readonly (readonly [Owner, string])[] = [
  ["cuda", "cuda cu cudnn nccl nvcc driver drivers rocm cann nvidia"],
  ["python", "python py cpython cp pypy"],
  ["os", "ubuntu debian centos rhel hat rocky rockylinux alma almalinux fedora"],
  ["os", "windows win linux kernel euler openeuler anolis anolisos kylin uos"],
  ["os", "deepin opensuse suse sles alpine macos osx tencentos opencloudos alinux"],
  ["os", "kali freebsd android ios jetpack proxmox"],
  ["gpu", "rtx gtx geforce tesla quadro radeon ascend sm capability arch"],
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

const hanOwners: readonly (readonly [RegExp, Owner])[] = [
  [/驱动(?:程序)?(?:版本号?)?$/, "cuda"],
  [/(?:内核|麒麟|统信|鸿蒙|欧拉|龙蜥|深度系统|操作系统)$/, "os"],
  [/(?:昇腾|算力)$/, "gpu"],
];

/** Whose number follows these letters. */
export function ownerOfLetters(letters: string): Owner | undefined {
  return owners.get(letters) ?? endings.find(([ending]) => letters.endsWith(ending))?.[1];
}

/** Whose number follows these Chinese characters. */
export function ownerOfHan(han: string): Owner | undefined {
  return hanOwners.find(([pattern]) => pattern.test(han))?.[1];
}

/** Words between an owner and its number: `Ubuntu Server 22.04`, `CUDA Toolkit 12.4`. */
export const fillers: ReadonlySet<string> = new Set(
  [
    "nvidia server desktop toolkit lts gnu runtime pro ti super ada enterprise",
    "base image official compute stream leap focal jammy noble bullseye bookworm",
    "v ver version",
  ].flatMap((words) => words.split(" ")),
);

/** Chinese words between an owner and its number: `ComfyUI基础镜像0.10.0`. */
export const hanFiller = /^(?:官方|基础|镜像|系统|环境|版本号?|版|框架|深度学习|为|是|支持|需要|要求|适配)+$/;

/** Numbers that are of none of these even behind their word and `v`: `CUDA-v1.2` is the second try of something. */
const plausible: Readonly<Partial<Record<Owner, (major: number) => boolean>>> = {
  cuda: (major) => major >= 7,
  python: (major) => major === 2 || major === 3,
  os: (major) => major >= 5,
};

/** Whether a number behind the owner's word and `v` is the owner's. */
export function mayOwn(owner: Owner, major: string): boolean {
  return plausible[owner]?.(Number(major)) ?? true;
}

/** Words that say on what a version runs, and stand between it and its pre-release: `2.0-gpu-rc1`. */
export const neutralWords: ReadonlySet<string> = new Set(
  "gpu cpu amd arm aarch runtime devel slim docker container".split(" "),
);
