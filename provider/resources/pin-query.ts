import { type Image, imageSources } from "../contract/image.ts";
import type { ImagePinInputs } from "../contract/image-pin.ts";
import type { OrderKey } from "../contract/query.ts";
import { ConfigurationError } from "../errors/configuration-error.ts";
import { ImageNotFoundError } from "../errors/image-not-found-error.ts";
import type { NoId } from "../errors/no-match.ts";
import type { Change } from "../errors/query-facts.ts";
import { resolveScope, type Scope } from "../listings/scope.ts";
import { filterNames, filtersOver, readsUnknown } from "../lookup/filters/applied-filters.ts";
import { findById, findImage, findImageIfAny, findMatches } from "../lookup/find-images.ts";
import { imageWarnings } from "../lookup/image-warnings.ts";
import type { Lookup } from "../lookup/lookup.ts";
import { compareBy, ordered } from "../lookup/order.ts";
import type { Question } from "../lookup/search.ts";
import { noIdText } from "../messages/no-match-text.ts";
import type { Warning } from "../messages/warnings.ts";
import { oddMembers } from "../ucloud/odd-members.ts";
import { pinProblems } from "./pin-inputs.ts";
import type { ResourceCall, ResourceState } from "./resource.ts";
import { warnAll } from "./tell.ts";

/** Order in which `withinRange` looks for the highest version. */
const byVersion = ["-version"] as const;

/** An image to pin, and what the user should be told about it. */
export interface Choice {
  readonly image: Image;
  readonly region: string;
  readonly warnings: readonly Warning[];
}

/** Where a pin looks. An ID that was given by hand can stand in any catalogue. */
export function pinScope(inputs: ImagePinInputs, lookup: Lookup): Scope {
  return resolveScope({ ...inputs, id: inputs.imageId }, lookup.scope);
}

/** Where the image of a pin is: in the region in which it was pinned and the catalogue in which it was found. */
function pinnedScope({ outputs }: ResourceState, inputs: ImagePinInputs, lookup: Lookup): Scope {
  const { region } = outputs;
  const own = inputs.region === undefined && inputs.zone === undefined && typeof region === "string";
  const scope = pinScope(own ? { ...inputs, region } : inputs, lookup);
  return { ...scope, source: imageSources.find((one) => one === outputs["source"]) ?? scope.source };
}

function orderOf({ policy, orderBy }: ImagePinInputs): readonly OrderKey[] | undefined {
  return policy === "withinRange" ? byVersion : orderBy;
}

/** The query of a pin. */
function questionOf(inputs: ImagePinInputs, scope: Scope): Question {
  return {
    filters: inputs,
    scope,
    orderBy: orderOf(inputs),
    mostRecent: inputs.mostRecent || (inputs.policy === "follow" && inputs.orderBy === undefined),
    allows: (change) => pinProblems({ values: { ...inputs, ...change }, unknown: [] }).length === 0,
    byId: (id) => ({ ...noQuery(inputs), imageId: id }),
  };
}

/** The change that leaves the whole query of a pin out. */
function noQuery(inputs: ImagePinInputs): Change {
  const given = [...filterNames, "mostRecent", "orderBy"].filter((name) => Object.hasOwn(inputs, name));
  return { ...Object.fromEntries(given.map((name) => [name, undefined])), policy: undefined };
}

/** Asks the query of a pin, or looks up the image that was given by hand. */
export async function choose(inputs: ImagePinInputs, call: ResourceCall): Promise<Choice> {
  const lookup = call.lookup();
  const scope = pinScope(inputs, lookup);
  const { region } = scope;
  if (inputs.imageId !== undefined) return chosenImage(inputs.imageId, inputs, call);
  const { image, warnings } = await findImage(questionOf(inputs, scope), lookup, call.signal);
  return { image, region, warnings };
}

/** Asks the query of a pin, which may find nothing. */
export async function chooseIfAny(inputs: ImagePinInputs, call: ResourceCall): Promise<Choice | undefined> {
  const lookup = call.lookup();
  const scope = pinScope(inputs, lookup);
  const { image, warnings } = await findImageIfAny(questionOf(inputs, scope), lookup, call.signal);
  return image && { image, region: scope.region, warnings };
}

