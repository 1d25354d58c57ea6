import { pinnedInput } from "../contract/image-pin.ts";
import { ImageNotFoundError } from "../errors/image-not-found-error.ts";
import { changes, difference } from "./pin-changes.ts";
import { announce, checkPin } from "./pin-check.ts";
import { readPin } from "./pin-inputs.ts";
import { nextChoice } from "./pin-move.ts";
import { allOutputs, pinOutputs } from "./pin-outputs.ts";
import { type Choice, choose, chosenImage, pinRegion } from "./pin-query.ts";
import { refreshedOutputs } from "./pin-refresh.ts";
import { readPinned } from "./pinned-image.ts";
import type { Members, PartlyKnown, Resource, ResourceCall, ResourceState } from "./resource.ts";

/** Inputs that outputs of other names may quote. */
const names = ["name", "nameContains", "nameGlob", "nameRegex"];

/** The pin of an image. `now` tells the time in milliseconds since 1970. */
export function createImagePin(now: () => number): Resource {
  // What a check has chosen, by URN: what follows the check in the same command need not ask again.
  const chosen = new Map<string, Choice>();
  const undecided = new Set<string>();
  return {
    quotes: {
      name: names,
      groupName: names,
      newerAvailable: names,
      warnings: [...names, "author"],
      [pinnedInput]: names,
    },
    check: async (inputs, known, call) => {
      const checked = await checkPin(inputs, known, chosen, call);
      if (checked.problems === undefined && checked.undecided === true) undecided.add(call.urn);
      else undecided.delete(call.urn);
      return checked;
    },
    diff: async (state, oldInputs, news, call) => {
      if (!undecided.delete(call.urn)) return difference(state, oldInputs, news, call);
      const { moves, changed } = await lateDecision(state, oldInputs, news, call);
      if (moves !== undefined) chosen.set(call.urn, moves);
      return { changed, replacing: moves === undefined ? [] : ["imageId"] };
    },
    create: async (inputs, preview, call) => {
      if (inputs.unknown.length > 0) return undefined;
      const choice = await checkedChoice(inputs.values, chosen.get(call.urn), call);
      const outputs = pinOutputs(choice, now());
      // The moment of the pinning is not known before it.
      return { id: choice.image.id, outputs: preview ? without(outputs, "resolvedAt") : outputs };
    },
    update: async (state, oldInputs, news, call) =>
      news.unknown.length > 0 ? {} : updatedOutputs(state, oldInputs, news, call),
    read: async (state, inputs, call) => {
      if (inputs === undefined) return importPin(state.id, call, now());
      return { id: state.id, inputs, outputs: await refreshedOutputs(state, readPin(inputs), call) };
    },
    // A pin is nothing but an entry of the state.
    delete: () => Promise.resolve(),
  };
}

/** What a check could not decide, since an older engine told it the inputs only. */
async function lateDecision(
  state: ResourceState,
  oldInputs: Members,
  news: PartlyKnown,
  call: ResourceCall,
): Promise<{ readonly moves: Choice | undefined; readonly changed: readonly string[] }> {
  const changed = changes(state, oldInputs, news, call);
  const pin = readPin(news.values);
  const moves = await nextChoice(state, pin, changed, call);
  if (moves !== undefined) announce(moves, state, pin, call);
  return { moves, changed };
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

/** The image stays, so its facts do. What was newer by the old query or policy says nothing of the new one. */
function updatedOutputs(
  state: ResourceState,
  oldInputs: Members,
  news: PartlyKnown,
  call: ResourceCall,
): Members {
  const { outputs } = state;
  const inputs = readPin(news.values);
  const region = pinRegion(inputs, call) ?? outputs["region"];
  const sameQuestion =
    region === outputs["region"] &&
    inputs.policy === "hold" &&
    changes(state, oldInputs, news, call).every((name) => name === "policy");
  return allOutputs({ ...outputs, region, ...(sameQuestion ? {} : { newerAvailable: null }) });
}

async function importPin(id: string, call: ResourceCall, time: number): ReturnType<Resource["read"]> {
  try {
    const inputs = { imageId: id };
    const choice = await choose(readPin(inputs), call);
    return { id, inputs, outputs: pinOutputs(choice, time) };
  } catch (error) {
    // A catalogue file that does not have it says nothing of whether it exists.
    if (error instanceof ImageNotFoundError && error.facts.notListed === undefined) return undefined;
    throw error;
  }
}
