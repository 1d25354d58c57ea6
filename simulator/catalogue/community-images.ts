import type { ImageRow } from "../state/image-row.ts";
import { publishedVersions } from "./publication.ts";

// Groups with a known ID: ID, name (some shortened), author and newest version are real, and so are the older versions of
// LiveTalking, the sums of CreatedCount that stand here, and the tags but for LTX-2.3. Image IDs that begin with 1co0
// are invented, as are the older version of LTX-2.3, how its counts are split, prices, days, sizes, statuses and
// AuthInfo. Of the IDs of LiveTalking it is not known which version each one is.
const knownGroups: readonly ImageRow[] = [
  ...publishedVersions(
    // Author and version are invented, and the size is real.
    { group: "qYl0zvqlo03V", name: "FaceFusion 3.6.1", author: "facefusion", sizeMb: 102_400, authInfo: 2 },
    ["3.6.1", "1pl06yxr5lvm", "2026-06-15"],
  ),
  ...publishedVersions(
    {
      group: "9WFDPteiVhX5",
      name: "LTX-2.3视频生成合集",
      author: "与AI同行",
      sizeMb: 102_400,
      authInfo: 2,
      tags: ["LTX-2.3"],
    },
    ["v26.0529", "1co00000ltx2", "2026-05-29", { CreatedCount: 1125, ImageUseTime: 4200 }],
    ["v26.0401", "1co00000ltx1", "2026-04-01", { CreatedCount: 2800, ImageUseTime: 9100 }],
  ),
  ...publishedVersions(
    {
      group: "4458094e-a43d-45fe-9b57-de79253befe4",
      name: "LiveTalking",
      author: "lipku",
      tags: ["数字人"],
    },
    ["v2.2", "14pa8x8ucwr9", "2026-06-02"],
    ["v2.1", "18tpjhhxoq3j", "2026-01-20"],
    ["v2.0", "16ktl2kxwjef", "2025-10-11", { Status: "Offline" }],
  ),
  ...publishedVersions(
    {
      group: "compshareImage-1aly0zqh3gvc",
      name: "SVC-Fusion",
      author: "aiguoliuguo",
      tags: ["语音合成", "语音克隆"],
    },
    ["v2.5", "1co00000svcf", "2025-08-30", { CreatedCount: 7601 }],
  ),
  ...publishedVersions(
    { group: "ykfC7Q7YlzmH", name: "InfiniteTalk", author: "与AI同行", authInfo: 2, tags: ["数字人"] },
    ["v26.0201", "1co00000infi", "2026-02-01", { CreatedCount: 14_333 }],
  ),
  ...publishedVersions(
    {
      group: "3AQrtXQPaD6v",
      name: "AiToolKit汉化版",
      author: "Doc_workBox",
      price: 0.5,
      tags: ["Qwen-image", "Wan", "Lora训练"],
    },
    ["v1.172", "1co00000aito", "2026-06-20"],
  ),
  ...publishedVersions(
    {
      group: "RlfmPA9sk734",
      name: "Krea2 Turbo Engine",
      author: "AI-KSK",
      price: 1.2,
      tags: ["ComfyUI", "Flux"],
    },
    ["v1.0", "1co00000krea", "2026-06-21"],
  ),
];

// Image ID and name are real, everything else is invented.
const knownImages: readonly ImageRow[] = [
  ...publishedVersions({ group: "Msst00WebUI1", name: "MSST-WebUI", author: "声音工坊" }, [
    "1.7.0",
    "19o9qlm9x5f6",
    "2025-07-18",
  ]),
  ...publishedVersions(
    { group: "Hivision0ID1", name: "HivisionIDPhotos", author: "证件照工坊", sizeMb: 30_720 },
    ["v1.3.1", "17jacgm4ju16", "2025-03-14"],
  ),
  ...publishedVersions(
    { group: "Satori007B01", name: "Satori-7B-Round2-WebUI", author: "深夜炼丹", sizeMb: 71_680 },
    ["v1", "18czitmv51ov", "2025-02-20"],
  ),
  ...publishedVersions({ group: "Tpo00LLMweb1", name: "TPO-LLM-WebUI", author: "深夜炼丹", sizeMb: 71_680 }, [
    "v1",
    "18jp6iuyn436",
    "2025-02-27",
  ]),
  ...publishedVersions(
    {
      group: "MiniMaxH3c01",
      name: "MiniMax H3｜ComfyUI三套官方流程",
      author: "流程工坊",
      sizeMb: 102_400,
      tags: ["MiniMax", "ComfyUI"],
    },
    ["v1", "1tlwx8g5r0k2", "2026-07-01"],
  ),
];