/** Looks up an image that a check has chosen. */
export async function chosenImage(id: string, inputs: ImagePinInputs, call: ResourceCall): Promise<Choice> {
  const lookup = call.lookup();
  const scope = pinScope({ ...inputs, imageId: id }, lookup);
  const image = await findById(id, scope, lookup, call.signal);
  if (image === undefined) throw new ImageNotFoundError({ noId: noId(id, scope) });
  return { image, region: scope.region, warnings: imageWarnings(image, scope.zone) };
}

function noId(id: string, { region, source }: Scope): NoId {
  return { argument: "imageId", id, region, source };
}

/** Why an image that is given by hand cannot be pinned; `undefined` when it is there. */
export async function missingImage(
  inputs: ImagePinInputs & { readonly imageId: string },
  call: ResourceCall,
): Promise<string | undefined> {
  const scope = pinScope(inputs, call.lookup());
  const image = await findById(inputs.imageId, scope, call.lookup(), call.signal);
  return image === undefined ? noIdText(noId(inputs.imageId, scope)) : undefined;
}

/** The image of a pin as CompShare has it now; `undefined` when it is gone. */
export function findPinned(
  state: ResourceState,
  inputs: ImagePinInputs,
  call: ResourceCall,
): Promise<Image | undefined> {
  const lookup = call.lookup();
  return findById(state.id, pinnedScope(state, inputs, lookup), lookup, call.signal);
}

/**
 * Whether the image of a pin is one that its query, as it is written now, may find. What could not be read of it counts
 * as fitting, with a warning: the unknown never moves a pin.
 */
export async function stillFits(
  { id }: ResourceState,
  inputs: ImagePinInputs,
  call: ResourceCall,
): Promise<boolean> {
  const lookup = call.lookup();
  const image = await findById(id, pinScope(inputs, lookup), lookup, call.signal);
  if (image === undefined) return false;
  const failed = filtersOver(inputs, [image]).filter((filter) => !filter.passes(image));
  if (!failed.every(({ reads }) => readsUnknown(reads, image))) return false;
  const unknown = oddMembers(image).filter((member) => failed.some(({ reads }) => reads.includes(member)));
  warnAll(
    unknown.map((member) => ({ kind: "unknownMember", member })),
    call,
  );
  return true;
}

/** The first image, in the pin's own order, that satisfies the query and comes before the pinned one. */
export async function findNewer(
  pinned: Image,
  state: ResourceState,
  inputs: ImagePinInputs,
  call: ResourceCall,
): Promise<Image | undefined> {
  if (inputs.imageId !== undefined) return undefined;
  const lookup = call.lookup();
  const { region } = pinnedScope(state, inputs, lookup);
  const scope = pinScope({ ...inputs, region }, lookup);
  const matches = await findMatches({ filters: inputs, scope }, lookup, call.signal);
  const keys = followedOrder(inputs);
  const before = matches.filter((image) => image.id !== pinned.id && compareBy(keys, image, pinned) < 0);
  return ordered(before, keys)[0];
}

/** The order in which a pin prefers one image to another. */
export function followedOrder(inputs: ImagePinInputs): readonly OrderKey[] {
  return inputs.policy === "withinRange" ? byVersion : (inputs.orderBy ?? ["-published", "-created"]);
}

/** The image of a pin as its state knows it, for what CompShare no longer has. */
export function stateImage({ id, outputs }: ResourceState): Image {
  const text = (name: string): string | undefined => {
    const value = outputs[name];
    return typeof value === "string" ? value : undefined;
  };
  return {
    id,
    name: text("name") ?? "",
    source: text("source") ?? "",
    versionName: text("version"),
    publishedAt: text("publishedAt"),
    createdAt: text("createdAt"),
    tags: [],
    official: false,
    certified: false,
  };
}

/** The region in which a pin looks; `undefined` with a broken configuration, which a pin that holds does without. */
export function pinRegion(inputs: ImagePinInputs, call: ResourceCall): string | undefined {
  try {
    return pinScope(inputs, call.lookup()).region;
  } catch (error) {
    if (error instanceof ConfigurationError) return undefined;
    throw error;
  }
}
