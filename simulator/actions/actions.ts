import type { ActionHandler } from "./action.ts";
import { describeCompShareCustomImages, describeCompShareSharingImages } from "./describe-account-images.ts";
import { describeCommunityImages, describeSelfCommunityImages } from "./describe-community-images.ts";
import { describeCompShareImageTags } from "./describe-comp-share-image-tags.ts";
import { describeCompShareImages } from "./describe-comp-share-images.ts";

/** Every action that the simulator serves: add a file with its handler, and a line here. */
export const actions: ReadonlyMap<string, ActionHandler> = new Map<string, ActionHandler>([
  ["DescribeCompShareImages", describeCompShareImages],
  ["DescribeCompShareCustomImages", describeCompShareCustomImages],
  ["DescribeCompShareSharingImages", describeCompShareSharingImages],
  ["DescribeSelfCommunityImages", describeSelfCommunityImages],
  ["DescribeCommunityImages", describeCommunityImages],
  ["DescribeCompShareImageTags", describeCompShareImageTags],
]);
