import type { ImagePinInputs } from "../contract/image-pin.ts";
import { ConfigurationError } from "../errors/configuration-error.ts";
import { ImageNotFoundError } from "../errors/image-not-found-error.ts";
import type { NoId } from "../errors/no-match.ts";
import type { Change } from "../errors/query-facts.ts";
import type { Scope } from "../listings/scope.ts";
import { readsUnknown } from "../lookup/filters/applied-filters.ts";
import { filtersOn, findById, findImage, findImageIfAny } from "../lookup/find-images.ts";
import { pinScope } from "../lookup/find-pinned.ts";
import { imageWarnings } from "../lookup/image-warnings.ts";
import { askedOrder } from "../lookup/newer-image.ts";
import { fileLacking, notListed } from "../lookup/not-listed.ts";
import type { Question } from "../lookup/search.ts";
import { oddMembers } from "../ucloud/odd-members.ts";
import { type Choice, seenImage } from "./pin-choice.ts";
import { pinProblems, queryNames } from "./pin-inputs.ts";
import type { ResourceCall, ResourceState } from "./resource.ts";

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
  if ((await fileLacking(scope, lookup)) !== undefined) return "unknown";
  const image = await findById(state.id, scope, lookup, call.signal);
  if (image === undefined) return lookup.catalogue.file === undefined ? "unfit" : "unknown";
  const failed = (await filtersOn(image, { filters: inputs, scope }, lookup, call.signal)).filter(
    (filter) => !filter.passes(image),
  );
  if (!failed.every((filter) => readsUnknown(filter, image))) return "unfit";
  const unread = oddMembers(image).filter((member) =>
    failed.some(({ reads }) => reads(image).includes(member)),
  );
  return seenImage(image, scope, state, unread);
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
