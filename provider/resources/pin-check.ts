import { type ImagePinInputs, pinnedInput } from "../contract/image-pin.ts";
import type { Members } from "../contract/members.ts";
import type { InputProblem } from "../errors/argument-error.ts";
import { ImageAmbiguousError } from "../errors/image-ambiguous-error.ts";
import { ImageNotFoundError } from "../errors/image-not-found-error.ts";
import { errorMessage, errorText } from "../messages/error-text.ts";
import { english, messages } from "../messages/messages.ts";
import { warningText } from "../messages/warnings.ts";
import { changes } from "./pin-changes.ts";
import { type Choice, isMove } from "./pin-choice.ts";
import { pinProblems, readPin } from "./pin-inputs.ts";
import { type PinMemory, replacedPin } from "./pin-memory.ts";
import { nextChoice } from "./pin-move.ts";
import { datedImage, datedPin, stateTexts, versionedImage, versionedPin } from "./pin-outputs.ts";
import { choose } from "./pin-query.ts";
import { type Pinned, pinnedImage, pinnedState, readPinned } from "./pinned-image.ts";
import type { Checked, KnownResource, PartlyKnown, ResourceCall, ResourceState } from "./resource.ts";
import { inform, warnAll } from "./tell.ts";

/** Checks inputs and adds the image that they mean: for a new pin the one that is found, else the one it stays with or moves to. */
export async function checkPin(
  inputs: PartlyKnown,
  known: KnownResource,
  memory: PinMemory,
  call: ResourceCall,
): Promise<Checked> {
  const problems = pinProblems(inputs);
  if (problems.length > 0) return { problems };
  if (inputs.unknown.length > 0) return { added: {} };
  const state = stateOf(known);
  // An engine that does not tell the outputs leaves it open which image an earlier plugin has pinned.
  if (state === undefined && Object.keys(known.inputs).length > 0) return { added: {}, undecided: true };
  try {
    const pinned =
      state === undefined
        ? (replaced(inputs.values, memory, call) ?? (await newPin(inputs.values, memory, call)))
        : await heldOrMoved(state, known.inputs, inputs, memory, call);
    return { added: { [pinnedInput]: pinned } };
  } catch (error) {
    if (!(error instanceof ImageNotFoundError) && !(error instanceof ImageAmbiguousError)) throw error;
    const problems = [problemOf(error)];
    return error instanceof ImageNotFoundError ? { problems, imageMissing: true } : { problems };
  }
}

/** The image of a new pin. */
async function newPin(values: Members, memory: PinMemory, call: ResourceCall): Promise<Pinned> {
  const pin = readPin(values);
  const next = await choose(pin, call);
  const before = memory.pins.get(call.urn)?.state;
  take(next, before, pin, memory, call);
  if (before !== undefined) memory.pins.set(call.urn, { state: before });
  return pinnedImage(next.image);
}

/** The image of a pin that is there: the one that it stays with, or moves to. */
async function heldOrMoved(
  state: ResourceState,
  oldInputs: Members,
  news: PartlyKnown,
  memory: PinMemory,
  call: ResourceCall,
): Promise<Pinned> {
  const { moves } = await decide(state, oldInputs, news, memory, call);
  return moves === undefined ? pinnedState(state) : pinnedImage(moves.image);
}

/** Decides what becomes of a pin that is there, keeps it for what follows, and tells it. */
export async function decide(
  state: ResourceState,
  oldInputs: Members,
  news: PartlyKnown,
  memory: PinMemory,
  call: ResourceCall,
): Promise<{ readonly moves: Choice | undefined; readonly changed: readonly string[] }> {
  const changed = changes(state, oldInputs, news, call);
  const pin = readPin(news.values);
  const next = await nextChoice(state, pin, changed, call);
  memory.pins.set(call.urn, { state, decided: { oldInputs, inputs: news.values } });
  if (next === undefined) memory.chosen.delete(call.urn);
  else take(next, state, pin, memory, call);
  return { moves: next !== undefined && isMove(next, state) ? next : undefined, changed };
}

/** The image of a pin that Pulumi replaces is the one that was decided on: a pin that stays keeps its own. */
function replaced(values: Members, memory: PinMemory, call: ResourceCall): Pinned | undefined {
  const pin = replacedPin(memory, call.urn, values);
  if (pin === undefined) return undefined;
  const next = memory.chosen.get(call.urn);
  if (next !== undefined && isMove(next, pin.state)) return pinnedImage(next.image);
  inform(messages().images.pins.keeps(datedPin(pin.state)), call);
  return pinnedState(pin.state);
}

/**
 * Keeps what was chosen for what follows, and tells it: which image a pin takes or moves to, and what there is to know
 * about it. What a command has told of an image it does not tell again.
 */
export function take(
  next: Choice,
  state: ResourceState | undefined,
  pin: ImagePinInputs,
  { chosen }: PinMemory,
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
