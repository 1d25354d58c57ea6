import type { ImagePinInputs } from "../contract/image-pin.ts";
import type { Members } from "../contract/members.ts";
import { rememberedImage } from "../lookup/remembered-image.ts";
import { english, messages } from "../messages/messages.ts";
import { seenImage } from "./pin-choice.ts";
import { type PinFile, pinFile } from "./pin-file.ts";
import { allOutputs, datedImage, imageFacts, newerOf, seenOutputs } from "./pin-outputs.ts";
import { findNewer, findPinned, listsPinned, pinScope } from "./pin-query.ts";
import type { ResourceCall, ResourceState } from "./resource.ts";
import { inform, warn, warnAll } from "./tell.ts";

/** Outputs of a pin as a refresh finds them: the facts of its image stay, its state and what is newer are told anew. */
export async function refreshedOutputs(
  state: ResourceState,
  inputs: ImagePinInputs,
  call: ResourceCall,
): Promise<Members> {
  const lookup = call.lookup();
  const file = await pinFile(state, call);
  if (file !== undefined && !file.afterPin) return unchanged("statusStays", file, state, call);
  const pinned = await findPinned(state, inputs, call);
  if (pinned === undefined && file !== undefined && !(await listsPinned(state, inputs, call)))
    return unchanged("statusUnknown", file, state, call);
  if (pinned === undefined) {
    warn(messages().images.pins.gone, call);
    const next = await findNewer(rememberedImage(state), state, inputs, call);
    if (next !== undefined) inform(messages().images.pins.newer(datedImage(next)), call);
    return allOutputs({
      ...state.outputs,
      status: "Gone",
      newerAvailable: next === undefined ? null : newerOf(next),
      warnings: [english.images.pins.gone],
    });
  }
  const newer = await findNewer(pinned, state, inputs, call);
  const seen = seenImage(pinned, pinScope(inputs, lookup), state);
  warnAll(seen.warnings, call);
  if (newer !== undefined) inform(messages().images.pins.newer(datedImage(newer)), call);
  return allOutputs({
    // What an earlier version of the plugin has not written yet is filled in; the rest stays as it was pinned.
    ...imageFacts(pinned),
    ...state.outputs,
    ...seenOutputs(seen),
    newerAvailable: newer === undefined ? null : newerOf(newer),
  });
}

/** What a refresh leaves as it was, because a catalogue file says too little. */
function unchanged(
  reason: "statusStays" | "statusUnknown",
  { takenAt }: PinFile,
  { outputs }: ResourceState,
  call: ResourceCall,
): Members {
  warn(messages().catalogFile[reason](takenAt), call);
  return allOutputs(outputs);
}
