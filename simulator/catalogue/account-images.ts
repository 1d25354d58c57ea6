import type { ImageRow } from "../state/image-row.ts";
import { publishedVersions, userImage } from "./publication.ts";

const own = { ImageType: "Custom", IsOfficial: false, Visibility: 0 } as const;
const made = { sizeMb: 51_200, author: "demo" } as const;

/** Images that the demo account has made. The first two IDs are real, their names are not known; the rest is invented. */
export const customImages: readonly ImageRow[] = [
  userImage({ ...made, id: "1uw6sd44931i", name: "训练环境-2026-05", published: "2026-05-12" }, own),
  userImage({ ...made, id: "1uyaneriamfz", name: "训练环境-2026-03", published: "2026-03-02" }, own),
  userImage({ ...made, id: "1cu000making", name: "制作中", published: "2026-05-12", status: "Making" }, own),
];

const lent = { sizeMb: 51_200, author: "team-lead", published: "2026-05-12" } as const;

/** Images that others have shared with the demo account. Invented; sources disagree on the kind of AccountId. */
export const sharedImages: readonly ImageRow[] = [
  userImage(
    { ...lent, id: "1sh0000team1", name: "团队基础镜像" },
    { Owner: { AccountName: "team-lead", AccountId: 56_001 } },
  ),
  userImage(
    { ...lent, id: "1sh0000team2", name: "团队推理镜像" },
    { Owner: { AccountName: "team-lead", AccountId: "56001" } },
  ),
];

/** Images that the demo account has published. Invented. */
export const publishedImages: readonly ImageRow[] = publishedVersions(
  { group: "Pub0000demo1", name: "demo 数字人", author: "demo", tags: ["数字人"] },
  ["v2", "1pu00000ver2", "2026-06-15"],
  ["v1", "1pu00000ver1", "2026-02-10"],
);
