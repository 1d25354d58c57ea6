import type { ImagePinInputs } from "../contract/image-pin.ts";
import type { Members } from "../contract/members.ts";
import type { FileFacts } from "../listings/catalogue.ts";
import { findNewer, findNews, type PinNews, pinScope } from "../lookup/find-pinned.ts";
import { rememberedImage } from "../lookup/remembered-image.ts";
import { english, type Messages, messages } from "../messages/messages.ts";
import { seenImage } from "./pin-choice.ts";
import { allOutputs, datedImage, imageFacts, newerOf, seenOutputs } from "./pin-outputs.ts";
import type { ResourceCall, ResourceState } from "./resource.ts";
import { inform, warn, warnAll } from "./tell.ts";

/** Outputs of a pin as a refresh finds them: the facts of its image stay, its state and what is newer are told anew. */
export async function refreshedOutputs(
  state: ResourceState,
  inputs: ImagePinInputs,
  call: ResourceCall,
): Promise<Members> {
  const lookup = call.lookup();
  const { image, absent } = await findNews(state, inputs, lookup, call.signal);
  if (absent !== undefined) return absentOutputs(absent, state, inputs, call);
  const newer = await findNewer(image, state, inputs, lookup, call.signal);
  const seen = seenImage(image, pinScope(inputs, lookup), state);
  warnAll(seen.warnings, call);
  if (newer !== undefined) inform(messages().images.pins.newer(datedImage(newer)), call);
  return allOutputs({
    // What an earlier version of the plugin has not written yet is filled in; the rest stays as it was pinned.
    ...imageFacts(image),
    ...state.outputs,
    ...seenOutputs(seen),
    newerAvailable: newer === undefined ? null : newerOf(newer),
  });
}

/** The image is not there: whether it is gone, only catalogues that were read can say. */
async function absentOutputs(
  absent: NonNullable<PinNews["absent"]>,
  state: ResourceState,
  inputs: ImagePinInputs,
  call: ResourceCall,
): Promise<Members> {
  if (absent.kind === "noNews") return unchanged("statusStays", absent.file, state, call);
  if (absent.kind === "catalogueNotInFile") return unchanged("statusUnknown", absent.file, state, call);
  const text = ({ images: { pins } }: Messages): string =>
    absent.kind === "missing" ? pins.missing(absent.scope.source) : pins.gone;
  warn(text(messages()), call);
  const next = await findNewer(rememberedImage(state), state, inputs, call.lookup(), call.signal);
  if (next !== undefined) inform(messages().images.pins.newer(datedImage(next)), call);
  return allOutputs({
    ...state.outputs,
    ...(absent.kind === "missing" ? {} : { status: "Gone" }),
    newerAvailable: next === undefined ? null : newerOf(next),
    warnings: [text(english)],
  });
}

/** What a refresh leaves as it was, because a catalogue file says too little. */
function unchanged(
  reason: "statusStays" | "statusUnknown",
  { takenAt }: FileFacts,
  { outputs }: ResourceState,
  call: ResourceCall,
): Members {
  warn(messages().catalogFile[reason](takenAt), call);
  return allOutputs(outputs);
}
