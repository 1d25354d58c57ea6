import type { Image } from "../contract/image.ts";
import type { ImagePinInputs } from "../contract/image-pin.ts";
import { isBetter } from "../lookup/newer-image.ts";
import { rememberedImage } from "../lookup/remembered-image.ts";
import { messages } from "../messages/messages.ts";
import { pinFile } from "./pin-file.ts";
import { datedPin } from "./pin-outputs.ts";
import { type Choice, choose, chooseIfAny, findPinned, stillFits } from "./pin-query.ts";
import type { ResourceCall, ResourceState } from "./resource.ts";
import { warn } from "./tell.ts";

/** What a pin moves to; `undefined` when it stays. `changed` are the properties that differ. */
export async function nextChoice(
  state: ResourceState,
  inputs: ImagePinInputs,
  changed: readonly string[],
  call: ResourceCall,
): Promise<Choice | undefined> {
  if (inputs.imageId === state.id) return undefined;
  const edited = changed.some((name) => name !== "policy" && name !== "keepers");
  const byHand = inputs.imageId !== undefined;
  if (changed.includes("keepers") || (edited && byHand)) return other(await choose(inputs, call), state);
  if (edited) {
    const fits = await stillFits(state, inputs, call);
    if (fits === "unknown") return stays("pinUnknown", state, call);
    if (!fits) return other(await choose(inputs, call), state);
  }
  return inputs.policy === "hold" ? undefined : movedByPolicy(state, inputs, call);
}

function other(choice: Choice, { id }: ResourceState): Choice | undefined {
  return choice.image.id === id ? undefined : choice;
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
  const file = await pinFile(state, call);
  return file === undefined || file.afterPin ? choice : stays("pinStays", state, call);
}

/** A pin that stays because a catalogue file says too little. */
async function stays(
  reason: "pinStays" | "pinUnknown",
  state: ResourceState,
  call: ResourceCall,
): Promise<undefined> {
  const file = await pinFile(state, call);
  warn(messages().catalogFile[reason](datedPin(state), file?.takenAt ?? ""), call);
}

/** What a policy compares with: within a range the version that was pinned, else the image as it is now. */
async function imageToBeat(state: ResourceState, inputs: ImagePinInputs, call: ResourceCall): Promise<Image> {
  const listed = inputs.policy === "withinRange" ? undefined : await findPinned(state, inputs, call);
  return listed ?? rememberedImage(state);
}
