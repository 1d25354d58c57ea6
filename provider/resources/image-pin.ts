import { pinnedInput } from "../contract/image-pin.ts";
import type { Members } from "../contract/members.ts";
import { nameArguments } from "../contract/query.ts";
import { ImageNotFoundError } from "../errors/image-not-found-error.ts";
import { rememberedInputs } from "../lookup/remembered-image.ts";
import { changes, difference } from "./pin-changes.ts";
import { checkPin, decide, take } from "./pin-check.ts";
import { type Choice, isMove } from "./pin-choice.ts";
import { readPin } from "./pin-inputs.ts";
import { createPinMemory, type PinMemory, replacedPin } from "./pin-memory.ts";
import { allOutputs, pinOutputs, seenOutputs } from "./pin-outputs.ts";
import { choose, chosenImage, pinRegion } from "./pin-query.ts";
import { refreshedOutputs } from "./pin-refresh.ts";
import { readPinned } from "./pinned-image.ts";
import type { PartlyKnown, Resource, ResourceCall, ResourceState } from "./resource.ts";

/** The pin of an image. `now` tells the time in milliseconds since 1970. */
export function createImagePin(now: () => number): Resource {
  const memory = createPinMemory();
  const { chosen, undecided } = memory;
  return {
    quotes: {
      name: nameArguments,
      groupName: nameArguments,
      newerAvailable: nameArguments,
      warnings: [...nameArguments, "author"],
      [pinnedInput]: nameArguments,
    },
    check: async (inputs, known, call) => {
      const checked = await checkPin(inputs, known, memory, call);
      if (checked.problems === undefined && checked.undecided === true) undecided.add(call.urn);
      else undecided.delete(call.urn);
      return checked;
    },
    diff: async (state, oldInputs, news, call) => {
      if (!undecided.delete(call.urn)) return difference(state, oldInputs, news, call);
      // What a check could not decide, since an older engine told it the inputs only.
      const { moves, changed } = await decide(state, oldInputs, news, memory, call);
      return { changed, replacing: moves === undefined ? [] : ["imageId"] };
    },
    create: async (inputs, preview, call) =>
      inputs.unknown.length > 0
        ? undefined
        : (keptPin(inputs, memory, call) ??
          makePin(inputs.values, preview, chosen.get(call.urn), now(), call)),
    update: async (state, oldInputs, news, call) =>
      news.unknown.length > 0 ? {} : updatedOutputs(state, oldInputs, news, chosen.get(call.urn), call),
    read: async (state, inputs, call) => {
      if (inputs === undefined) return importPin(state.id, memory, call, now());
      const outputs = await refreshedOutputs(state, readPin(rememberedInputs(state.id, inputs)), call);
      memory.pins.set(call.urn, { state: { id: state.id, outputs } });
      return { id: state.id, inputs, outputs };
    },
    // A pin is nothing but an entry of the state.
    delete: () => Promise.resolve(),
  };
}

/** A pin that Pulumi replaces, and that keeps its image: it stays what it was. Older engines do not tell all of that. */
function keptPin(news: PartlyKnown, memory: PinMemory, call: ResourceCall): ResourceState | undefined {
  const pin = replacedPin(memory, call.urn, news.values);
  if (pin === undefined || pin.state.id !== readPinned(news.values)?.imageId) return undefined;
  const { state, oldInputs } = pin;
  if (state.outputs["region"] === undefined) return undefined;
  const outputs = updatedOutputs(state, oldInputs, news, memory.chosen.get(call.urn), call);
  return { id: state.id, outputs };
}

/** A new pin of the image that its check has chosen. */
async function makePin(
  values: Members,
  preview: boolean,
  chosen: Choice | undefined,
  time: number,
  call: ResourceCall,
): Promise<ResourceState> {
  const choice = await checkedChoice(values, chosen, call);
  const outputs = pinOutputs(choice, time);
  // The moment of the pinning is not known before it.
  return { id: choice.image.id, outputs: preview ? without(outputs, "resolvedAt") : outputs };
}

/** The image that a check has added to the inputs. */
async function checkedChoice(
  values: Members,
  chosen: Choice | undefined,
  call: ResourceCall,
): Promise<Choice> {
  const id = readPinned(values)?.imageId;
  if (chosen !== undefined && (id === undefined || id === chosen.image.id)) return chosen;
  const inputs = readPin(values);
  return id === undefined ? choose(inputs, call) : chosenImage(id, inputs, call);
}

function without(outputs: Members, name: string): Members {
  return Object.fromEntries(Object.entries(outputs).filter(([key]) => key !== name));
}

/**
 * The image stays, so its facts do; `seen` is what a check has found where the pin looks now. What was newer by the old
 * query or policy says nothing of the new one.
 */
function updatedOutputs(
  state: ResourceState,
  oldInputs: Members,
  news: PartlyKnown,
  seen: Choice | undefined,
  call: ResourceCall,
): Members {
  const { outputs } = state;
  const inputs = readPin(news.values);
  const region = pinRegion(inputs, call) ?? outputs["region"];
  const sameQuestion =
    region === outputs["region"] &&
    inputs.policy === "hold" &&
    changes(state, oldInputs, news, call).every((name) => name === "policy");
  return allOutputs({
    ...outputs,
    ...(seen === undefined || isMove(seen, state) ? {} : seenOutputs(seen)),
    region,
    ...(sameQuestion ? {} : { newerAvailable: null }),
  });
}

/** An image that is imported, or only read, is told as one that a query has found. */
async function importPin(
  id: string,
  memory: PinMemory,
  call: ResourceCall,
  time: number,
): ReturnType<Resource["read"]> {
  try {
    const inputs = { imageId: id };
    const pin = readPin(inputs);
    const choice = await choose(pin, call);
    take(choice, memory.pins.get(call.urn)?.state, pin, memory, call);
    return { id, inputs, outputs: pinOutputs(choice, time) };
  } catch (error) {
    // A catalogue file that does not have it says nothing of whether it exists.
    if (error instanceof ImageNotFoundError && error.facts.notListed === undefined) return undefined;
    throw error;
  }
}
