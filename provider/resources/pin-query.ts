import { type Image, imageSources } from "../contract/image.ts";
import type { ImagePinInputs } from "../contract/image-pin.ts";
import { ApiError } from "../errors/api-error.ts";
import { ConfigurationError } from "../errors/configuration-error.ts";
import { ImageNotFoundError } from "../errors/image-not-found-error.ts";
import type { NoId } from "../errors/no-match.ts";
import type { Change } from "../errors/query-facts.ts";
import type { FileFacts } from "../listings/catalogue.ts";
import { resolveScope, type Scope } from "../listings/scope.ts";
import { readsUnknown } from "../lookup/filters/applied-filters.ts";
import { filtersOn, findById, findImage, findImageIfAny, findMatches } from "../lookup/find-images.ts";
import { imageWarnings } from "../lookup/image-warnings.ts";
import type { Lookup } from "../lookup/lookup.ts";
import { askedOrder, newerImage } from "../lookup/newer-image.ts";
import { notListed } from "../lookup/not-listed.ts";
import type { Question } from "../lookup/search.ts";
import { oddMembers } from "../ucloud/odd-members.ts";
import { type Choice, seenImage } from "./pin-choice.ts";
import { pinProblems, queryNames } from "./pin-inputs.ts";
import type { ResourceCall, ResourceState } from "./resource.ts";

/** Where a pin looks. An ID that was given by hand can stand in any catalogue. */
export function pinScope(inputs: ImagePinInputs, lookup: Lookup, pinnedRegion?: string): Scope {
  return resolveScope({ ...inputs, id: inputs.imageId, pinnedRegion }, lookup.scope);
}

/** Where the query of a pin looks that stays in the region in which it was pinned. */
function stayingScope({ outputs }: ResourceState, inputs: ImagePinInputs, lookup: Lookup): Scope {
  const { region } = outputs;
  return pinScope(inputs, lookup, typeof region === "string" ? region : undefined);
}

/** Where the image of a pin is: in the region in which it was pinned and the catalogue in which it was found. */
function pinnedScope(state: ResourceState, inputs: ImagePinInputs, lookup: Lookup): Scope {
  const scope = stayingScope(state, inputs, lookup);
  return { ...scope, source: imageSources.find((one) => one === state.outputs["source"]) ?? scope.source };
}

/** The query of a pin. */
function questionOf(inputs: ImagePinInputs, scope: Scope): Question {
  return {
    filters: inputs,
    scope,
    orderBy: askedOrder(inputs),
    mostRecent: inputs.mostRecent || (inputs.policy === "follow" && inputs.orderBy === undefined),
    allows: (change) => pinProblems({ values: { ...inputs, ...change }, unknown: [] }).length === 0,
    byId: (id) => ({ ...noQuery(inputs), imageId: id }),
  };
}

/** The change that leaves the whole query of a pin out. */
function noQuery(inputs: ImagePinInputs): Change {
  const given = queryNames.filter((name) => Object.hasOwn(inputs, name));
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
  if (image === undefined) {
    const facts = await notListed(lookup.catalogue, "imageId", id);
    throw new ImageNotFoundError(facts === undefined ? { noId: noId(id, scope) } : { notListed: facts });
  }
  return { image, region: scope.region, warnings: imageWarnings(image, scope.zone) };
}

function noId(id: string, { region, source }: Scope): NoId {
  return { argument: "imageId", id, region, source };
}

/**
 * The image of a pin as CompShare has it now; `undefined` when it is gone, or when a catalogue file does not list it.
 * An image that is published or shared moves to another catalogue, so it is gone only when none has it.
 */
export async function findPinned(
  state: ResourceState,
  inputs: ImagePinInputs,
  call: ResourceCall,
): Promise<Image | undefined> {
  if (!(await listsPinned(state, inputs, call))) return undefined;
  const lookup = call.lookup();
  const scope = pinnedScope(state, inputs, lookup);
  const found = await findById(state.id, scope, lookup, call.signal);
  return found ?? findInOthers(state.id, scope, inputs, call);
}

/** A catalogue that the pin does not mean, and that is closed to these keys, has nothing to say. */
async function findInOthers(
  id: string,
  scope: Scope,
  inputs: ImagePinInputs,
  call: ResourceCall,
): Promise<Image | undefined> {
  const lookup = call.lookup();
  const file = await lookup.catalogue.file?.();
  if (file !== undefined) return findInFile(id, scope, file, call);
  try {
    return await findById(id, { ...scope, source: "any" }, lookup, call.signal);
  } catch (error) {
    const meansOthers = pinScope(inputs, lookup).source === "any";
    if (!meansOthers && error instanceof ApiError && error.category === "access") return undefined;
    throw error;
  }
}

/** The image as one of the catalogues has it that a file lists: that it lacks the others is nothing to warn of here. */
async function findInFile(
  id: string,
  scope: Scope,
  file: FileFacts,
  call: ResourceCall,
): Promise<Image | undefined> {
  const listed = imageSources.map((source) => ({ ...scope, source })).filter((one) => file.lists(one));
  const found = await Promise.all(listed.map((one) => findById(id, one, call.lookup(), call.signal)));
  return found.find((image) => image !== undefined);
}

/** Whether the image of a pin is looked for where it was found: a catalogue file may not list that. */
export async function listsPinned(
  state: ResourceState,
  inputs: ImagePinInputs,
  call: ResourceCall,
): Promise<boolean> {
  const file = await call.lookup().catalogue.file?.();
  return file === undefined || file.lists(pinnedScope(state, inputs, call.lookup()));
}

/**
 * The image of a pin as it is now, if it is one that its query, as it is written now, may find. What could not be read of it counts
 * as fitting, with a warning: the unknown never moves a pin. A catalogue file may not know the image at all.
 */
export async function stillFitting(
  state: ResourceState,
  inputs: ImagePinInputs,
  call: ResourceCall,
): Promise<Choice | "unfit" | "unknown"> {
  const lookup = call.lookup();
  const scope = pinScope(inputs, lookup);
  const file = await lookup.catalogue.file?.();
  if (file !== undefined && !file.lists(scope)) return "unknown";
  const image = await findById(state.id, scope, lookup, call.signal);
  if (image === undefined) return file === undefined ? "unfit" : "unknown";
  const failed = (await filtersOn(image, { filters: inputs, scope }, lookup, call.signal)).filter(
    (filter) => !filter.passes(image),
  );
  if (!failed.every((filter) => readsUnknown(filter, image))) return "unfit";
  const unread = oddMembers(image).filter((member) =>
    failed.some(({ reads }) => reads(image).includes(member)),
  );
  return seenImage(image, scope, state, unread);
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
  const scope = stayingScope(state, inputs, lookup);
  const file = await lookup.catalogue.file?.();
  if (file !== undefined && !file.lists(scope)) return undefined;
  return newerImage(pinned, await findMatches({ filters: inputs, scope }, lookup, call.signal), inputs);
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
