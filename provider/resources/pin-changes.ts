import { type ImagePinInputs, pinnedInput } from "../contract/image-pin.ts";
import type { Members } from "../contract/members.ts";
import { changedInputs } from "./changed-inputs.ts";
import { pinDefaults, readPin } from "./pin-inputs.ts";
import { pinRegion } from "./pin-query.ts";
import { ownInputs, readPinned } from "./pinned-image.ts";
import type { Difference, PartlyKnown, ResourceCall, ResourceState } from "./resource.ts";

/** Whether a pin looks in another region than the one it was pinned in, although no input may say so. */
export function movesRegion({ outputs }: ResourceState, inputs: ImagePinInputs, call: ResourceCall): boolean {
  const { region } = outputs;
  return typeof region === "string" && (pinRegion(inputs, call) ?? region) !== region;
}

/** Inputs that differ from those of a pin, and its region where that differs. */
export function changes(
  state: ResourceState,
  oldInputs: Members,
  news: PartlyKnown,
  call: ResourceCall,
): readonly string[] {
  const own = { ...news, values: ownInputs(news.values) };
  const changed = changedInputs(ownInputs(oldInputs), own, pinDefaults);
  const regionMoves = news.unknown.length === 0 && movesRegion(state, readPin(news.values), call);
  return [...new Set([...changed, ...(regionMoves ? ["region"] : [])])];
}

/** How a pin would change: it is replaced where its check has added another image. */
export function difference(
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
