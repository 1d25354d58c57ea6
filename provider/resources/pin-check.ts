import { type ImagePinInputs, pinnedInput } from "../contract/image-pin.ts";
import type { InputProblem } from "../errors/argument-error.ts";
import { ImageAmbiguousError } from "../errors/image-ambiguous-error.ts";
import { ImageNotFoundError } from "../errors/image-not-found-error.ts";
import { errorMessage, errorText } from "../messages/error-text.ts";
import { english, messages } from "../messages/messages.ts";
import { warningText } from "../messages/warnings.ts";
import { changes } from "./pin-changes.ts";
import { type Choice, isMove } from "./pin-choice.ts";
import { pinProblems, readPin } from "./pin-inputs.ts";
import { nextChoice } from "./pin-move.ts";
import { datedImage, datedPin, stateTexts, versionedImage, versionedPin } from "./pin-outputs.ts";
import { choose } from "./pin-query.ts";
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
    const next =
      state === undefined
        ? await choose(pin, call)
        : await nextChoice(state, pin, changes(state, known.inputs, inputs, call), call);
    if (next !== undefined) take(next, state, pin, chosen, call);
    const stays = state !== undefined && (next === undefined || !isMove(next, state));
    if (stays) return { added: { [pinnedInput]: pinnedState(state) } };
    return { added: next === undefined ? {} : { [pinnedInput]: pinnedImage(next.image) } };
  } catch (error) {
    if (!(error instanceof ImageNotFoundError) && !(error instanceof ImageAmbiguousError)) throw error;
    const problems = [problemOf(error)];
    return error instanceof ImageNotFoundError ? { problems, imageMissing: true } : { problems };
  }
}

/**
 * Keeps what was chosen for what follows, and tells it: which image a pin takes or moves to, and what there is to know
 * about it. It is told once for each command; for a replacement the engine checks once more as for a new resource.
 */
export function take(
  next: Choice,
  state: ResourceState | undefined,
  pin: ImagePinInputs,
  chosen: Map<string, Choice>,
  call: ResourceCall,
): void {
  const before = chosen.get(call.urn);
  chosen.set(call.urn, next);
  const again = before?.image.id === next.image.id;
  if (!again && (state === undefined || isMove(next, state))) inform(choiceText(next, state, pin), call);
  const told = again ? stateTexts(before.warnings) : [];
  warnAll(
    next.warnings.filter((warning) => !told.includes(warningText(warning, english))),
    call,
  );
}

function choiceText({ image }: Choice, state: ResourceState | undefined, pin: ImagePinInputs): string {
  const words = messages().images.pins;
  const versions = pin.policy === "withinRange" || pin.version !== undefined;
  const next = versions ? versionedImage(image) : datedImage(image);
  if (state === undefined) return words.pins(next);
  return words.moves(versions ? versionedPin(state) : datedPin(state), next);
}

/** The pin that is there already. Older engines tell the inputs of it only, which hold enough. */
function stateOf({ inputs, outputs }: KnownResource): ResourceState | undefined {
  const pinned = readPinned(inputs);
  const id = outputs["imageId"] ?? pinned?.imageId;
  return typeof id === "string" ? { id, outputs: { ...pinned, ...outputs } } : undefined;
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
