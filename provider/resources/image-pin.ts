import type { ImagePinInputs } from "../contract/image-pin.ts";
import type { InputProblem } from "../errors/argument-error.ts";
import { ImageNotFoundError } from "../errors/image-not-found-error.ts";
import { imageWarnings } from "../lookup/image-warnings.ts";
import { english, messages } from "../messages/messages.ts";
import { type Warning, warningText } from "../messages/warnings.ts";
import { changedInputs } from "./changed-inputs.ts";
import { pinProblems, readPin } from "./pin-inputs.ts";
import { nextImage } from "./pin-move.ts";
import {
  allOutputs,
  datedImage,
  datedPin,
  imageFacts,
  newerOf,
  pinOutputs,
  stateTexts,
} from "./pin-outputs.ts";
import { choose, findNewer, findPinned, missingImage, pinRegion, pinScope } from "./pin-query.ts";
import type { Difference, Members, PartlyKnown, Resource, ResourceCall, ResourceState } from "./resource.ts";

/** The pin of an image. `now` tells the time in milliseconds since 1970. */
export function createImagePin(now: () => number): Resource {
  // After a refresh the engine asks what a program without changes would do, and shows the opposite. No policy may
  // move then. Before it asks what the program does, it lets the inputs be checked.
  const refreshed = new Set<string>();
  return {
    quotes: { newerAvailable: ["name"], warnings: ["name", "author"] },
    check: async (inputs, known, call) => {
      refreshed.delete(call.urn);
      const problems = pinProblems(inputs);
      return problems.length > 0 ? problems : imageProblems(inputs, known, call);
    },
    diff: async (state, oldInputs, news, call) =>
      refreshed.has(call.urn)
        ? { changed: changedInputs(oldInputs, news) }
        : pinDifference(state, oldInputs, news, call),
    create: async (inputs, call) => {
      if (inputs.unknown.length > 0) return undefined;
      const choice = await choose(readPin(inputs.values), call);
      tell(choice.warnings, call);
      return { id: choice.image.id, outputs: pinOutputs(choice, now()) };
    },
    update: async (state, oldInputs, news, call) =>
      news.unknown.length > 0 ? {} : updatedOutputs(state, oldInputs, news, call),
    read: async (state, inputs, call) => {
      if (inputs === undefined) return importPin(state.id, call, now());
      refreshed.add(call.urn);
      return { id: state.id, inputs, outputs: await refreshedOutputs(state, readPin(inputs), call) };
    },
    // A pin is nothing but an entry of the state.
    delete: () => Promise.resolve(),
  };
}

/** An image that is newly given by hand has to be there. One that is pinned already is not looked up again. */
async function imageProblems(
  { values, unknown }: PartlyKnown,
  known: Members,
  call: ResourceCall,
): Promise<readonly InputProblem[]> {
  const { imageId, ...inputs } = readPin(values);
  if (unknown.length > 0 || imageId === undefined || imageId === known["imageId"]) return [];
  const reason = await missingImage({ ...inputs, imageId }, call);
  return reason === undefined ? [] : [{ property: "imageId", reason }];
}

async function pinDifference(
  state: ResourceState,
  oldInputs: Members,
  news: PartlyKnown,
  call: ResourceCall,
): Promise<Difference> {
  const differing = changedInputs(oldInputs, news);
  if (news.unknown.length > 0) return { changed: differing };
  const inputs = readPin(news.values);
  // Another region of the provider is another question, although no input says so.
  const pinnedIn = state.outputs["region"];
  const elsewhere = typeof pinnedIn === "string" && (pinRegion(inputs, call) ?? pinnedIn) !== pinnedIn;
  const changed = [...new Set([...differing, ...(elsewhere ? ["region"] : [])])];
  if (changed.length === 0 && inputs.policy === "hold") return { changed };
  const next = await nextImage(state, inputs, changed, call);
  if (next === undefined) return { changed };
  call.lookup().inform(messages().images.pins.moves(datedPin(state), datedImage(next)), call.urn);
  return { changed, replacedBy: "imageId" };
}

/** The image stays, so its facts do. What was newer by the old query or policy says nothing of the new one. */
function updatedOutputs(
  { outputs }: ResourceState,
  oldInputs: Members,
  news: PartlyKnown,
  call: ResourceCall,
): Members {
  const inputs = readPin(news.values);
  const region = pinRegion(inputs, call) ?? outputs["region"];
  const sameQuestion =
    region === outputs["region"] &&
    inputs.policy === "hold" &&
    changedInputs(oldInputs, news).every((name) => name === "policy");
  return allOutputs({ ...outputs, region, ...(sameQuestion ? {} : { newerAvailable: null }) });
}

async function importPin(id: string, call: ResourceCall, time: number): ReturnType<Resource["read"]> {
  try {
    const inputs = { imageId: id };
    const choice = await choose(readPin(inputs), call);
    return { id, inputs, outputs: pinOutputs(choice, time) };
  } catch (error) {
    if (error instanceof ImageNotFoundError) return undefined;
    throw error;
  }
}

async function refreshedOutputs(
  state: ResourceState,
  inputs: ImagePinInputs,
  call: ResourceCall,
): Promise<Members> {
  const lookup = call.lookup();
  const pinned = await findPinned(state, inputs, call);
  if (pinned === undefined) {
    lookup.warn(messages().images.pins.gone, call.urn);
    const warnings = [english.images.pins.gone];
    return allOutputs({ ...state.outputs, status: "Gone", newerAvailable: null, warnings });
  }
  const newer = await findNewer(pinned, state, inputs, call);
  const warnings = imageWarnings(pinned, pinScope(inputs, lookup).zone);
  tell(warnings, call);
  if (newer !== undefined) lookup.inform(messages().images.pins.newer(datedImage(newer)), call.urn);
  return allOutputs({
    // What an earlier version of the plugin has not written yet is filled in; the rest stays as it was pinned.
    ...imageFacts(pinned),
    ...state.outputs,
    status: pinned.status,
    newerAvailable: newer === undefined ? null : newerOf(newer),
    warnings: stateTexts(warnings),
  });
}

function tell(warnings: readonly Warning[], call: ResourceCall): void {
  for (const warning of warnings) call.lookup().warn(warningText(warning), call.urn);
}
