import * as z from "zod/mini";
import { type Configuration, configuration, defaultBaseUrl } from "../contract/configuration.ts";
import type { Environment } from "../contract/variables.ts";
import type { Origin } from "../errors/api-error.ts";
import { ConfigurationError } from "../errors/configuration-error.ts";
import type { ConfiguredScope } from "../listings/scope.ts";
import { messages } from "../messages/messages.ts";
import { type Endpoint, readEndpoint } from "../ucloud/endpoint.ts";
import { type EnvironmentValue, environmentOf } from "./environment-of.ts";

/** Where requests go. */
export interface Connection {
  readonly endpoint: Endpoint;
  readonly maxAttempts: number;
  readonly warnings: readonly string[];
}

/** The configuration with the environment and the defaults filled in. */
export interface Settings {
  readonly scope: ConfiguredScope;
  readonly timeoutMs: number;
  readonly cacheMs: number;
  /** Path of the catalogue file to read images from; without one CompShare is asked. */
  readonly catalogFile: string | undefined;
  /** Throws when the environment names a gateway that cannot be used. */
  readonly connection: () => Connection;
}

type TextKey = "region" | "zone" | "projectId" | "baseUrl" | "catalogFile";

/** Fills in what the configuration leaves open: first the environment, then the defaults. Keys are read in `credentials.ts`. */
export function resolveSettings(given: Configuration, environment: Environment): Settings {
  const value = (key: TextKey): EnvironmentValue | undefined => {
    const own = given[key];
    return own === undefined ? environmentOf(key, environment) : { text: own, from: key };
  };
  const checked = (key: TextKey): string | undefined => {
    const found = value(key);
    if (found === undefined || z.safeParse(configuration.shape[key], found.text).success) return found?.text;
    const problem = { kind: "environmentForm", variable: found.from } as const;
    throw new ConfigurationError([{ property: key, hidden: true, problem }]);
  };
  const origin = (key: TextKey): Origin | undefined => {
    const from = value(key)?.from;
    if (from === undefined) return undefined;
    return from === key ? { kind: "configuration", name: key } : { kind: "environment", name: from };
  };
  // A zone that is configured says more about the region than the environment does.
  const zoneDecides = given.zone !== undefined && given.region === undefined;
  return {
    scope: {
      region: zoneDecides ? undefined : checked("region"),
      zone: checked("zone"),
      projectId: checked("projectId"),
      origins: { region: origin("region"), zone: origin("zone"), projectId: origin("projectId") },
    },
    timeoutMs: (given.timeoutSeconds ?? 60) * 1000,
    cacheMs: (given.cacheSeconds ?? 300) * 1000,
    catalogFile: checked("catalogFile"),
    connection: () => connection(given, value("baseUrl")),
  };
}

function connection(given: Configuration, baseUrl: EnvironmentValue | undefined): Connection {
  const endpoint = readEndpoint(baseUrl?.text ?? defaultBaseUrl, given.allowInsecureEndpoint === true);
  if ("broken" in endpoint) {
    const problem = { kind: "gateway", rule: endpoint.broken, from: baseUrl?.from ?? "baseUrl" } as const;
    throw new ConfigurationError([{ property: "baseUrl", hidden: true, problem }]);
  }
  const insecure = endpoint.origin.startsWith("http:") && !endpoint.loopback;
  const warnings = insecure ? [messages().gateway.insecure] : [];
  return { endpoint, maxAttempts: given.maxAttempts ?? 5, warnings };
}
