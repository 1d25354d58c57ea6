import type { Members } from "../provider/contract/members.ts";
import { ArgumentError } from "../provider/errors/argument-error.ts";
import { ImageNotFoundError } from "../provider/errors/image-not-found-error.ts";
import { resolveScope } from "../provider/listings/scope.ts";
import type { Lookup } from "../provider/lookup/lookup.ts";
import { messages } from "../provider/messages/messages.ts";
import { quoted } from "../provider/messages/plain-text.ts";
import { programProblems } from "../provider/messages/spell-arguments.ts";
import type { PartlyKnown, Resource, ResourceCall } from "../provider/resources/resource.ts";
import { problemError } from "./mock-error.ts";
import { mockInputs } from "./mock-inputs.ts";
import type { MockResource, MockState } from "./mock-types.ts";

/** An image that the test gives for one that is missing. */
export interface Missing {
  readonly id: string;
  readonly lookup: Lookup;
}

/** Makes a resource of this package, or reads one that has an ID already, as the plugin does for the engine. */
export async function ownResource(
  resource: Resource | undefined,
  args: MockResource,
  lookup: Lookup,
  missing: () => Missing | undefined,
): Promise<MockState> {
  if (resource === undefined)
    throw new ArgumentError([{ property: "", reason: messages().inputs.noResource(quoted(args.type)) }]);
  const call = (from: Lookup): ResourceCall => ({
    urn: `urn:pulumi:stack::project::${args.type}::${args.name}`,
    signal: new AbortController().signal,
    lookup: () => from,
  });
  if (args.id !== undefined && args.id !== "") return read(resource, args.id, call(lookup));
  const inputs = mockInputs(args.inputs);
  const checked = await resource.check(inputs, { inputs: {}, outputs: {} }, call(lookup));
  if (checked.problems === undefined) return create(resource, inputs, checked.added, call(lookup));
  const instead = checked.imageMissing === true ? missing() : undefined;
  const reasons = programProblems(checked.problems).map(({ reason }) => reason);
  if (instead === undefined)
    throw problemError(`${args.type} resource '${args.name}' has a problem: ${reasons.join("; ")}`);
  const given: PartlyKnown = { values: { imageId: instead.id }, unknown: [] };
  return create(resource, given, {}, call(instead.lookup));
}

async function create(
  resource: Resource,
  inputs: PartlyKnown,
  added: Members,
  call: ResourceCall,
): Promise<MockState> {
  const made = await resource.create({ ...inputs, values: { ...inputs.values, ...added } }, false, call);
  // Of one whose inputs are not known yet, nothing is.
  return { id: made?.id, state: made?.outputs ?? {} };
}

async function read(resource: Resource, id: string, call: ResourceCall): Promise<MockState> {
  const found = await resource.read({ id, outputs: {} }, undefined, call);
  if (found !== undefined) return { id: found.id, state: found.outputs };
  const { region, source } = resolveScope({ id }, call.lookup().scope);
  throw new ImageNotFoundError({ noId: { argument: "id", id, region, source } });
}
