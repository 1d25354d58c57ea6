import { type Image, imageSources } from "../contract/image.ts";
import type { ImagePinInputs } from "../contract/image-pin.ts";
import { defaultOrder, type Filters, type OrderKey } from "../contract/query.ts";
import { ImageNotFoundError } from "../errors/image-not-found-error.ts";
import { quoted } from "../errors/plain-text.ts";
import { english, texts } from "../errors/texts.ts";
import { appliedFilters, matching } from "../images/filters.ts";
import type { LookupContext } from "../images/lookup-context.ts";
import { compareBy, ordered } from "../images/order.ts";
import { resolveScope, type Scope } from "../images/scope.ts";
import { imageRemarks, type Search, selectImage } from "../images/select-images.ts";

/** Order in which `withinRange` looks for the highest version. */
const byVersion = ["-version", ...defaultOrder] as const;

/** An image to pin, and what the user should be told about it. */
export interface Choice {
  readonly image: Image;
  readonly region: string;
  /** What to tell the user. */
  readonly remarks: readonly string[];
  /** The same for the state. */
  readonly warnings: readonly string[];
}

/** Where a pin looks. An ID that was given by hand can stand in any catalogue. */
function pinScope(inputs: ImagePinInputs, context: LookupContext): Scope {
  return resolveScope({ ...inputs, id: inputs.imageId }, context.scope);
}

function orderOf({ policy, orderBy }: ImagePinInputs): readonly OrderKey[] | undefined {
  return policy === "withinRange" ? byVersion : orderBy;
}

/** Asks the query of a pin, or looks up the image that was given by hand. */
export async function choose(
  inputs: ImagePinInputs,
  context: LookupContext,
  signal: AbortSignal,
): Promise<Choice> {
  const scope = pinScope(inputs, context);
  if (inputs.imageId !== undefined) {
    const image = await findPinned(inputs.imageId, inputs, undefined, context, signal);
    if (image === undefined) {
      throw new ImageNotFoundError(
        texts().images.none.noId(quoted(inputs.imageId), scope.region, scope.source),
      );
    }
    return {
      image,
      region: scope.region,
      remarks: imageRemarks(image, texts()),
      warnings: imageRemarks(image, english),
    };
  }
  const { images } = await context.catalogue.search(scope, inputs, signal);
  await context.turn();
  const search: Search = { images, filters: inputs, scope, orderBy: orderOf(inputs) };
  const mostRecent = inputs.mostRecent || (inputs.policy === "follow" && inputs.orderBy === undefined);
  const { image, remarks } = selectImage({ ...search, mostRecent });
  return { image, region: scope.region, remarks, warnings: imageRemarks(image, english) };
}

/** The image of an ID as CompShare has it now; `undefined` when it is gone. The catalogue it was found in knows best. */
export async function findPinned(
  id: string,
  inputs: ImagePinInputs,
  foundIn: unknown,
  context: LookupContext,
  signal: AbortSignal,
): Promise<Image | undefined> {
  const scope = pinScope({ ...inputs, imageId: id }, context);
  const source = imageSources.find((one) => one === foundIn) ?? inputs.source ?? "any";
  return context.catalogue.imageById({ ...scope, source }, id, signal);
}

/** Whether an image satisfies the query of a pin. */
export function satisfies(image: Image, filters: Filters): boolean {
  return matching([image], appliedFilters(filters)).length === 1;
}

/** The first image, in the pin's own order, that satisfies the query and comes before the pinned one. */
export async function findNewer(
  pinned: Image,
  inputs: ImagePinInputs,
  context: LookupContext,
  signal: AbortSignal,
): Promise<Image | undefined> {
  if (inputs.imageId !== undefined) return undefined;
  const { images } = await context.catalogue.search(pinScope(inputs, context), inputs, signal);
  await context.turn();
  const keys = orderOf(inputs) ?? (["-published", "-created"] as const);
  const before = matching(images, appliedFilters(inputs)).filter(
    (image) => image.id !== pinned.id && compareBy(keys, image, pinned) < 0,
  );
  return ordered(before, keys)[0];
}
