import type { ImagePinInputs } from "../contract/image-pin.ts";
import { ImageAmbiguousError } from "../errors/image-ambiguous-error.ts";
import { ImageNotFoundError } from "../errors/image-not-found-error.ts";
import { imageWarnings } from "../lookup/image-warnings.ts";
import { errorText } from "../messages/error-text.ts";
import { english, messages } from "../messages/messages.ts";
import { type Warning, warningText } from "../messages/warnings.ts";
import { changedInputs } from "./changed-inputs.ts";
import { pinDefaults, pinProblems, readPin } from "./pin-inputs.ts";
import { nextChoice } from "./pin-move.ts";
import {
  allOutputs,
  datedImage,
  datedPin,
  imageFacts,
  newerOf,
  pinOutputs,
  stateTexts,
  versionedImage,
  versionedPin,
} from "./pin-outputs.ts";
import {
  type Choice,
  choose,
  chosenImage,
  findNewer,
  findPinned,
  missingImage,
  pinRegion,
  pinScope,
  stateImage,
} from "./pin-query.ts";
import { ownInputs, pinnedImage, pinnedInput, pinnedState, readPinned } from "./pinned-image.ts";
import type {
  Checked,
  Difference,
  KnownResource,
  Members,
  PartlyKnown,
  Resource,
  ResourceCall,
  ResourceState,
} from "./resource.ts";

/** Inputs that outputs of other names may quote. */
const names = ["name", "nameContains", "nameGlob", "nameRegex"];

/** The pin of an image. `now` tells the time in milliseconds since 1970. */
export function createImagePin(now: () => number): Resource {
  // What a check has chosen, by URN: what follows the check in the same command need not ask again.
  const chosen = new Map<string, Choice>();
  return {
    quotes: {
      name: names,
      groupName: names,
      newerAvailable: names,
      warnings: [...names, "author"],
      [pinnedInput]: names,
    },
    check: (inputs, known, call) => check(inputs, known, chosen, call),
    diff: (state, oldInputs, news, call) => Promise.resolve(difference(state, oldInputs, news, call)),
    create: async (inputs, preview, call) => {
      if (inputs.unknown.length > 0) return undefined;
      const choice = await checkedChoice(inputs.values, chosen.get(call.urn), call);
      const outputs = pinOutputs(choice, now());
      // The moment of the pinning is not known before it.
      return { id: choice.image.id, outputs: preview ? without(outputs, "resolvedAt") : outputs };
    },
    update: async (state, oldInputs, news, call) =>
      news.unknown.length > 0 ? {} : updatedOutputs(state, oldInputs, news, call),
    read: async (state, inputs, call) => {
      if (inputs === undefined) return importPin(state.id, call, now());
      return { id: state.id, inputs, outputs: await refreshedOutputs(state, readPin(inputs), call) };
    },
    // A pin is nothing but an entry of the state.
    delete: () => Promise.resolve(),
  };
}

/** Checks inputs and adds the image that they mean: for a new pin the one that is found, else the one it stays with or moves to. */
async function check(
  inputs: PartlyKnown,
  known: KnownResource,
  chosen: Map<string, Choice>,
  call: ResourceCall,
): Promise<Checked> {
  const problems = pinProblems(inputs);
  if (problems.length > 0) return { problems };
  if (inputs.unknown.length > 0) return { added: {} };
  const state = stateOf(known);
  try {
    const pin = readPin(inputs.values);
    const missing = await missingByHand(pin, state, call);
    if (missing !== undefined) return { problems: [{ property: "imageId", reason: missing }] };
    const next =
      state === undefined
        ? await choose(pin, call)
        : await nextChoice(state, pin, changes(state, known.inputs, inputs, call), call);
    // For a replacement the engine checks once more as for a new resource.
    const again = next !== undefined && chosen.get(call.urn)?.image.id === next.image.id;
    if (next !== undefined && !again) announce(next, state, pin, call);
    if (next !== undefined) chosen.set(call.urn, next);
    if (next === undefined && state === undefined) return { added: {} };
    return {
      added: { [pinnedInput]: next === undefined ? state && pinnedState(state) : pinnedImage(next.image) },
    };
  } catch (error) {
    if (!(error instanceof ImageNotFoundError) && !(error instanceof ImageAmbiguousError)) throw error;
    return { problems: [{ property: "", reason: errorText(error) }] };
  }
}

