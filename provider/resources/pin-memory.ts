import type { Members } from "../contract/members.ts";
import { changedInputs } from "./changed-inputs.ts";
import type { Choice } from "./pin-choice.ts";
import { pinDefaults } from "./pin-inputs.ts";
import { ownInputs } from "./pinned-image.ts";
import type { ResourceState } from "./resource.ts";

/** A pin as it was before the command, and the inputs for which a check has decided what becomes of it. */
export interface KnownPin {
  readonly state: ResourceState;
  readonly decided?: { readonly oldInputs: Members; readonly inputs: Members } | undefined;
}

/** What the calls of one command have found out, by URN: what follows need not ask and tell it again. */
export interface PinMemory {
  readonly chosen: Map<string, Choice>;
  readonly pins: Map<string, KnownPin>;
  /** Pins that a check could not decide about. */
  readonly undecided: Set<string>;
}

/** A memory of nothing. */
export function createPinMemory(): PinMemory {
  return { chosen: new Map(), pins: new Map(), undecided: new Set() };
}

/**
 * The pin that the engine replaces, if a check has decided about these inputs: for the replacement it has them checked
 * once more, as those of a new resource. Inputs whose changes were ignored come as they are then, and are not the same.
 */
export function replacedPin(
  { pins }: PinMemory,
  urn: string,
  values: Members,
): { readonly state: ResourceState; readonly oldInputs: Members } | undefined {
  const { state, decided } = pins.get(urn) ?? {};
  if (state === undefined || decided === undefined) return undefined;
  const news = { values: ownInputs(values), unknown: [] };
  const same = changedInputs(ownInputs(decided.inputs), news, pinDefaults).length === 0;
  return same ? { state, oldInputs: decided.oldInputs } : undefined;
}
