import type { Image } from "../contract/image.ts";
import type { ImagePinInputs } from "../contract/image-pin.ts";
import { compareVersions, imageVersion, readVersion } from "../lookup/versions.ts";
import { messages } from "../messages/messages.ts";
import { datedPin } from "./pin-outputs.ts";
import { choose, chooseIfAny, stillFits } from "./pin-query.ts";
import type { ResourceCall, ResourceState } from "./resource.ts";

/** The image that a pin moves to; `undefined` when it stays. `changed` are the properties that differ. */
export async function nextImage(
  state: ResourceState,
  inputs: ImagePinInputs,
  changed: readonly string[],
  call: ResourceCall,
): Promise<Image | undefined> {
  if (inputs.imageId === state.id) return undefined;
  const edited = changed.some((name) => name !== "policy" && name !== "keepers");
  const asksAnew =
    changed.includes("keepers") ||
    (edited && (inputs.imageId !== undefined || !(await stillFits(state, inputs, call))));
  if (asksAnew) return other((await choose(inputs, call)).image, state);
  return inputs.policy === "hold" ? undefined : movedByPolicy(state, inputs, call);
}

function other(image: Image, { id }: ResourceState): Image | undefined {
  return image.id === id ? undefined : image;
}

/** A policy moves to what is better; where there is nothing better the pin stays, whatever became of its own image. */
async function movedByPolicy(
  state: ResourceState,
  inputs: ImagePinInputs,
  call: ResourceCall,
): Promise<Image | undefined> {
  const image = await chooseIfAny(inputs, call);
  if (image === undefined) {
    call.lookup().warn(messages().images.pins.stays(datedPin(state)), call.urn);
    return undefined;
  }
  return inputs.policy === "withinRange" && isLower(image, state) ? undefined : other(image, state);
}

/** Whether a pin would go back to an older version, after its own image was withdrawn for example. */
function isLower(image: Image, { outputs }: ResourceState): boolean {
  const version = outputs["version"];
  const pinned = typeof version === "string" ? readVersion(version) : undefined;
  const next = imageVersion(image);
  return pinned !== undefined && next !== undefined && compareVersions(next, pinned) < 0;
}
