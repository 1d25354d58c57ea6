import type { Image } from "../contract/image.ts";
import {
  type ImagePinInputs,
  type ImagePinOutputs,
  imagePinInputs,
  imagePinOutputs,
} from "../contract/image-pin.ts";
import { exclusiveArguments } from "../contract/query.ts";
import { ArgumentError, type InputProblem } from "../errors/argument-error.ts";
import { ImageNotFoundError } from "../errors/image-not-found-error.ts";
import { plainText, quoted } from "../errors/plain-text.ts";
import { english, texts } from "../errors/texts.ts";
import { queryProblems } from "../images/query-problems.ts";
import { imageRemarks } from "../images/select-images.ts";
import { compareVersions, imageVersion } from "../images/versions.ts";
import { parseInputs } from "../schema/parse-inputs.ts";
import { type Choice, choose, findNewer, findPinned, satisfies } from "./pin-query.ts";
import type { Members, PartlyKnown, Resource, ResourceCall, ResourceState } from "./resource.ts";

/** Inputs that say how to move and nothing of which image is meant. */
const notOfTheQuery = ["keepers", "policy", "imageId"];

/** The pin of an image. `now` tells the time in milliseconds since 1970. */
export function createImagePin(now: () => number): Resource {
  return {
    check: ({ values, unknown }) => {
      const parsed = parseInputs(imagePinInputs, values, "argument", exclusiveArguments);
      return parsed.problems ?? pinProblems(parsed.value, values, unknown);
    },
    diff: async (state, oldInputs, news, call) => {
      const changed = changedInputs(oldInputs, news);
      if (news.unknown.length > 0) return { changed };
      const inputs = read(news.values);
      if (changed.length === 0 && inputs.policy === "hold") return { changed };
      const next = await nextImage(state, inputs, changed, call);
      if (next === undefined) return { changed };
      call.context().inform(moveText(state, next), call.urn);
      return { changed, replacedBy: "imageId" };
    },
    create: async (inputs, call) => {
      if (inputs.unknown.length > 0) return undefined;
      const choice = await choose(read(inputs.values), call.context(), call.signal);
      for (const remark of choice.remarks) call.context().warn(remark, call.urn);
      return { id: choice.image.id, outputs: outputsOf(choice, now()) };
    },
    // The image stays, so its facts do: only the inputs change.
    update: async (state, news) => (news.unknown.length > 0 ? {} : state.outputs),
    read: async (state, inputs, call) =>
      inputs === undefined ? importPin(state.id, call, now()) : refreshPin(state, inputs, call),
  };
}

function read(values: Members): ImagePinInputs {
  const parsed = parseInputs(imagePinInputs, values, "argument", exclusiveArguments);
  if (parsed.problems !== undefined) throw new ArgumentError(parsed.problems);
  return parsed.value;
}

/** Problems of inputs that are each of the right kind. */
function pinProblems(inputs: ImagePinInputs, given: Members, unknown: readonly string[]): InputProblem[] {
  const has = (name: string): boolean =>
    (given[name] !== undefined && given[name] !== null && given[name] !== false) || unknown.includes(name);
  const query = Object.keys(given).filter(
    (name) =>
      !notOfTheQuery.includes(name) && !["source", "region", "zone", "projectId"].includes(name) && has(name),
  );
  const problems: InputProblem[] = [];
  if (has("imageId") && query.length > 0) {
    problems.push({
      property: "imageId",
      reason: texts().images.pin.nothingToAsk(query.map((name) => `\`${name}\``).join(", ")),
    });
  }
  if (has("imageId") && inputs.policy !== "hold") {
    problems.push({
      property: "policy",
      reason: texts().images.pin.noQuery(inputs.policy),
    });
  }
  if (inputs.policy === "withinRange" && !has("version")) {
    problems.push({
      property: "policy",
      reason: texts().images.pin.needsVersion,
    });
  }
  if (inputs.policy === "withinRange" && has("orderBy")) {
    problems.push({
      property: "orderBy",
      reason: texts().images.pin.noOrder,
    });
  }
  // What moves to the newest match by itself takes whatever is published next, as `mostRecent` does.
  const picks = inputs.policy !== "hold" && inputs.orderBy === undefined;
  return [
    ...problems,
    ...queryProblems({ ...inputs, mostRecent: inputs.mostRecent || picks, id: inputs.imageId }, true),
  ];
}

