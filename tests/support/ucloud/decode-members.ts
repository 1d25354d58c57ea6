import type { Image } from "../../../provider/contract/image.ts";
import { decodeImage } from "../../../provider/ucloud/decode-row.ts";

const id = "compshareImage-1minbz219ceq";

/** Where the rows of the tests stand. */
export const origin = {
  action: "DescribeCompShareImages",
  path: "ImageSet[3]",
  source: "platform",
} as const;

/** What an image has of which a row says nothing but the ID. */
export const least = { id, name: "", source: "platform", tags: [], official: false, certified: false };

/** The image of a row with these members beside its ID. */
export function decoded(members: object): Image {
  return decodeImage({ CompShareImageId: id, ...members }, origin);
}
