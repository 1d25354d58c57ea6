import type { Configuration } from "../contract/configuration.ts";
import { ArgumentError, type InputProblem } from "../errors/argument-error.ts";
import { CancelledError } from "../errors/cancelled-error.ts";
import { ConfigurationError } from "../errors/configuration-error.ts";
import type { FunctionContext } from "../functions/context.ts";
import { isFunctionName, runFunction } from "../functions/run-function.ts";
import { scopeProblem } from "../listings/scope.ts";
import { messages, setLanguage } from "../messages/messages.ts";
import { quoted } from "../messages/plain-text.ts";
import { createImagePin } from "../resources/image-pin.ts";
import type { Resource } from "../resources/resource.ts";
import { parseConfiguration, secretKeys } from "../schema/parse-configuration.ts";
import type { ParsedInputs } from "../schema/parse-inputs.ts";
import { readEndpoint } from "../ucloud/endpoint.ts";
import { grpcFault } from "./grpc-status.ts";
import type { InvokeAnswer, Provider } from "./provider.ts";
import type { PlainInputs } from "./wire-values.ts";

/** What a provider is made of. */
export interface ProviderParts {
  /** The time in milliseconds since 1970. */
  readonly wallClock: () => number;
  /** Builds what functions use from a configuration that has been checked. */
  readonly context: (configuration: Configuration, urn: string) => FunctionContext;
}

const tokenPrefix = "compshare:index:";

/** The kind of a resource: the last of the types in its URN. */
function findResource(urn: string, kinds: Readonly<Record<string, Resource>>): Resource {
  const type = urn.split("::")[2]?.split("$").at(-1) ?? "";
  const name = type.startsWith(tokenPrefix) ? type.slice(tokenPrefix.length) : "";
  const kind = Object.hasOwn(kinds, name) ? kinds[name] : undefined;
  if (kind !== undefined) return kind;
  throw new ArgumentError([
    {
      property: "",
      reason: messages().inputs.noResource(quoted(type)),
    },
  ]);
}

/** The provider of one engine process. */
export function createProvider(parts: ProviderParts): Provider {
  let context: FunctionContext | ConfigurationError = new ConfigurationError([
    { property: "", reason: messages().inputs.notConfigured },
  ]);
  const lookupContext = (): FunctionContext => {
    if (context instanceof ConfigurationError) throw context;
    return context;
  };
  const kinds = { ImagePin: createImagePin(parts.wallClock) };
  return {
    lookupContext,
    resource: (urn) => findResource(urn, kinds),
    fault: grpcFault,
    isSecret: (key) => secretKeys.includes(key),
    checkConfiguration: (inputs) => checkedConfiguration(inputs).problems ?? [],
    configure: (inputs, urn) => {
      const checked = checkedConfiguration(inputs);
      context =
        checked.problems === undefined
          ? build(parts, checked.value, urn)
          : new ConfigurationError(checked.problems);
    },
    invoke: (token, inputs, signal) => invoke(token, inputs, signal, lookupContext),
  };
}

function build(
  parts: ProviderParts,
  configuration: Configuration,
  urn: string,
): FunctionContext | ConfigurationError {
  try {
    return parts.context(configuration, urn);
  } catch (error) {
    if (error instanceof ConfigurationError) return error;
    throw error;
  }
}

function checkedConfiguration(inputs: PlainInputs): ParsedInputs<Configuration> {
  const parsed = parseConfiguration(inputs.values);
  if (parsed.problems !== undefined) return parsed;
  if (parsed.value.lang !== undefined) setLanguage(parsed.value.lang);
  const { region, zone, baseUrl, allowInsecureEndpoint } = parsed.value;
  const problems: InputProblem[] = [];
  const scope = scopeProblem({ region, zone });
  if (scope !== undefined) problems.push(scope);
  // A permission that is not known yet may be given in the end.
  const allowed = allowInsecureEndpoint === true || inputs.unknown.includes("allowInsecureEndpoint");
  const endpoint = baseUrl === undefined ? undefined : readEndpoint(baseUrl, allowed);
  // The value may hold a password, so the problem is not tied to the property, whose value the engine prints.
  if (endpoint !== undefined && "broken" in endpoint)
    problems.push({ property: "", reason: `\`baseUrl\` ${endpoint.broken}` });
  return problems.length === 0 ? parsed : { problems };
}

async function invoke(
  token: string,
  inputs: PlainInputs,
  signal: AbortSignal,
  context: () => FunctionContext,
): Promise<InvokeAnswer> {
  if (signal.aborted) throw new CancelledError();
  const name = token.startsWith(tokenPrefix) ? token.slice(tokenPrefix.length) : "";
  if (!isFunctionName(name)) {
    throw new ArgumentError([
      {
        property: "",
        reason: messages().inputs.noFunction(quoted(token)),
      },
    ]);
  }
  // The engine waits for values in the Output form of a function; an unknown one that gets here must not become a filter less.
  const unknown = inputs.unknown.map((property) => ({
    property,
    reason: messages().inputs.notKnownYet(property),
  }));
  if (unknown.length > 0) return { problems: unknown };
  try {
    return { outputs: await runFunction(name, inputs.values, async () => context(), signal) };
  } catch (error) {
    if (error instanceof ArgumentError) return { problems: error.problems };
    throw error;
  }
}
