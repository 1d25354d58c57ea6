import type { ActionName } from "../contract/actions.ts";
import { type ImageSource, imageSources } from "../contract/image.ts";
import type { SourceChoice } from "./scope.ts";

/** What a server may leave images out by. */
export type ServerFilter = "name" | "imageType" | "author";

/** How the images of a catalogue are asked for. */
interface SourceFacts {
  readonly action: Exclude<ActionName, "DescribeCompShareImageTags">;
  /** Whether the action finds one image by its ID. */
  readonly byId: boolean;
  /** Parameters by which the server can leave images out; each lets at least the wanted ones pass. */
  readonly serverFilters: readonly ServerFilter[];
}

/** Every catalogue and its action. None filters names by the same rule, so no action borrows another's parameters. */
export const sources: Readonly<Record<ImageSource, SourceFacts>> = {
  platform: { action: "DescribeCompShareImages", byId: true, serverFilters: ["name", "imageType", "author"] },
  custom: { action: "DescribeCompShareCustomImages", byId: true, serverFilters: [] },
  shared: { action: "DescribeCompShareSharingImages", byId: true, serverFilters: [] },
  published: { action: "DescribeSelfCommunityImages", byId: false, serverFilters: [] },
  // Its names may be those of groups, which a filter by `Name` would hide.
  community: { action: "DescribeCommunityImages", byId: true, serverFilters: ["author"] },
};

/** The catalogues that a choice means, in the order in which an image that stands in several of them is taken. */
export function chosenSources(choice: SourceChoice): readonly ImageSource[] {
  return choice === "any" ? imageSources : [choice];
}

/** Whether other accounts can put images of any name where a query looks. An ID means one image, wherever it is. */
export function isOpen(
  source: SourceChoice | undefined,
  id: string | undefined,
): source is "community" | "shared" | "any" {
  return source === "community" || source === "shared" || (source === "any" && id === undefined);
}