const inventedTalk: readonly ImageRow[] = [
  ...publishedVersions(
    { group: "Index00TTS01", name: "IndexTTS2 一键配音", author: "声音工坊", tags: ["IndexTTS", "语音合成"] },
    ["v2.10", "1co0000idx10", "2026-06-10"],
    ["v2.9", "1co00000idx9", "2026-04-22"],
    ["v2.2", "1co00000idx2", "2026-01-08"],
    ["v2.11-beta", "1co0000idx11", "2026-06-28", { Status: "Reviewing" }],
  ),
  ...publishedVersions(
    { group: "Cosy00Voice1", name: "CosyVoice3 WebUI", author: "声音工坊", tags: ["CosyVoice"] },
    ["v3.1", "1co0000cosy2", "2026-05-05"],
    ["v3.0", "1co0000cosy1", "2026-03-30"],
  ),
  ...publishedVersions(
    { group: "Gpt0SoVITS01", name: "GPT-SoVITS 克隆", author: "造型工坊", authInfo: 2, tags: ["语音克隆"] },
    ["v4", "1co0000gpts4", "2026-02-14"],
    ["v3", "1co0000gpts3", "2025-11-14"],
    ["v2", "1co0000gpts2", "2025-06-14", { Status: "Offline" }],
  ),
  ...publishedVersions(
    {
      group: "Rag00Dify001",
      name: "RAG知识库 Dify 版",
      author: "企业助手",
      authInfo: 2,
      price: 0.2,
      tags: ["RAG知识库"],
    },
    ["1.9", "1co0000dify1", "2026-01-30"],
  ),
];

const inventedPictures: readonly ImageRow[] = [
  ...publishedVersions(
    { group: "Wan022Flow01", name: "Wan2.2 图生视频工作流", author: "与AI同行", authInfo: 2, price: 0.3 },
    ["v3", "1co0000wan23", "2026-06-18"],
    ["v2", "1co0000wan22", "2026-03-18"],
    ["v1", "1co0000wan21", "2025-12-18"],
  ),
  ...publishedVersions(
    { group: "c0ffee00-aaaa-4bbb-8ccc-123456789abc", name: "Qwen-Image 编辑合集", author: "AI-KSK" },
    ["v2512", "1co0000qwen2", "2026-01-12", { Tags: null }],
    ["v2509", "1co0000qwen1", "2025-10-12"],
  ),
  ...publishedVersions(
    { group: "SeedVR20Up01", name: "视频超分 SeedVR2", author: "Doc_workBox", tags: ["视频超分"] },
    ["2.5", "1co0000seed2", "2026-04-09"],
    ["2.1", "1co0000seed1", "2025-12-09"],
  ),
  ...publishedVersions(
    { group: "Hunyuan0Tra1", name: "HunyuanVideo 训练镜像", author: "流程工坊", price: 0.8 },
    ["1.5", "1co0000huny2", "2026-02-26", { Container: "False" }],
    ["1.0", "1co0000huny1", "2025-09-26", { Container: "False" }],
  ),
  ...publishedVersions(
    { group: "compshareImage-1co0000flux1", name: "Flux Kontext 工作流", author: "流程工坊", tags: ["Flux"] },
    ["v2", "1co0000flux2", "2025-12-02"],
    ["v1", "1co0000flux1", "2025-08-02"],
  ),
  ...publishedVersions(
    { group: "Hunyuan3D001", name: "3D生成 Hunyuan3D", author: "造型工坊", tags: ["3D生成"] },
    ["2.1", "1co00000hy3d", "2026-07-05", { Status: "Reviewing" }],
  ),
  // CompShare publishes among everybody's images as well.
  ...publishedVersions(
    {
      group: "DeepSeek0OCR",
      name: "DeepSeek-OCR 识别服务",
      author: "UCloud",
      authInfo: 1,
      tags: ["OCR识别"],
    },
    ["v2", "1co00000ocr2", "2026-02-05"],
    ["v1", "1co00000ocr1", "2025-11-05"],
  ),
  // The name of an official image, and newer than it: anybody may publish that.
  ...publishedVersions(
    { group: "Fake00comfyU", name: "ComfyUI", author: "not-compshare", tags: ["ComfyUI"] },
    ["latest", "1co00000fake", "2026-07-20"],
  ),
];

/** Images that everybody has published. */
export const communityImages: readonly ImageRow[] = [
  ...knownGroups,
  ...knownImages,
  ...inventedTalk,
  ...inventedPictures,
];
