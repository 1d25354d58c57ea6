import { type ImagePinInputs, pinnedInput } from "../contract/image-pin.ts";
import type { InputProblem } from "../errors/argument-error.ts";
import { ImageAmbiguousError } from "../errors/image-ambiguous-error.ts";
import { ImageNotFoundError } from "../errors/image-not-found-error.ts";
import { errorMessage, errorText } from "../messages/error-text.ts";
import { messages } from "../messages/messages.ts";
import { changes, movesRegion } from "./pin-changes.ts";
import { pinProblems, readPin } from "./pin-inputs.ts";
import { nextChoice } from "./pin-move.ts";
import { datedImage, datedPin, versionedImage, versionedPin } from "./pin-outputs.ts";
import { type Choice, choose } from "./pin-query.ts";
import { pinnedImage, pinnedState, readPinned } from "./pinned-image.ts";
import type { Checked, KnownResource, PartlyKnown, ResourceCall, ResourceState } from "./resource.ts";
import { inform, warnAll } from "./tell.ts";

/** Checks inputs and adds the image that they mean: for a new pin the one that is found, else the one it stays with or moves to. */
export async function checkPin(
  inputs: PartlyKnown,
  known: KnownResource,
  chosen: Map<string, Choice>,
  call: ResourceCall,
): Promise<Checked> {
  const problems = pinProblems(inputs);
  if (problems.length > 0) return { problems };
  if (inputs.unknown.length > 0) return { added: {} };
  const state = stateOf(known);
  // An engine that does not tell the outputs leaves it open which image an earlier plugin has pinned.
  if (state === undefined && Object.keys(known.inputs).length > 0) return { added: {}, undecided: true };
  try {
    const pin = readPin(inputs.values);
    if (state !== undefined) await confirmed(pin, state, call);
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
    const problems = [problemOf(error)];
    return error instanceof ImageNotFoundError ? { problems, imageMissing: true } : { problems };
  }
}

/** Says which image a pin takes or moves to, and what there is to know about it; once for each command. */
export function announce(
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
  inform(text, call);
  warnAll(choice.warnings, call);
}

/** The pin that is there already. Older engines tell the inputs of it only, which hold enough. */
function stateOf({ inputs, outputs }: KnownResource): ResourceState | undefined {
  const pinned = readPinned(inputs);
  const id = outputs["imageId"] ?? pinned?.imageId;
  return typeof id === "string" ? { id, outputs: { ...pinned, ...outputs } } : undefined;
}

/** Looks up an image that is given by hand where nothing else does: a pin that has it already is asked about in another region only. */
async function confirmed(pin: ImagePinInputs, state: ResourceState, call: ResourceCall): Promise<void> {
  if (pin.imageId === state.id && movesRegion(state, pin, call)) await choose(pin, call);
}

/** Why a check finds no image to pin. What is wrong with an ID that was given by hand is a problem of that input. */
function problemOf(error: ImageNotFoundError | ImageAmbiguousError): InputProblem {
  const byHand =
    error instanceof ImageNotFoundError &&
    (error.facts.noId !== undefined || error.facts.notListed?.argument === "imageId");
  return byHand
    ? { property: "imageId", reason: errorMessage(error) }
    : { property: "", reason: errorText(error) };
}
