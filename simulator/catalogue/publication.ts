import type { ImageRow } from "../state/image-row.ts";
import { describeImage, type ImageFacts } from "./describe-image.ts";

/** What a row says beside the facts that all images have. */
export type MoreMembers = Readonly<Record<string, unknown>>;

/** Builds the row of an image that somebody else than CompShare has made. */
export function userImage(facts: Omit<ImageFacts, "type">, more: MoreMembers): ImageRow {
  return {
    ...describeImage({ ...facts, type: "App" }),
    ImageType: "Custom",
    AuthInfo: 0,
    ImageOwnerAlias: "Community",
    Description: facts.name,
    ...more,
  };
}

/** An image that somebody has published, whichever version. */
export interface Publication {
  readonly group: string;
  readonly name: string;
  readonly author: string;
  /** @default 51200 */
  readonly sizeMb?: number;
  /** 0 ordinary, 1 official, 2 certified. @default 0 */
  readonly authInfo?: number;
  readonly tags?: readonly string[];
  /** Yuan per hour. @default 0 */
  readonly price?: number;
}

/** One version: its name, the ID without its `compshareImage-`, the day of publication. */
export type Version = readonly [name: string, id: string, published: string, more?: MoreMembers];

/** Builds the rows of all versions of a published image. */
export function publishedVersions(publication: Publication, ...versions: readonly Version[]): ImageRow[] {
  const { group, name, author, sizeMb = 51_200, authInfo = 0, tags, price = 0 } = publication;
  return versions.map(([version, id, published, more]) =>
    userImage(
      { id, name, sizeMb, published, author, ...(tags === undefined ? {} : { tags }) },
      {
        ImageType: "Community",
        GroupId: group,
        VersionName: version,
        AuthInfo: authInfo,
        Price: price,
        ImageCharge: price > 0,
        ...more,
      },
    ),
  );
}
