import type { Configuration } from "../contract/configuration.ts";
import { packageName, tokenName } from "../contract/tokens.ts";
import { readUrn } from "../contract/urn.ts";
import { ArgumentError } from "../errors/argument-error.ts";
import { CancelledError } from "../errors/cancelled-error.ts";
import { ConfigurationError } from "../errors/configuration-error.ts";
import type { InputProblem } from "../errors/input-problem.ts";
import type { RunFunction } from "../functions/implement.ts";
import { scopeProblems } from "../listings/scope.ts";
import type { Lookup } from "../lookup/lookup.ts";
import { type Language, setLanguage } from "../messages/messages.ts";
import { type ShownProblem, shownProblem } from "../messages/problem-text.ts";
import { programProblems } from "../messages/spell-arguments.ts";
import type { Resource } from "../resources/resource.ts";
import { parseConfiguration, secretKeys } from "../schema/parse-configuration.ts";
import type { ParsedInputs } from "../schema/parse-inputs.ts";
import { readEndpoint } from "../ucloud/endpoint.ts";
import type { PlainInputs } from "./engine-values.ts";
import type { InvokeResult, Provider } from "./provider.ts";
import { grpcFault } from "./status-of-error.ts";

/** What a provider is made of. */
export interface ProviderParts {
  readonly functions: ReadonlyMap<string, RunFunction>;
  readonly resources: ReadonlyMap<string, Resource>;
  /** The language where the configuration names none. */
  readonly language: Language;
  /** Opens what functions and resources use, from a configuration that has been checked. */
  readonly open: (configuration: Configuration, urn: string) => Lookup;
}

/** The kind of a resource, by the type in its URN. */
function findResource(
  urn: string,
  resources: ProviderParts["resources"],
  useLanguage: () => void,
): Resource<ShownProblem> {
  const type = readUrn(urn)?.type ?? "";
  const resource = resources.get(tokenName(type) ?? "");
  if (resource !== undefined) return withTexts(resource, useLanguage);
  throw new ArgumentError([{ property: "", problem: { kind: "noResource", type } }]);
}

/** A resource whose checks give texts, in the language of this session. */
function withTexts(resource: Resource, useLanguage: () => void): Resource<ShownProblem> {
  return {
    ...resource,
    check: async (inputs, known, call) => {
      const checked = await resource.check(inputs, known, call);
      useLanguage();
      return checked.problems === undefined
        ? checked
        : { ...checked, problems: programProblems(checked.problems) };
    },
  };
}

/** The provider of one engine's session. */
export function createProvider(parts: ProviderParts): Provider {
  let { language } = parts;
  let opened: Lookup | (() => ConfigurationError) = notConfigured;
  /** The language is one of the process, and another session may have set its own since. */
  const useLanguage = (): void => setLanguage(language);
  const check = (inputs: PlainInputs, urn: string): ParsedInputs<Configuration> => {
    language = readLanguage(inputs) ?? parts.language;
    useLanguage();
    return checkedConfiguration(inputs, isProjects(urn));
  };
  const lookup = (): Lookup => {
    useLanguage();
    if (typeof opened === "function") throw opened();
    return opened;
  };
  return {
    lookup,
    resource: (urn) => findResource(urn, parts.resources, useLanguage),
    fault: (error) => {
      useLanguage();
      return grpcFault(error);
    },
    isSecret: (key) => secretKeys.includes(key),
    checkConfiguration: (inputs, urn) => (check(inputs, urn).problems ?? []).map(shownProblem),
    configure: (inputs, urn) => {
      opened = open(parts, check(inputs, urn), urn);
    },
    invoke: async (token, inputs, signal) => {
      useLanguage();
      const { outputs, problems } = await invoke(parts.functions, token, inputs, signal, lookup);
      if (problems === undefined) return { outputs };
      useLanguage();
      return { problems: programProblems(problems) };
    },
  };
}

function notConfigured(): ConfigurationError {
  return ConfigurationError.ofNoProperty({ kind: "notConfigured" });
}

function open(
  parts: ProviderParts,
  checked: ParsedInputs<Configuration>,
  urn: string,
): Lookup | (() => ConfigurationError) {
  const { problems } = checked;
  if (problems !== undefined) return () => new ConfigurationError(problems);
  try {
    return parts.open(checked.value, urn);
  } catch (error) {
    if (error instanceof ConfigurationError) return () => error;
    throw error;
  }
}

/** The language that a configuration names, whatever else is wrong with it. */
function readLanguage({ values }: PlainInputs): Language | undefined {
  const parsed = parseConfiguration({ lang: values["lang"] });
  return parsed.problems === undefined ? parsed.value.lang : undefined;
}

/** Whether the project has the name of the package: its own keys are then the default provider's. */
function isProjects(urn: string): boolean {
  const parts = readUrn(urn);
  return parts?.project === packageName && parts.name.startsWith("default");
}

function checkedConfiguration(inputs: PlainInputs, projects: boolean): ParsedInputs<Configuration> {
  const parsed = parseConfiguration(inputs.values, projects);
  if (parsed.problems !== undefined) return parsed;
  const { region, zone, baseUrl, allowInsecureEndpoint } = parsed.value;
  const problems = scopeProblems({ region, zone });
  // A permission that is not known yet may be given in the end.
  const allowed = allowInsecureEndpoint === true || inputs.unknown.includes("allowInsecureEndpoint");
  const endpoint = baseUrl === undefined ? undefined : readEndpoint(baseUrl, allowed);
  // The value may hold a password, and the engine prints what is not hidden.
  if (endpoint !== undefined && "broken" in endpoint) {
    const problem = { kind: "gateway", rule: endpoint.broken, from: undefined } as const;
    problems.push({ property: "baseUrl", hidden: true, problem });
  }
  return problems.length === 0 ? parsed : { problems };
}

async function invoke(
  functions: ProviderParts["functions"],
  token: string,
  inputs: PlainInputs,
  signal: AbortSignal,
  lookup: () => Lookup,
): Promise<InvokeResult<InputProblem>> {
  if (signal.aborted) throw new CancelledError();
  const run = functions.get(tokenName(token) ?? "");
  if (run === undefined) throw new ArgumentError([{ property: "", problem: { kind: "noFunction", token } }]);
  // The engine waits for values in the Output form of a function; an unknown one that gets here must not become a filter less.
  if (inputs.unknown.length > 0)
    return {
      problems: inputs.unknown.map((property) => ({ property, problem: { kind: "notKnownYet" } })),
    };
  try {
    return { outputs: await run(inputs.values, lookup, signal) };
  } catch (error) {
    if (error instanceof ArgumentError) return { problems: error.problems };
    throw error;
  }
}