/** Says which image a pin takes or moves to, and what there is to know about it; once for each command. */
function announce(
  choice: Choice,
  state: ResourceState | undefined,
  pin: ImagePinInputs,
  call: ResourceCall,
): void {
  const words = messages().images.pins;
  const versions = pin.policy === "withinRange" || pin.version !== undefined;
  const image = versions ? versionedImage(choice.image) : datedImage(choice.image);
  const text =
    state === undefined
      ? words.pins(image)
      : words.moves(versions ? versionedPin(state) : datedPin(state), image);
  call.lookup().inform(text, call.urn);
  tell(choice.warnings, call);
}

/** The pin that is there already. Older engines tell the inputs of it only, which hold enough. */
function stateOf({ inputs, outputs }: KnownResource): ResourceState | undefined {
  const pinned = readPinned(inputs);
  const id = outputs["imageId"] ?? pinned?.imageId;
  return typeof id === "string" ? { id, outputs: { ...pinned, ...outputs } } : undefined;
}

/** Why an image that is given by hand cannot be pinned. One that is pinned already is looked up again in another region only. */
async function missingByHand(
  { imageId, ...inputs }: ImagePinInputs,
  state: ResourceState | undefined,
  call: ResourceCall,
): Promise<string | undefined> {
  if (imageId === undefined) return undefined;
  const stays = imageId === state?.id && !movesRegion(state, { ...inputs, imageId }, call);
  return stays ? undefined : missingImage({ ...inputs, imageId }, call);
}

/** Whether a pin looks in another region than the one it was pinned in, although no input may say so. */
function movesRegion({ outputs }: ResourceState, inputs: ImagePinInputs, call: ResourceCall): boolean {
  const { region } = outputs;
  return typeof region === "string" && (pinRegion(inputs, call) ?? region) !== region;
}

/** Inputs that differ from those of a pin, and its region where that differs. */
function changes(
  state: ResourceState,
  oldInputs: Members,
  news: PartlyKnown,
  call: ResourceCall,
): readonly string[] {
  const own = { ...news, values: ownInputs(news.values) };
  const changed = changedInputs(ownInputs(oldInputs), own, pinDefaults);
  const elsewhere = news.unknown.length === 0 && movesRegion(state, readPin(news.values), call);
  return [...new Set([...changed, ...(elsewhere ? ["region"] : [])])];
}

function difference(
  state: ResourceState,
  oldInputs: Members,
  news: PartlyKnown,
  call: ResourceCall,
): Difference {
  const changed = changes(state, oldInputs, news, call);
  const next = readPinned(news.values);
  if (next === undefined || next.imageId === state.id) return { changed, replacing: [] };
  const olds = { ...readPinned(oldInputs) };
  const members = changedInputs(olds, { values: { ...next }, unknown: [] });
  return { changed, replacing: members.map((member) => `${pinnedInput}.${member}`) };
}

/** The image that a check has added to the inputs. */
async function checkedChoice(
  values: Members,
  chosen: Choice | undefined,
  call: ResourceCall,
): Promise<Choice> {
  const id = readPinned(values)?.imageId;
  if (chosen !== undefined && (id === undefined || id === chosen.image.id)) return chosen;
  const inputs = readPin(values);
  return id === undefined ? choose(inputs, call) : chosenImage(id, inputs, call);
}

function without(outputs: Members, name: string): Members {
  return Object.fromEntries(Object.entries(outputs).filter(([key]) => key !== name));
}

/** The image stays, so its facts do. What was newer by the old query or policy says nothing of the new one. */
function updatedOutputs(
  state: ResourceState,
  oldInputs: Members,
  news: PartlyKnown,
  call: ResourceCall,
): Members {
  const { outputs } = state;
  const inputs = readPin(news.values);
  const region = pinRegion(inputs, call) ?? outputs["region"];
  const sameQuestion =
    region === outputs["region"] &&
    inputs.policy === "hold" &&
    changes(state, oldInputs, news, call).every((name) => name === "policy");
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
    const next = await findNewer(stateImage(state), state, inputs, call);
    if (next !== undefined) lookup.inform(messages().images.pins.newer(datedImage(next)), call.urn);
    return allOutputs({
      ...state.outputs,
      status: "Gone",
      newerAvailable: next === undefined ? null : newerOf(next),
      warnings: [english.images.pins.gone],
    });
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
