import type { Members } from "../contract/members.ts";
import type { Difference, Resource, ResourceCall, ResourceState } from "../resources/resource.ts";
import type { PlainInputs } from "./engine-values.ts";
import { outputMembers, plainMembers } from "./grpc-messages.ts";
import type { Provider } from "./provider.ts";
import * as pulumi from "./pulumi-messages.ts";
import type { Received, Sent } from "./wire-message.ts";

/** Inputs of a resource as they came, with what the resource adds to them; or what is wrong with them. */
export async function checkResource(
  provider: Provider,
  { urn, olds, news, oldOutputs }: Received<typeof pulumi.checkRequest>,
  signal: AbortSignal,
): Promise<Sent<typeof pulumi.checkResponse>> {
  const resource = provider.resource(urn);
  const inputs = plainMembers(news);
  // Older engines do not tell the outputs.
  const known = { inputs: plainMembers(olds).values, outputs: plainMembers(oldOutputs).values };
  const { problems = [], added = {} } = await resource.check(inputs, known, call(provider, urn, signal));
  return {
    ...(news && { inputs: { ...news, ...stateMembers(resource, added, inputs.secrets) } }),
    // The engine shows the value of the property, and looks for it among the inputs only, not inside them.
    failures: problems.map((problem) => ({ ...problem, property: topLevelName(problem.property) })),
  };
}

function topLevelName(path: string): string {
  return /^[^.[]*/.exec(path)?.[0] ?? path;
}

/** How a resource would change. Inputs whose changes are ignored come from the engine with their old values. */
export async function diffResource(
  provider: Provider,
  request: Received<typeof pulumi.diffRequest>,
  signal: AbortSignal,
): Promise<Sent<typeof pulumi.diffResponse>> {
  const { urn } = request;
  const { state, olds, news } = stateAndInputs(request);
  return diffResponse(await provider.resource(urn).diff(state, olds, news, call(provider, urn, signal)), [
    ...Object.keys(olds),
    ...Object.keys(news.values),
    ...news.unknown,
  ]);
}

type PathDifference = readonly [path: string, difference: Sent<typeof pulumi.propertyDiff>];

function diffResponse(
  { changed, replacing }: Difference,
  inputs: readonly string[],
): Sent<typeof pulumi.diffResponse> {
  const replaces = [...new Set(replacing.map(topLevelName))];
  const diffs = [...new Set([...changed, ...replaces])];
  const detail = (path: string, kind: number, name: string): PathDifference => [
    path,
    // A property that nobody gives is an output.
    { kind, inputDiff: inputs.includes(name) },
  ];
  const inPlace = changed.map((name) => detail(name, pulumi.diffKind.UPDATE, name));
  const moved = replacing.map((path) => detail(path, pulumi.diffKind.UPDATE_REPLACE, topLevelName(path)));
  return {
    changes: diffs.length === 0 ? pulumi.diffChanges.DIFF_NONE : pulumi.diffChanges.DIFF_SOME,
    diffs,
    replaces,
    detailedDiff: Object.fromEntries([...inPlace, ...moved]),
    hasDetailedDiff: true,
  };
}

/** Creates a resource; in a preview that does not know enough yet, nothing is known of it. */
export async function createResource(
  provider: Provider,
  { urn, properties, preview }: Received<typeof pulumi.createRequest>,
  signal: AbortSignal,
): Promise<Sent<typeof pulumi.createResponse>> {
  const inputs = plainMembers(properties);
  const resource = provider.resource(urn);
  const state = await resource.create(inputs, preview, call(provider, urn, signal));
  if (state === undefined) return {};
  return { id: state.id, properties: stateMembers(resource, state.outputs, inputs.secrets) };
}

/** Changes a resource in place. */
export async function updateResource(
  provider: Provider,
  request: Received<typeof pulumi.updateRequest>,
  signal: AbortSignal,
): Promise<Sent<typeof pulumi.updateResponse>> {
  const { urn } = request;
  const { state, olds, news } = stateAndInputs(request);
  const resource = provider.resource(urn);
  const outputs = await resource.update(state, olds, news, call(provider, urn, signal));
  return { properties: stateMembers(resource, outputs, news.secrets) };
}

/** Looks at a resource again, or for the first time, to import it. No ID in the response says that there is none. */
export async function readResource(
  provider: Provider,
  request: Received<typeof pulumi.readRequest>,
  signal: AbortSignal,
): Promise<Sent<typeof pulumi.readResponse>> {
  const { id, urn } = request;
  const outputs = plainMembers(request.properties).values;
  const inputs = plainMembers(request.inputs);
  const imported = Object.keys(outputs).length === 0 && Object.keys(inputs.values).length === 0;
  const resource = provider.resource(urn);
  const known = imported ? undefined : inputs.values;
  const read = await resource.read({ id, outputs }, known, call(provider, urn, signal));
  if (read === undefined) return {};
  const sent = imported ? outputMembers(read.inputs, () => false) : request.inputs;
  return {
    id: read.id,
    properties: stateMembers(resource, read.outputs, inputs.secrets),
    ...(sent && { inputs: sent }),
  };
}

export async function deleteResource(
  provider: Provider,
  request: Received<typeof pulumi.deleteRequest>,
  signal: AbortSignal,
): Promise<Record<string, never>> {
  const { id, urn } = request;
  const outputs = plainMembers(request.properties).values;
  await provider.resource(urn).delete({ id, outputs }, call(provider, urn, signal));
  return {};
}

/** A resource as it is, with the inputs that it was made of, and those that it is to have. */
function stateAndInputs({
  id,
  olds,
  oldInputs,
  news,
}: Received<typeof pulumi.diffRequest> | Received<typeof pulumi.updateRequest>): {
  readonly state: ResourceState;
  readonly olds: Members;
  readonly news: PlainInputs;
} {
  return {
    state: { id, outputs: plainMembers(olds).values },
    olds: plainMembers(oldInputs).values,
    news: plainMembers(news),
  };
}

function call(provider: Provider, urn: string, signal: AbortSignal): ResourceCall {
  return { urn, signal, lookup: () => provider.lookup() };
}

/** Outputs that repeat a secret input are secret, and so is what may quote one. */
function stateMembers(
  { quotes }: Pick<Resource, "quotes">,
  outputs: Members,
  secrets: readonly string[],
): Members {
  return outputMembers(outputs, (name) =>
    [name, ...(quotes[name] ?? [])].some((input) => secrets.includes(input)),
  );
}
