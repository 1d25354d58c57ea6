import type { Image } from "../contract/image.ts";
import type { ImagePinInputs } from "../contract/image-pin.ts";
import { findPinned, pinFile, pinnedPlace, pinScope } from "../lookup/find-pinned.ts";
import { isBetter } from "../lookup/newer-image.ts";
import { rememberedImage } from "../lookup/remembered-image.ts";
import { messages } from "../messages/messages.ts";
import { movesRegion } from "./pin-changes.ts";
import { type Choice, seenImage } from "./pin-choice.ts";
import { datedPin } from "./pin-outputs.ts";
import { choose, chooseIfAny, stillFitting } from "./pin-query.ts";
import type { ResourceCall, ResourceState } from "./resource.ts";
import { warn } from "./tell.ts";

/**
 * The image that a pin means: the one that it moves to, or its own as it is now; `undefined` when it stays unasked.
 * `changed` are the properties that differ.
 */
export async function nextChoice(
  state: ResourceState,
  inputs: ImagePinInputs,
  changed: readonly string[],
  call: ResourceCall,
): Promise<Choice | undefined> {
  const edited = changed.some((name) => name !== "policy" && name !== "keepers");
  if (inputs.imageId === state.id) return edited ? confirmed(state, inputs, changed, call) : undefined;
  const byHand = inputs.imageId !== undefined;
  if (changed.includes("keepers") || (edited && byHand)) return choose(inputs, call);
  const own = edited ? await stillFitting(state, inputs, call) : undefined;
  if (own === "unknown") return stays("pinUnknown", state, call);
  if (own === "unfit") return choose(inputs, call);
  return inputs.policy === "hold" ? own : ((await movedByPolicy(state, inputs, call)) ?? own);
}

/** An image that is given by hand, and that the pin has already, is asked about only where the pin looks in another place. */
async function confirmed(
  state: ResourceState,
  inputs: ImagePinInputs,
  changed: readonly string[],
  call: ResourceCall,
): Promise<Choice | undefined> {
  const { source = "any" } = inputs;
  const readsAnotherPlace =
    (source !== "any" && source !== state.outputs["source"]) ||
    changed.includes("zone") ||
    changed.includes("projectId") ||
    movesRegion(state, inputs, call);
  if (!readsAnotherPlace) return undefined;
  const { image } = await choose(inputs, call);
  return seenImage(image, pinScope(inputs, call.lookup()), state);
}

/** A policy moves to what is strictly better; where there is no such image the pin stays, whatever became of its own. */
async function movedByPolicy(
  state: ResourceState,
  inputs: ImagePinInputs,
  call: ResourceCall,
): Promise<Choice | undefined> {
  const choice = await chooseIfAny(inputs, call);
  if (choice === undefined) {
    warn(messages().images.pins.stays(datedPin(state)), call);
    return undefined;
  }
  if (!isBetter(choice.image, await imageToBeat(state, inputs, call), inputs)) return undefined;
  const file = await pinFile(state, call.lookup());
  return file === undefined || file.afterPin ? choice : stays("pinStays", state, call);
}

/** A pin that stays because a catalogue file says too little. */
async function stays(
  reason: "pinStays" | "pinUnknown",
  state: ResourceState,
  call: ResourceCall,
): Promise<undefined> {
  const file = await pinFile(state, call.lookup());
  warn(messages().catalogFile[reason](datedPin(state), file?.takenAt ?? ""), call);
}

/** What a policy compares with: within a range the version that was pinned, else the image as it is now. */
async function imageToBeat(state: ResourceState, inputs: ImagePinInputs, call: ResourceCall): Promise<Image> {
  if (inputs.policy === "withinRange") return rememberedImage(state);
  const lookup = call.lookup();
  const { image } = await findPinned(pinnedPlace(state, inputs, lookup), lookup, call.signal);
  return image ?? rememberedImage(state);
}
