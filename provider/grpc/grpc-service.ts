import type { Members } from "../contract/members.ts";
import { changedInputs } from "../resources/changed-inputs.ts";
import { configurationInputs } from "./configuration-inputs.ts";
import type { EngineConnection } from "./engine-sessions.ts";
import { plainInputs, secretValue } from "./engine-values.ts";
import { outputMembers, plainMembers } from "./grpc-messages.ts";
import {
  checkResource,
  createResource,
  deleteResource,
  diffResource,
  readResource,
  updateResource,
} from "./grpc-resources.ts";
import { unary } from "./grpc-server.ts";
import type { Provider } from "./provider.ts";
import * as pulumi from "./pulumi-messages.ts";
import { StatusError } from "./status-error.ts";
import type { Methods, UnaryMethod } from "./unary-call.ts";
import type { Fields, Message, Received, Sent } from "./wire-message.ts";

/** What the service of one connection needs from the process around it. */
export interface ServiceParts {
  readonly version: string;
  /** The package schema as JSON text. */
  readonly schema: () => Promise<string>;
  /** The connection over which the calls come. */
  readonly connection: EngineConnection;
  /** Called after each call that has looked for images or at a pin. */
  readonly looked: () => void;
  /** What nobody caught, once the process is about to end of it. */
  readonly crash: () => { readonly error: unknown } | undefined;
}

/** The gRPC face of a provider: messages in, plain values through, messages out. A call that is not here is refused. */
export function createMethods(parts: ServiceParts): Methods {
  const methods = { ...processMethods(parts), ...configurationMethods(parts), ...lookingMethods(parts) };
  return new Map(
    Object.entries(methods).map(([name, method]) => [
      `/pulumirpc.ResourceProvider/${name}`,
      withFaults(parts, method),
    ]),
  );
}

/** The calls about the process itself; they need no provider. */
function processMethods({ connection, ...parts }: ServiceParts) {
  return {
    Handshake: unary(pulumi.handshakeRequest, pulumi.handshakeResponse, ({ engineAddress }) => {
      connection.begin().attach(engineAddress);
      return { acceptSecrets: true, acceptResources: true };
    }),
    GetPluginInfo: unary(pulumi.empty, pulumi.pluginInfo, () => ({ version: parts.version })),
    Attach: unary(pulumi.pluginAttach, pulumi.empty, ({ address }) => {
      connection.own().attach(address);
      return {};
    }),
    GetSchema: unary(pulumi.empty, pulumi.getSchemaResponse, async () => ({ schema: await parts.schema() })),
    // The engine may cancel more than once, and a refusal would be shown as a fault of the plugin.
    Cancel: unary(pulumi.empty, pulumi.empty, () => {
      connection.session().cancel();
      return {};
    }),
    DiffConfig: unary(pulumi.diffRequest, pulumi.diffResponse, diffConfig),
  };
}

/** The calls about the configuration. */
function configurationMethods(parts: ServiceParts) {
  return {
    CheckConfig: asked(parts, pulumi.checkRequest, pulumi.checkResponse, checkConfig),
    Configure: asked(parts, pulumi.configureRequest, pulumi.configureResponse, (provider, { args, urn }) => {
      provider.configure(configurationInputs(args ?? {}), urn);
      return { acceptSecrets: true, acceptResources: true, supportsPreview: true };
    }),
  };
}

/** The calls that look for images or at pins. */
function lookingMethods(parts: ServiceParts) {
  const methods = {
    Invoke: asked(parts, pulumi.invokeRequest, pulumi.invokeResponse, invoke),
    Check: asked(parts, pulumi.checkRequest, pulumi.checkResponse, checkResource),
    Diff: asked(parts, pulumi.diffRequest, pulumi.diffResponse, diffResource),
    Create: asked(parts, pulumi.createRequest, pulumi.createResponse, createResource),
    Update: asked(parts, pulumi.updateRequest, pulumi.updateResponse, updateResource),
    Read: asked(parts, pulumi.readRequest, pulumi.readResponse, readResource),
    Delete: asked(parts, pulumi.deleteRequest, pulumi.empty, deleteResource),
  };
  return Object.fromEntries(
    Object.entries(methods).map(([name, method]) => [name, followed(method, parts.looked)]),
  );
}

function followed(method: UnaryMethod, after: () => void): UnaryMethod {
  return (message, gone) => method(message, gone).finally(after);
}

/** A method of the provider, whose work stops when the caller goes away or the process stops. */
function asked<Request extends Fields, Response extends Fields>(
  parts: ServiceParts,
  request: Message<Request>,
  response: Message<Response>,
  handle: (
    provider: Provider,
    request: Received<Message<Request>>,
    signal: AbortSignal,
  ) => Sent<Message<Response>> | Promise<Sent<Message<Response>>>,
): UnaryMethod {
  return unary(request, response, async (message, gone) => {
    const { provider, stopping } = parts.connection.session();
    return handle(await provider(), message, AbortSignal.any([gone, stopping]));
  });
}

/** Turns what a method throws into a status. */
function withFaults(parts: ServiceParts, method: UnaryMethod): UnaryMethod {
  return async (message, gone) => {
    try {
      return await method(message, gone);
    } catch (error) {
      if (error instanceof StatusError) throw error;
      const { code, details } = (await parts.connection.session().provider()).fault(
        (parts.crash() ?? { error }).error,
      );
      throw new StatusError(code, details);
    }
  };
}

function checkConfig(
  provider: Provider,
  { urn, news = {} }: Received<typeof pulumi.checkRequest>,
): Sent<typeof pulumi.checkResponse> {
  const inputs = configurationInputs(news);
  // The response goes into the state: it is what came in, nothing from the environment, and the keys as secrets.
  const kept = Object.entries(news).map(([name, value]) => {
    const secret = provider.isSecret(name) || inputs.secrets.includes(name);
    return [name, secret ? asSecret(value) : value] as const;
  });
  return {
    inputs: Object.fromEntries(kept),
    failures: [...provider.checkConfiguration(inputs, urn)],
  };
}

function asSecret(value: unknown): unknown {
  const { values, secret } = plainInputs({ value });
  return secret || values["value"] === undefined ? value : secretValue(value);
}

function diffConfig(request: Received<typeof pulumi.diffRequest>): Sent<typeof pulumi.diffResponse> {
  const [olds, news] = [configurationInputs(request.olds ?? {}), configurationInputs(request.news ?? {})];
  const changed = changedInputs(olds.values, news);
  // No key replaces the provider: that would replace every resource of it.
  const { DIFF_SOME, DIFF_NONE } = pulumi.diffChanges;
  return { changes: changed.length > 0 ? DIFF_SOME : DIFF_NONE, diffs: changed };
}

async function invoke(
  provider: Provider,
  { tok, args }: Received<typeof pulumi.invokeRequest>,
  signal: AbortSignal,
): Promise<Sent<typeof pulumi.invokeResponse>> {
  const inputs = plainMembers(args);
  const result = await provider.invoke(tok, inputs, signal);
  if (result.problems !== undefined) return { failures: result.problems };
  // The engine does not pass secrecy on from arguments to results; the outputs repeat arguments, so they inherit it.
  const outputs: Members = outputMembers(result.outputs, () => inputs.secret);
  return { return: outputs };
}
