import { type Image, imageSources } from "../contract/image.ts";
import type { ImagePinInputs } from "../contract/image-pin.ts";
import { defaultOrder, type Filters, type OrderKey } from "../contract/query.ts";
import { ConfigurationError } from "../errors/configuration-error.ts";
import { ImageNotFoundError } from "../errors/image-not-found-error.ts";
import { resolveScope, type Scope } from "../listings/scope.ts";
import { appliedFilters, matching } from "../lookup/filters.ts";
import type { LookupContext } from "../lookup/lookup-context.ts";
import { compareBy, ordered } from "../lookup/order.ts";
import { imageRemarks, type Search, selectImage } from "../lookup/select-images.ts";
import { english, messages } from "../messages/messages.ts";
import { quoted } from "../messages/plain-text.ts";
import type { ResourceCall, ResourceState } from "./resource.ts";

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

/** Where the image of a pin is: in the region in which it was pinned and the catalogue in which it was found. */
function pinnedScope({ outputs }: ResourceState, inputs: ImagePinInputs, context: LookupContext): Scope {
  const { region } = outputs;
  const own = inputs.region === undefined && inputs.zone === undefined && typeof region === "string";
  const scope = pinScope(own ? { ...inputs, region } : inputs, context);
  return { ...scope, source: imageSources.find((one) => one === outputs["source"]) ?? scope.source };
}

function orderOf({ policy, orderBy }: ImagePinInputs): readonly OrderKey[] | undefined {
  return policy === "withinRange" ? byVersion : orderBy;
}

/** Asks the query of a pin, or looks up the image that was given by hand. */
export async function choose(inputs: ImagePinInputs, call: ResourceCall): Promise<Choice> {
  const context = call.context();
  const scope = pinScope(inputs, context);
  if (inputs.imageId !== undefined) {
    const image = await context.catalogue.imageById(scope, inputs.imageId, call.signal);
    if (image === undefined) throw new ImageNotFoundError(noSuchImage(inputs.imageId, scope));
    const [remarks, warnings] = [imageRemarks(image, messages()), imageRemarks(image, english)];
    return { image, region: scope.region, remarks, warnings };
  }
  const { images, changedDuringRead } = await context.catalogue.search(scope, inputs, call.signal);
  await context.yieldToEventLoop();
  const search: Search = { images, changedDuringRead, filters: inputs, scope, orderBy: orderOf(inputs) };
  const mostRecent = inputs.mostRecent || (inputs.policy === "follow" && inputs.orderBy === undefined);
  const { image, remarks } = selectImage({ ...search, mostRecent });
  return { image, region: scope.region, remarks, warnings: imageRemarks(image, english) };
}

function noSuchImage(id: string, { region, source }: Scope): string {
  return messages().images.none.noId(quoted(id), region, source);
}

/** Why an image that is given by hand cannot be pinned; `undefined` when it is there. */
export async function missingImage(
  inputs: ImagePinInputs & { readonly imageId: string },
  call: ResourceCall,
): Promise<string | undefined> {
  const scope = pinScope(inputs, call.context());
  const image = await call.context().catalogue.imageById(scope, inputs.imageId, call.signal);
  return image === undefined ? noSuchImage(inputs.imageId, scope) : undefined;
}

/** The image of a pin as CompShare has it now; `undefined` when it is gone. */
export function findPinned(
  state: ResourceState,
  inputs: ImagePinInputs,
  call: ResourceCall,
): Promise<Image | undefined> {
  const context = call.context();
  return context.catalogue.imageById(pinnedScope(state, inputs, context), state.id, call.signal);
}

/** Whether the image of a pin is one that its query, as it is written now, may find. */
export async function stillFits(
  { id }: ResourceState,
  inputs: ImagePinInputs,
  call: ResourceCall,
): Promise<boolean> {
  const context = call.context();
  const image = await context.catalogue.imageById(pinScope(inputs, context), id, call.signal);
  return image !== undefined && satisfies(image, inputs);
}

function satisfies(image: Image, filters: Filters): boolean {
  return matching([image], appliedFilters(filters)).length === 1;
}

/** The first image, in the pin's own order, that satisfies the query and comes before the pinned one. */
export async function findNewer(
  pinned: Image,
  state: ResourceState,
  inputs: ImagePinInputs,
  call: ResourceCall,
): Promise<Image | undefined> {
  if (inputs.imageId !== undefined) return undefined;
  const context = call.context();
  const { region } = pinnedScope(state, inputs, context);
  const scope = pinScope({ ...inputs, region }, context);
  const { images } = await context.catalogue.search(scope, inputs, call.signal);
  await context.yieldToEventLoop();
  const keys = orderOf(inputs) ?? (["-published", "-created"] as const);
  const before = matching(images, appliedFilters(inputs)).filter(
    (image) => image.id !== pinned.id && compareBy(keys, image, pinned) < 0,
  );
  return ordered(before, keys)[0];
}

/** The region in which a pin looks; `undefined` with a broken configuration, which a pin that holds does without. */
export function pinRegion(inputs: ImagePinInputs, call: ResourceCall): string | undefined {
  try {
    return pinScope(inputs, call.context()).region;
  } catch (error) {
    if (error instanceof ConfigurationError) return undefined;
    throw error;
  }
}
