import { knownRegions } from "../contract/configuration.ts";
import { ApiError, type RefusedValue } from "../errors/api-error.ts";
import type { Catalogue } from "../listings/catalogue.ts";
import type { Place, Scope } from "../listings/scope.ts";
import { closest } from "../messages/closest.ts";

/** The same catalogue, whose refusals of a region, a zone or a project say which value was refused and where it came from. */
export function nameRefusedPlaces(catalogue: Catalogue): Catalogue {
  const naming = async <Value>(scope: Scope, result: Promise<Value>): Promise<Value> => {
    try {
      return await result;
    } catch (error) {
      throw error instanceof ApiError ? named(error, scope) : error;
    }
  };
  return {
    images: (scope, signal) => naming(scope, catalogue.images(scope, signal)),
    search: (scope, wanted, signal) => naming(scope, catalogue.search(scope, wanted, signal)),
    imageById: (scope, id, signal) => naming(scope, catalogue.imageById(scope, id, signal)),
    tags: (scope, signal) => naming(scope, catalogue.tags(scope, signal)),
  };
}

function named(error: ApiError, scope: Scope): ApiError {
  const { argument } = error.meaning;
  if (argument !== "region" && argument !== "zone" && argument !== "projectId") return error;
  const given = refusedValue(argument, scope);
  if (given === undefined) return error;
  // A copy, since callers with other settings may share the error.
  const copy = new ApiError({ ...error.refusal, given });
  copy.attemptSummary = error.attemptSummary;
  return copy;
}

function refusedValue(argument: keyof Place, scope: Scope): RefusedValue | undefined {
  const value = scope[argument];
  const origin = scope.origins?.[argument];
  if (value === undefined || origin === undefined) return undefined;
  const known = argument === "region" ? knownRegions : [];
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
