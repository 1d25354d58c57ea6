import type { handleUnaryCall } from "@grpc/grpc-js";
import { Status } from "@grpc/grpc-js/build/src/constants.js";
import * as plugin from "@pulumi/pulumi/proto/plugin_pb.js";
import type { IResourceProviderServer } from "@pulumi/pulumi/proto/provider_grpc_pb.js";
import * as messages from "@pulumi/pulumi/proto/provider_pb.js";
import { Empty } from "google-protobuf/google/protobuf/empty_pb.js";
import { checkFailure, members, outputStruct, plainMembers, structOf } from "./grpc-messages.ts";
import {
  checkResource,
  createResource,
  deleteResource,
  diffResource,
  readResource,
  updateResource,
} from "./grpc-resources.ts";
import type { Provider } from "./provider.ts";
import { plainInputs, secretValue } from "./wire-values.ts";

/** What the service needs from the process around it. */
export interface ServiceParts {
  readonly version: string;
  /** The package schema as JSON text. */
  readonly schema: () => Promise<string>;
  /** The provider; loading it is put off until a call needs it, since most commands end after the handshake. */
  readonly provider: () => Promise<Provider>;
  /** Where the engine can be reached for logs. */
  readonly attach: (engineAddress: string) => void;
  /** Fires when the engine cancels or the process is told to stop. */
  readonly stopping: AbortController;
  /** What nobody caught, once the process is about to end of it. */
  readonly crash: () => { readonly error: unknown } | undefined;
}

/** The gRPC face of a provider: messages in, plain values through, messages out. */
export function createGrpcService(parts: ServiceParts): IResourceProviderServer {
  return {
    ...unimplemented(),
    handshake: unary(parts, (request: messages.ProviderHandshakeRequest) => {
      parts.attach(request.getEngineAddress());
      // Whatever is left unset is a refusal: no output values, no byte strings, no autonaming.
      return new messages.ProviderHandshakeResponse().setAcceptSecrets(true).setAcceptResources(true);
    }),
    getPluginInfo: unary(parts, () => new plugin.PluginInfo().setVersion(parts.version)),
    attach: unary(parts, (request: plugin.PluginAttach) => {
      parts.attach(request.getAddress());
      return new Empty();
    }),
    getSchema: unary(parts, async () => new messages.GetSchemaResponse().setSchema(await parts.schema())),
    checkConfig: unary(parts, async (request: messages.CheckRequest) =>
      checkConfig(await parts.provider(), request),
    ),
    diffConfig: unary(parts, diffConfig),
    configure: unary(parts, async (request: messages.ConfigureRequest) => {
      (await parts.provider()).configure(plainMembers(request.getArgs()), request.getUrn() ?? "");
      return new messages.ConfigureResponse()
        .setAcceptsecrets(true)
        .setAcceptresources(true)
        .setSupportspreview(true);
    }),
    invoke: unary(parts, async (request: messages.InvokeRequest, signal) =>
      invoke(await parts.provider(), request, signal),
    ),
    ...resourceHandlers(parts),
    // The engine may cancel more than once, and a refusal would be shown as a fault of the plugin.
    cancel: (_call, callback) => {
      parts.stopping.abort();
      callback(null, new Empty());
    },
  };
}

/** The calls about resources. */
function resourceHandlers(parts: ServiceParts) {
  return {
    check: unary(parts, async (request: messages.CheckRequest, signal) =>
      checkResource(await parts.provider(), request, signal),
    ),
    diff: unary(parts, async (request: messages.DiffRequest, signal) =>
      diffResource(await parts.provider(), request, signal),
    ),
    create: unary(parts, async (request: messages.CreateRequest, signal) =>
      createResource(await parts.provider(), request, signal),
    ),
    update: unary(parts, async (request: messages.UpdateRequest, signal) =>
      updateResource(await parts.provider(), request, signal),
    ),
    read: unary(parts, async (request: messages.ReadRequest, signal) =>
      readResource(await parts.provider(), request, signal),
    ),
    delete: unary(parts, async (request: messages.DeleteRequest, signal) =>
      deleteResource(await parts.provider(), request, signal),
    ),
  };
}

/** A handler whose work stops when the caller goes away or the process stops. */
function unary<Request, Response>(
  parts: ServiceParts,
  answer: (request: Request, signal: AbortSignal) => Response | Promise<Response>,
): handleUnaryCall<Request, Response> {
  return (call, callback) => {
    const gone = new AbortController();
    call.on("cancelled", () => gone.abort());
    const signal = AbortSignal.any([gone.signal, parts.stopping.signal]);
    Promise.resolve()
      .then(() => answer(call.request, signal))
      .then(
        (response) => callback(null, response),
        async (error: unknown) =>
          callback((await parts.provider()).fault((parts.crash() ?? { error }).error)),
      );
  };
}

function checkConfig(provider: Provider, request: messages.CheckRequest): messages.CheckResponse {
  const inputs = members(request.getNews());
  const failures = provider.checkConfiguration(plainInputs(inputs)).map(checkFailure);
  // The answer goes into the state: it is what came in, nothing from the environment, and the keys as secrets.
  const kept = Object.entries(inputs).map(
    ([name, value]) => [name, provider.isSecret(name) ? asSecret(value) : value] as const,
  );
  return new messages.CheckResponse().setInputs(structOf(Object.fromEntries(kept))).setFailuresList(failures);
}

function asSecret(value: unknown): unknown {
  const { values, secret } = plainInputs({ value });
  return secret || values["value"] === undefined ? value : secretValue(value);
}

function diffConfig(request: messages.DiffRequest): messages.DiffResponse {
  const [olds, news] = [request.getOlds(), request.getNews()].map((struct) => plainMembers(struct));
  const names = new Set(
    [olds, news].flatMap((inputs) => [...Object.keys(inputs?.values ?? {}), ...(inputs?.unknown ?? [])]),
  );
  const changed = [...names].filter(
    (name) =>
      JSON.stringify(olds?.values[name]) !== JSON.stringify(news?.values[name]) ||
      news?.unknown.includes(name),
  );
  const { DIFF_SOME, DIFF_NONE } = messages.DiffResponse.DiffChanges;
  // No key replaces the provider: that would replace every resource of it.
  return new messages.DiffResponse()
    .setChanges(changed.length > 0 ? DIFF_SOME : DIFF_NONE)
    .setDiffsList(changed);
}

async function invoke(
  provider: Provider,
  request: messages.InvokeRequest,
  signal: AbortSignal,
): Promise<messages.InvokeResponse> {
  const inputs = plainMembers(request.getArgs());
  const answer = await provider.invoke(request.getTok(), inputs, signal);
  if (answer.problems !== undefined)
    return new messages.InvokeResponse().setFailuresList(answer.problems.map(checkFailure));
  // The engine does not pass secrecy on from arguments to results; the outputs repeat arguments, so they inherit it.
  return new messages.InvokeResponse().setReturn(outputStruct(answer.outputs, () => inputs.secret));
}

/** Calls that this package has no use for. */
function unimplemented(): IResourceProviderServer {
  const refuse = (
    _call: unknown,
    callback: (error: { readonly code: Status; readonly details: string }) => void,
  ): void =>
    callback({ code: Status.UNIMPLEMENTED, details: "the CompShare provider does not implement this call" });
  const names = ["parameterize", "call", "construct", "getMapping", "getMappings"];
  return Object.fromEntries(names.map((name) => [name, refuse])) as unknown as IResourceProviderServer;
}
