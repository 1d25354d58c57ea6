import { actions, filterParameters, type ListingAction } from "../contract/actions.ts";
import type { ImageSource } from "../contract/image.ts";
import { imageSources } from "../contract/image-sources.ts";
import type { SourceChoice } from "./scope.ts";

/** What a server may leave images out by. */
export type ServerFilter = keyof typeof filterParameters;

/** How the images of a catalogue are asked for. */
interface SourceFacts {
  readonly action: ListingAction;
  /** Whether the action finds one image by its ID. */
  readonly byId: boolean;
  readonly serverFilters: readonly ServerFilter[];
}

function listedBy(action: ListingAction): SourceFacts {
  const names = Object.keys(actions[action].request);
  return { action, byId: names.includes("id"), serverFilters: names.filter(isServerFilter) };
}

function isServerFilter(name: string): name is ServerFilter {
  return Object.hasOwn(filterParameters, name);
}

/** Every catalogue and its action. */
export const sources: Readonly<Record<ImageSource, SourceFacts>> = {
  platform: listedBy("DescribeCompShareImages"),
  custom: listedBy("DescribeCompShareCustomImages"),
  shared: listedBy("DescribeCompShareSharingImages"),
  published: listedBy("DescribeSelfCommunityImages"),
  community: listedBy("DescribeCommunityImages"),
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
