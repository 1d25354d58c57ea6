import { defaultRegion, knownRegions } from "../contract/configuration.ts";
import type { ScopeArguments } from "../contract/query.ts";
import { ApiError, type Origin, type RefusedValue } from "../errors/api-error.ts";
import type { Catalogue } from "../listings/catalogue.ts";
import type { Scope } from "../listings/scope.ts";
import { closest } from "../messages/closest.ts";

/** Where the configured places came from. */
export type ScopeOrigins = { readonly [Name in keyof ScopeArguments]?: Origin | undefined };

/** The same catalogue, whose refusals of a region, a zone or a project say which value was refused and where it came from. */
export function nameRefusedPlaces(
  catalogue: Catalogue,
  configured: ScopeArguments,
  origins: ScopeOrigins,
): Catalogue {
  const naming = async <Value>(scope: Scope, result: Promise<Value>): Promise<Value> => {
    try {
      return await result;
    } catch (error) {
      throw error instanceof ApiError ? named(error, scope, configured, origins) : error;
    }
  };
  return {
    images: (scope, signal) => naming(scope, catalogue.images(scope, signal)),
    search: (scope, wanted, signal) => naming(scope, catalogue.search(scope, wanted, signal)),
    imageById: (scope, id, signal) => naming(scope, catalogue.imageById(scope, id, signal)),
    tags: (scope, signal) => naming(scope, catalogue.tags(scope, signal)),
  };
}

function named(error: ApiError, scope: Scope, configured: ScopeArguments, origins: ScopeOrigins): ApiError {
  const { argument } = error.meaning;
  if (argument !== "region" && argument !== "zone" && argument !== "projectId") return error;
  const given = refusedValue(argument, scope, configured, origins);
  if (given === undefined) return error;
  // A copy, since callers with other settings may share the error.
  const copy = new ApiError({ ...error.refusal, given });
  copy.attemptSummary = error.attemptSummary;
  return copy;
}

function refusedValue(
  argument: "region" | "zone" | "projectId",
  scope: Scope,
  configured: ScopeArguments,
  origins: ScopeOrigins,
): RefusedValue | undefined {
  const value = scope[argument];
  if (value === undefined) return undefined;
  const known = argument === "region" ? knownRegions : [];
  const origin = originOf(argument, scope, configured, origins);
  return { value, origin, closest: closest(value, known, 1)[0] ?? longestBeginning(value, known), known };
}

/** The known value that begins like another for more than the country: `cn-sh2` for `cn-shanghai`. */
function longestBeginning(value: string, known: readonly string[]): string | undefined {
  const shared = (other: string): number => {
    let length = 0;
    while (length < other.length && other[length] === value[length]) length += 1;
    return length;
  };
  const others = known.filter((one) => one !== value);
  const [best] = others.toSorted((one, other) => shared(other) - shared(one));
  return best !== undefined && shared(best) > "cn-".length ? best : undefined;
}

function originOf(
  argument: "region" | "zone" | "projectId",
  scope: Scope,
  configured: ScopeArguments,
  origins: ScopeOrigins,
): Origin {
  if (scope[argument] === configured[argument])
    return origins[argument] ?? { kind: "configuration", name: argument };
  // A region that nobody gave is that of the zone, or the default.
  if (argument === "region" && scope.zone !== undefined && configured.region === undefined)
    return scope.zone === configured.zone && origins.zone !== undefined
      ? origins.zone
      : { kind: "argument", name: "zone" };
  if (argument === "region" && scope.region === defaultRegion && configured.region === undefined)
    return { kind: "default", name: argument };
  return { kind: "argument", name: argument };
}