/** The image that the pin would move to; `undefined` when it stays. */
async function nextImage(
  state: ResourceState,
  inputs: ImagePinInputs,
  changed: readonly string[],
  call: ResourceCall,
): Promise<Image | undefined> {
  const context = call.context();
  if (inputs.imageId === state.id) return undefined;
  const asksAgain = inputs.policy !== "hold" || changed.includes("keepers");
  if (!asksAgain) {
    if (!changed.some((name) => name !== "policy")) return undefined;
    if (inputs.imageId === undefined) {
      const pinned = await findPinned(state.id, inputs, state.outputs["source"], context, call.signal);
      if (pinned !== undefined && satisfies(pinned, inputs)) return undefined;
    }
  }
  const { image } = await choose(inputs, context, call.signal);
  if (image.id === state.id) return undefined;
  return inputs.policy === "withinRange" && (await isLower(image, state, inputs, call)) ? undefined : image;
}

/** Whether a pin would go back to an older version, after its own image was withdrawn for example. */
async function isLower(
  image: Image,
  state: ResourceState,
  inputs: ImagePinInputs,
  call: ResourceCall,
): Promise<boolean> {
  const pinned = await findPinned(state.id, inputs, state.outputs["source"], call.context(), call.signal);
  const [next, now] = [imageVersion(image), pinned && imageVersion(pinned)];
  return next !== undefined && now !== undefined && compareVersions(next, now) < 0;
}

async function importPin(id: string, call: ResourceCall, time: number): ReturnType<Resource["read"]> {
  try {
    const inputs = { imageId: id };
    const choice = await choose(read(inputs), call.context(), call.signal);
    return { id, inputs, outputs: outputsOf(choice, time) };
  } catch (error) {
    if (error instanceof ImageNotFoundError) return undefined;
    throw error;
  }
}

async function refreshPin(
  state: ResourceState,
  values: Members,
  call: ResourceCall,
): ReturnType<Resource["read"]> {
  const inputs = read(values);
  const context = call.context();
  const pinned = await findPinned(state.id, inputs, state.outputs["source"], context, call.signal);
  if (pinned === undefined) {
    context.warn(texts().images.remarks.gone, call.urn);
    return {
      id: state.id,
      inputs: values,
      outputs: {
        ...state.outputs,
        status: "Gone",
        newerAvailable: null,
        warnings: [english.images.remarks.gone],
      },
    };
  }
  const newer = await findNewer(pinned, inputs, context, call.signal);
  for (const remark of imageRemarks(pinned, texts())) context.warn(remark, call.urn);
  const warnings = imageRemarks(pinned, english);
  const newerAvailable = newer === undefined ? null : newerOf(newer);
  const outputs = { ...state.outputs, status: pinned.status, newerAvailable, warnings };
  return { id: state.id, inputs: values, outputs };
}

/** What a move means, with dates: the state knows the old image, the engine's own diff only that it changes. */
function moveText({ id, outputs }: ResourceState, next: Image): string {
  const { remarks } = texts().images;
  const dated = (name: unknown, one: string, publishedAt: unknown): string =>
    remarks.dated(
      quoted(String(name)),
      plainText(one),
      typeof publishedAt === "string" ? publishedAt.slice(0, 10) : "",
    );
  const { name, publishedAt } = outputs;
  return remarks.moves(dated(name, id, publishedAt), dated(next.name, next.id, next.publishedAt));
}

function newerOf(image: Image): NonNullable<ImagePinOutputs["newerAvailable"]> {
  const { id, name, publishedAt } = image;
  return { id, name, version: imageVersion(image)?.version, publishedAt };
}

/** All outputs; what CompShare does not say is null, since an absent output would be one that is not known yet. */
function outputsOf({ image, region, warnings }: Choice, time: number): Members {
  const facts: Members = {
    ...image,
    imageId: image.id,
    region,
    resolvedAt: new Date(time).toISOString().replace(/\.\d+Z$/, "Z"),
    warnings,
  };
  return Object.fromEntries(Object.keys(imagePinOutputs.shape).map((name) => [name, facts[name] ?? null]));
}

/** Inputs that differ, by name; what is not known yet differs. */
function changedInputs(olds: Members, news: PartlyKnown): string[] {
  const names = new Set([...Object.keys(olds), ...Object.keys(news.values), ...news.unknown]);
  return [...names].filter(
    (name) => news.unknown.includes(name) || canonical(olds[name]) !== canonical(news.values[name]),
  );
}

/** Text that is the same for equal values, whatever the order of members. */
function canonical(value: unknown): string {
  return JSON.stringify(value ?? null, (_key, member: unknown) =>
    typeof member === "object" && member !== null && !Array.isArray(member)
      ? Object.fromEntries(Object.entries(member).sort(([one], [other]) => (one < other ? -1 : 1)))
      : member,
  );
}
