import type { ImageRow } from "../state/image-row.ts";
import { describeImage } from "./describe-image.ts";

const system = (id: string, name: string, sizeMb: number, published: string): ImageRow =>
  describeImage({ type: "System", id, name, sizeMb, published });

/** The nine System images: no tags, no software, all for virtual machines. */
export const systemImages: readonly ImageRow[] = [
  // ID and name are real.
  system("1e3udifakfm9", "Windows-nvidia 2022 64位", 40960, "2025-06-18"),
  // The name is real, the ID is invented.
  system("1lb188w3dota", "Ubuntu-nvidia 22.04", 30720, "2025-03-11"),
  system("10venkwveq2f", "Ubuntu 22.04 64位", 30720, "2024-04-09"),
  system("1x3v5wtv94as", "Ubuntu 24.04 64位", 30720, "2025-01-15"),
  // ID and name are invented.
  system("1kztdixeo7wv", "Ubuntu-nvidia 24.04", 30720, "2026-02-04"),
  system("1rwr7cih5jc3", "Ubuntu 20.04 64位", 30720, "2023-11-21"),
  system("1lqsxwicvrw2", "Debian 12 64位", 30720, "2025-08-27"),
  system("1bhcs1hl5h4p", "Rocky Linux 9.6 64位", 30720, "2025-10-14"),
  system("1wzyg6rgqo6h", "Windows 2019 64位", 40960, "2023-12-05"),
];
