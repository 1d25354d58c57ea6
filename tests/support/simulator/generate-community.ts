import { type Random, seededRandom } from "../../../simulator/catalogue/seeded-random.ts";
import type { ImageRow } from "../../../simulator/state/image-row.ts";

// The number at the end keeps every ID, group and name unique, however many rows there are.
const numbered = (start: string, index: number): string => `${start}${index.toString(36).padStart(6, "0")}`;

function generatedGroup(group: number, first: number, versions: number, random: Random): ImageRow[] {
  const author = `author-${Math.floor(random() * 200)}`;
  const authInfo = random() < 0.2 ? 2 : 0;
  const published = 1_700_000_000 + Math.floor(random() * 80_000_000);
  return Array.from({ length: versions }, (_, age): ImageRow => {
    const day = published - age * 1_000_000;
    return {
      CompShareImageId: numbered("compshareImage-1comm0", first + age),
      Name: `community_image_${group}`,
      ImageType: "Community",
      Author: author,
      AuthInfo: authInfo,
      ImageOwnerAlias: "Community",
      GroupId: numbered("Group0", group),
      VersionName: `v1.${versions - age}`,
      Status: random() < 0.97 ? "Available" : "Offline",
      Container: "True",
      Size: 51_200,
      Visibility: 1,
      Price: random() < 0.1 ? 0.5 : 0,
      CreatedCount: Math.floor(random() * 20_000),
      CreateTime: day - 80_000,
      PubTime: day,
    };
  });
}

/**
 * Makes a community catalogue of any size: groups of one to four versions that follow each other, all
 * names of groups and all IDs different. The same count and seed give the same rows.
 */
export function generateCommunity(count: number, seed: number): readonly ImageRow[] {
  const random = seededRandom(seed);
  const rows: ImageRow[] = [];
  for (let group = 0; rows.length < count; group++) {
    const versions = Math.min(1 + Math.floor(random() * 4), count - rows.length);
    rows.push(...generatedGroup(group, rows.length, versions, random));
  }
  return rows;
}
