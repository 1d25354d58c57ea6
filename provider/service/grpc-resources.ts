import * as messages from "@pulumi/pulumi/proto/provider_pb.js";
import type { Struct } from "google-protobuf/google/protobuf/struct_pb.js";
import type { Difference, ResourceCall } from "../resources/resource.ts";
import { checkFailure, outputStruct, plainMembers } from "./grpc-messages.ts";
import type { Provider } from "./provider.ts";
import type { PlainInputs } from "./wire-values.ts";

/** Inputs of a resource that are usable, or what is wrong with them. They go back as they came. */
export function checkResource(provider: Provider, request: messages.CheckRequest): messages.CheckResponse {
  const problems = provider.resource(request.getUrn()).check(plainMembers(request.getNews()));
  return new messages.CheckResponse()
    .setInputs(request.getNews())
    .setFailuresList(problems.map(checkFailure));
}

/** How a resource would change. */
export async function diffResource(
  provider: Provider,
  request: messages.DiffRequest,
  signal: AbortSignal,
): Promise<messages.DiffResponse> {
  const urn = request.getUrn();
  const state = { id: request.getId(), outputs: plainMembers(request.getOlds()).values };
  const olds = plainMembers(request.getOldInputs()).values;
  const news = withIgnored(plainMembers(request.getNews()), olds, request.getIgnorechangesList());
  return diffResponse(await provider.resource(urn).diff(state, olds, news, call(provider, urn, signal)));
}

/** Inputs whose changes are ignored keep their old values. */
function withIgnored(
  news: PlainInputs,
  olds: Readonly<Record<string, unknown>>,
  ignored: readonly string[],
): PlainInputs {
  const names = ignored.map((path) => /^\w+/.exec(path)?.[0] ?? path);
  const kept = Object.entries(news.values).filter(([name]) => !names.includes(name));
  const old = Object.entries(olds).filter(([name]) => names.includes(name));
  return {
    ...news,
    values: Object.fromEntries([...kept, ...old]),
    unknown: news.unknown.filter((name) => !names.includes(name)),
  };
}

function diffResponse({ changed, replacedBy }: Difference): messages.DiffResponse {
  const { DIFF_SOME, DIFF_NONE } = messages.DiffResponse.DiffChanges;
  const { UPDATE, UPDATE_REPLACE } = messages.PropertyDiff.Kind;
  const response = new messages.DiffResponse().setHasdetaileddiff(true);
  const names = [...new Set([...changed, ...(replacedBy === undefined ? [] : [replacedBy])])];
  for (const name of names) {
    const kind = name === replacedBy ? UPDATE_REPLACE : UPDATE;
    // The image is an output unless somebody has set it by hand.
    response
      .getDetaileddiffMap()
      .set(name, new messages.PropertyDiff().setKind(kind).setInputdiff(changed.includes(name)));
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
  const state = await provider.resource(urn).create(inputs, call(provider, urn, signal));
  if (state === undefined) return new messages.CreateResponse();
  return new messages.CreateResponse()
    .setId(state.id)
    .setProperties(stateStruct(state.outputs, inputs.secrets));
}

/** Changes a resource in place. */
export async function updateResource(
  provider: Provider,
  request: messages.UpdateRequest,
): Promise<messages.UpdateResponse> {
  const state = { id: request.getId(), outputs: plainMembers(request.getOlds()).values };
  const news = plainMembers(request.getNews());
  const outputs = await provider.resource(request.getUrn()).update(state, news);
  return new messages.UpdateResponse().setProperties(stateStruct(outputs, news.secrets));
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
    .setProperties(stateStruct(read.outputs, inputs.secrets))
    .setInputs(imported ? outputStruct(read.inputs, () => false) : request.getInputs());
}

function call(provider: Provider, urn: string, signal: AbortSignal): ResourceCall {
  return { urn, signal, context: () => provider.lookupContext() };
}

/** Outputs that repeat a secret input are secret, and so is what may quote one. */
function stateStruct(outputs: Readonly<Record<string, unknown>>, secrets: readonly string[]): Struct {
  const quoting = secrets.length > 0 ? ["warnings", "newerAvailable"] : [];
  return outputStruct(outputs, (name) => secrets.includes(name) || quoting.includes(name));
}
