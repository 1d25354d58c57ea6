import { imageSources } from "../contract/image.ts";
import { ApiError } from "../errors/api-error.ts";
import { messages } from "../messages/messages.ts";
import { plainText, quoted } from "../messages/plain-text.ts";
import { appliedFilters, matching } from "./filters.ts";
import type { LookupContext } from "./lookup-context.ts";
import type { Question } from "./read-images.ts";

/**
 * What other catalogues have under an exact name that is not in the one that was asked: a line for each of them. Only a
 * name is worth the reading. A catalogue that this account may not see hides nothing from it.
 */
export async function foundElsewhere(
  { filters, scope }: Question,
  context: LookupContext,
  signal: AbortSignal,
): Promise<string[]> {
  if (filters.name === undefined || scope.source === "any") return [];
  const others = imageSources.filter((source) => source !== scope.source);
  const lines = await Promise.all(
    others.map(async (source) => {
      const { images } = await context.catalogue
        .search({ ...scope, source }, filters, signal)
        .catch(refusedOnly);
      const found = matching(images, appliedFilters(filters)).slice(0, 3);
      if (found.length === 0) return [];
      const shown = found
        .map(({ name, id }) => `${quoted(name)} ${plainText(id)}`)
        .join(messages().images.listSeparator);
      return [messages().images.suggestions.elsewhere(source, shown)];
    }),
  );
  return lines.flat();
}

function refusedOnly(error: unknown): { readonly images: readonly never[] } {
  if (error instanceof ApiError) return { images: [] };
  throw error;
}
