import * as messages from "@pulumi/pulumi/proto/provider_pb.js";
import { Empty } from "google-protobuf/google/protobuf/empty_pb.js";
import type { Struct } from "google-protobuf/google/protobuf/struct_pb.js";
import type { InputProblem } from "../errors/argument-error.ts";
import type { Difference, Resource, ResourceCall } from "../resources/resource.ts";
import { checkFailure, outputStruct, plainMembers } from "./grpc-messages.ts";
import type { Provider } from "./provider.ts";

/** Inputs of a resource that are usable, or what is wrong with them. They go back as they came. */
export async function checkResource(
  provider: Provider,
  request: messages.CheckRequest,
  signal: AbortSignal,
): Promise<messages.CheckResponse> {
  const urn = request.getUrn();
  // Older engines do not tell the outputs.
  const known = plainMembers(request.getOldOutputs() ?? request.getOlds()).values;
  const inputs = plainMembers(request.getNews());
  const problems = await provider.resource(urn).check(inputs, known, call(provider, urn, signal));
  return new messages.CheckResponse()
    .setInputs(request.getNews())
    .setFailuresList(problems.map((problem) => checkFailure({ ...problem, property: topLevel(problem) })));
}

/** The engine shows the value of the property, and looks for it among the inputs only, not inside them. */
function topLevel({ property }: InputProblem): string {
  return /^[^.[]*/.exec(property)?.[0] ?? property;
}

/** How a resource would change. Inputs whose changes are ignored come from the engine with their old values. */
export async function diffResource(
  provider: Provider,
  request: messages.DiffRequest,
  signal: AbortSignal,
): Promise<messages.DiffResponse> {
  const urn = request.getUrn();
  const state = { id: request.getId(), outputs: plainMembers(request.getOlds()).values };
  const olds = plainMembers(request.getOldInputs()).values;
  const news = plainMembers(request.getNews());
  const difference = await provider.resource(urn).diff(state, olds, news, call(provider, urn, signal));
  const inputs = [...Object.keys(olds), ...Object.keys(news.values), ...news.unknown];
  return diffResponse(difference, inputs);
}

function diffResponse({ changed, replacedBy }: Difference, inputs: readonly string[]): messages.DiffResponse {
  const { DIFF_SOME, DIFF_NONE } = messages.DiffResponse.DiffChanges;
  const { UPDATE, UPDATE_REPLACE } = messages.PropertyDiff.Kind;
  const response = new messages.DiffResponse().setHasdetaileddiff(true);
  const names = [...new Set([...changed, ...(replacedBy === undefined ? [] : [replacedBy])])];
  for (const name of names) {
    const kind = name === replacedBy ? UPDATE_REPLACE : UPDATE;
    // The image is an output unless somebody has set it by hand.
    const inputDiff = changed.includes(name) && inputs.includes(name);
    response
      .getDetaileddiffMap()
      .set(name, new messages.PropertyDiff().setKind(kind).setInputdiff(inputDiff));
  }
  return response
    .setChanges(names.length === 0 ? DIFF_NONE : DIFF_SOME)
    .setDiffsList(names)
    .setReplacesList(replacedBy === undefined ? [] : [replacedBy]);
}

/** Creates a resource; in a preview that does not know enough yet, nothing is known of it. */
export async function createResource(
  provider: Provider,
  request: messages.CreateRequest,
  signal: AbortSignal,
): Promise<messages.CreateResponse> {
  const urn = request.getUrn();
  const inputs = plainMembers(request.getProperties());
  const resource = provider.resource(urn);
  const state = await resource.create(inputs, call(provider, urn, signal));
  if (state === undefined) return new messages.CreateResponse();
  return new messages.CreateResponse()
    .setId(state.id)
    .setProperties(stateStruct(resource, state.outputs, inputs.secrets));
}

/** Changes a resource in place. */
export async function updateResource(
  provider: Provider,
  request: messages.UpdateRequest,
  signal: AbortSignal,
): Promise<messages.UpdateResponse> {
  const urn = request.getUrn();
  const state = { id: request.getId(), outputs: plainMembers(request.getOlds()).values };
  const olds = plainMembers(request.getOldInputs()).values;
  const news = plainMembers(request.getNews());
  const resource = provider.resource(urn);
  const outputs = await resource.update(state, olds, news, call(provider, urn, signal));
  return new messages.UpdateResponse().setProperties(stateStruct(resource, outputs, news.secrets));
}

/** Looks at a resource again, or for the first time, to import it. No ID in the answer says that there is none. */
export async function readResource(
  provider: Provider,
  request: messages.ReadRequest,
  signal: AbortSignal,
): Promise<messages.ReadResponse> {
  const urn = request.getUrn();
  const outputs = plainMembers(request.getProperties()).values;
  const inputs = plainMembers(request.getInputs());
  const imported = Object.keys(outputs).length === 0 && Object.keys(inputs.values).length === 0;
  const state = { id: request.getId(), outputs };
  const resource = provider.resource(urn);
  const read = await resource.read(state, imported ? undefined : inputs.values, call(provider, urn, signal));
  if (read === undefined) return new messages.ReadResponse();
  return new messages.ReadResponse()
    .setId(read.id)
    .setProperties(stateStruct(resource, read.outputs, inputs.secrets))
    .setInputs(imported ? outputStruct(read.inputs, () => false) : request.getInputs());
}

/** Removes a resource. */
export async function deleteResource(
  provider: Provider,
  request: messages.DeleteRequest,
  signal: AbortSignal,
): Promise<Empty> {
  const urn = request.getUrn();
  const state = { id: request.getId(), outputs: plainMembers(request.getProperties()).values };
  await provider.resource(urn).delete(state, call(provider, urn, signal));
  return new Empty();
}

function call(provider: Provider, urn: string, signal: AbortSignal): ResourceCall {
  return { urn, signal, lookup: () => provider.lookup() };
}

/** Outputs that repeat a secret input are secret, and so is what may quote one. */
function stateStruct(
  { quotes }: Resource,
  outputs: Readonly<Record<string, unknown>>,
  secrets: readonly string[],
): Struct {
  return outputStruct(outputs, (name) =>
    [name, ...(quotes[name] ?? [])].some((input) => secrets.includes(input)),
  );
}
