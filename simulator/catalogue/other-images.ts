import type { ImageRow } from "../state/image-row.ts";
import { describeImage, type ImageFacts } from "./describe-image.ts";

type Line = readonly [name: string, id: string, sizeMb: number, published: string];

const other = ([name, id, sizeMb, published]: Line, more: Partial<ImageFacts> = {}): ImageRow =>
  describeImage({ type: "Other", author: "优云智算", name, id, sizeMb, published, ...more });

const zones = { ImageSupportZone: [{ Zone: "cn-wlcb-01", ZoneId: 10027 }] };

/** The eleven Other images: desktops, games and rendering. */
export const otherImages: readonly ImageRow[] = [
  // The name is real, the ID is invented.
  other(["黑神话悟空", "1otc5lx51uzb", 102400, "2024-08-20"], { tags: ["黑神话，黑神话悟空"], more: zones }),
  // ID and name are invented.
  other(["Windows 云电脑 2022", "1sf09imuwfyd", 61440, "2025-02-25"], { more: zones }),
  other(["Windows 云电脑 2025", "1qmvnqnhsniz", 61440, "2026-01-27"]),
  other(["Ubuntu 桌面 24.04", "1emz9ma4btry", 40960, "2025-06-10"]),
  other(["Blender 4.5 渲染", "1lm4gkl71o70", 51200, "2025-07-29"]),
  other(["Unreal Engine 5.6", "1hb14cmtf6iv", 102400, "2025-06-17"]),
  other(["Isaac Sim 5.0", "1j5jtp16fp8q", 102400, "2025-08-26"], { container: "True" }),
  other(["Omniverse 2025", "1keqx8t1ussb", 92160, "2025-04-08"]),
  other(["OBS 直播推流", "1xrpl5b4eeml", 40960, "2024-12-17"]),
  other(["Sunshine 串流桌面", "1eu8g0uysuk1", 40960, "2025-01-21"]),
  other(["ParaView 6.0", "1yfk8srnhpm1", 51200, "2025-09-23"], { container: "True" }),
];
