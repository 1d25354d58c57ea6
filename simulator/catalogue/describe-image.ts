import type { ImageRow, SoftwareRow } from "../state/image-row.ts";

/** What a catalogue file says about one image; the rest of the row follows from it. */
export interface ImageFacts {
  readonly type: "System" | "App" | "Other";
  /** The ID without its `compshareImage-`. */
  readonly id: string;
  readonly name: string;
  readonly sizeMb: number;
  /** Day of publication, `2026-05-12`. */
  readonly published: string;
  readonly tags?: readonly string[];
  readonly softwares?: SoftwareRow;
  /** @default "True" for App images, "False" for all others */
  readonly container?: "True" | "False";
  /** @default "Available" */
  readonly status?: string;
  /** @default "UCloud" */
  readonly author?: string;
  /** Members that few images have, such as SoftwarePorts. */
  readonly more?: Readonly<Record<string, unknown>>;
}

const oldGpus = ["2080Ti", "3080Ti", "3090", "4090", "A100", "A800"];
const allGpus = ["3090", "4090", "4090_48G", "5090", "A100", "A800", "H20"];

// A 5090 needs CUDA 12.8; images without a CUDA version bring no driver limit of their own.
function gpuTypes(cuda: string | undefined): readonly string[] {
  const [major = 0, minor = 0] = (cuda ?? "13.0").split(".").map(Number);
  return major > 12 || (major === 12 && minor >= 8) ? allGpus : oldGpus;
}

// Gives each image counters and times of day of its own that never change from run to run.
function numberFrom(text: string, below: number): number {
  let sum = 7;
  for (const letter of text) sum = (sum * 31 + letter.charCodeAt(0)) % 1_000_003;
  return sum % below;
}

function summary({ type, softwares }: ImageFacts): string {
  if (softwares === undefined) return type === "System" ? "官方基础镜像" : "官方桌面与图形应用镜像";
  const parts = [
    [softwares.Framework, softwares.FrameworkVersion],
    ["CUDA", softwares.CUDAVersion],
    ["Python", softwares.PythonVersion],
  ].filter(([name, version]) => name !== undefined && version !== undefined);
  return `预装 ${parts.map((part) => part.join(" ")).join("、")}，开箱即用`;
}

function optionalMembers(facts: ImageFacts): Partial<ImageRow> {
  return {
    ...(facts.tags === undefined ? {} : { Tags: facts.tags }),
    ...(facts.softwares === undefined ? {} : { Softwares: { ...facts.softwares, FrameworkVersionIndex: 0 } }),
    ...facts.more,
  };
}

/** Builds the row that CompShare would send for an image. */
export function describeImage(facts: ImageFacts): ImageRow {
  const published = Date.parse(`${facts.published}T02:00:00Z`) / 1000 + numberFrom(facts.id, 28_800);
  const created = published - 86_400 - numberFrom(facts.name, 9 * 86_400);
  const description = summary(facts);
  return {
    CompShareImageId: `compshareImage-${facts.id}`,
    Name: facts.name,
    ImageType: facts.type,
    Status: facts.status ?? "Available",
    Author: facts.author ?? "UCloud",
    AuthInfo: 1,
    ImageOwnerAlias: "Official",
    Description: description,
    Container: facts.container ?? (facts.type === "App" ? "True" : "False"),
    Size: facts.sizeMb,
    Visibility: 1,
    Price: 0,
    ...optionalMembers(facts),
    SupportedGpuTypes: gpuTypes(facts.softwares?.CUDAVersion),
    Cover: `https://images.example/compshare/${facts.id}.png`,
    Readme: `# ${facts.name}\n\n${description}\n`,
    CreatedCount: numberFrom(facts.id + facts.name, 20_000),
    FavoritesCount: numberFrom(facts.name + facts.id, 900),
    CreateTime: created,
    PubTime: published,
  };
}
