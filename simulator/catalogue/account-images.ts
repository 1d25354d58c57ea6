import type { ImageRow } from "../image-row.ts";
import { describeImage } from "./describe-image.ts";

/** A row of somebody other than CompShare. */
const own = (
  facts: Parameters<typeof describeImage>[0],
  members: Readonly<Record<string, unknown>>,
): ImageRow => ({
  ...describeImage(facts),
  AuthInfo: 0,
  ImageOwnerAlias: "Community",
  ...members,
});

const base = { type: "App", sizeMb: 51_200, published: "2026-05-12", author: "demo" } as const;

/** Images that the demo account has made. The first two IDs are real, their names are not known; the rest is invented. */
export const customImages: readonly ImageRow[] = [
  own(
    { ...base, id: "1uw6sd44931i", name: "训练环境-2026-05" },
    { ImageType: "Custom", IsOfficial: false, Visibility: 0 },
  ),
  own(
    { ...base, id: "1uyaneriamfz", name: "训练环境-2026-03", published: "2026-03-02" },
    { ImageType: "Custom", IsOfficial: false, Visibility: 0 },
  ),
  own(
    { ...base, id: "1cu000making", name: "制作中", status: "Making" },
    { ImageType: "Custom", IsOfficial: false, Visibility: 0 },
  ),
];

/** Images that others have shared with the demo account. Invented. */
export const sharedImages: readonly ImageRow[] = [
  own(
    { ...base, id: "1sh0000team1", name: "团队基础镜像", author: "team-lead" },
    { ImageType: "Custom", Owner: { AccountName: "team-lead", AccountId: 56_001 } },
  ),
  own(
    { ...base, id: "1sh0000team2", name: "团队推理镜像", author: "team-lead" },
    { ImageType: "Custom", Owner: { AccountName: "team-lead", AccountId: "56001" } },
  ),
];

const community = (
  id: string,
  name: string,
  author: string,
  groupId: string,
  versionName: string,
  more: Readonly<Record<string, unknown>> = {},
): ImageRow =>
  own(
    { ...base, id, name, author, published: "2026-06-15" },
    { ImageType: "Community", GroupId: groupId, VersionName: versionName, ...more },
  );

/** Images that the demo account has published. Invented. */
export const publishedImages: readonly ImageRow[] = [
  community("1pu00000ver2", "demo 数字人", "demo", "Pub0000demo1", "v2"),
  community("1pu00000ver1", "demo 数字人", "demo", "Pub0000demo1", "v1"),
];

/**
 * Images that everybody has published. Names, authors and the first group's IDs are real where they are known; the other
 * IDs, versions and prices are invented. One bears the name of an official image, as anybody's may.
 */
export const communityImages: readonly ImageRow[] = [
  community("1pl06yxr5lvm", "FaceFusion 3.6.1", "facefusion", "qYl0zvqlo03V", "3.6.1", { AuthInfo: 2 }),
  community("1co00000ltx2", "LTX-2.3视频生成合集", "与AI同行", "9WFDPteiVhX5", "v26.0529", {
    AuthInfo: 2,
    Tags: ["LTX-2.3"],
  }),
  community("1co00000ltx1", "LTX-2.3视频生成合集", "与AI同行", "9WFDPteiVhX5", "v26.0401", {
    AuthInfo: 2,
    Tags: ["LTX-2.3"],
  }),
  community("1co00000liv2", "LiveTalking", "lipku", "4458094e-a43d-45fe-9b57-de79253befe4", "v2.2", {
    Tags: ["数字人"],
  }),
  community("1co00000liv1", "LiveTalking", "lipku", "4458094e-a43d-45fe-9b57-de79253befe4", "v2.1", {
    Tags: ["数字人"],
  }),
  community("1co00000liv0", "LiveTalking", "lipku", "4458094e-a43d-45fe-9b57-de79253befe4", "v2.0", {
    Status: "Offline",
  }),
  community("1co00000svcf", "SVC-Fusion", "aiguoliuguo", "compshareImage-1aly0zqh3gvc", "1.0", {
    Tags: ["语音合成", "语音克隆"],
  }),
  community("1co00000infi", "InfiniteTalk", "与AI同行", "ykfC7Q7YlzmH", "v1", { AuthInfo: 2 }),
  community("1co00000aito", "AiToolKit汉化版", "Doc_workBox", "3AQrtXQPaD6v", "v1.172", {
    Price: 0.5,
    Tags: ["Qwen-Image", "Wan"],
  }),
  community("1co00000krea", "Krea2 Turbo Engine", "AI-KSK", "RlfmPA9sk734", "2", { Price: 1.2 }),
  community("1co00000fake", "ComfyUI", "not-compshare", "Fake00comfyU", "latest", {
    PubTime: 1_790_000_000,
  }),
];
