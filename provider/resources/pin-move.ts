import type { Image } from "../contract/image.ts";
import type { ImagePinInputs } from "../contract/image-pin.ts";
import { preferredOrder } from "../lookup/newer-image.ts";
import { compareBy } from "../lookup/order.ts";
import { compareVersions } from "../lookup/versions/compare-versions.ts";
import { imageVersion } from "../lookup/versions/image-version.ts";
import { readVersion } from "../lookup/versions/read-version.ts";
import type { Version } from "../lookup/versions/version.ts";
import { messages } from "../messages/messages.ts";
import { pinFile } from "./pin-file.ts";
import { datedPin } from "./pin-outputs.ts";
import { type Choice, choose, chooseIfAny, findPinned, stateImage, stillFits } from "./pin-query.ts";
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
  const moves =
    choice.image.id !== state.id &&
    (inputs.policy === "withinRange"
      ? isHigher(choice.image, state)
      : await isBefore(choice.image, state, inputs, call));
  if (!moves) return undefined;
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

/** Whether an image has a higher version than a pin; any version is higher than none. */
function isHigher(image: Image, state: ResourceState): boolean {
  const pinned = pinnedVersion(state);
  const next = imageVersion(image);
  return next !== undefined && (pinned === undefined || compareVersions(next, pinned) > 0);
}

/** The version of a pin. Earlier plugins kept three numbers only: where the image's own texts say more, that counts. */
function pinnedVersion(state: ResourceState): Version | undefined {
  const { version, versionName } = state.outputs;
  const kept = typeof version === "string" ? readVersion(version) : undefined;
  const image = stateImage(state);
  const own = imageVersion({
    ...image,
    versionName: typeof versionName === "string" ? versionName : undefined,
  });
  return own !== undefined && kept?.numbers.every((number, index) => own.numbers[index] === number) !== false
    ? own
    : kept;
}

/** Whether an image comes before that of a pin in the order that the pin follows. */
async function isBefore(
  image: Image,
  state: ResourceState,
  inputs: ImagePinInputs,
  call: ResourceCall,
): Promise<boolean> {
  const pinned = (await findPinned(state, inputs, call)) ?? stateImage(state);
  return compareBy(preferredOrder(inputs), image, pinned) < 0;
}
