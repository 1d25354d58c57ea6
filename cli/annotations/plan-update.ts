import type { Image } from "../../provider/contract/image.ts";
import { ImageNotFoundError } from "../../provider/errors/image-not-found-error.ts";
import { resolveScope } from "../../provider/listings/scope.ts";
import { findListed } from "../../provider/lookup/find-images.ts";
import { findPinned } from "../../provider/lookup/find-pinned.ts";
import type { Lookup } from "../../provider/lookup/lookup.ts";
import { fileLacking } from "../../provider/lookup/not-listed.ts";
import { errorText } from "../../provider/messages/error-text.ts";
import { lackingListingText } from "../lacking-listing-text.ts";
import { meantImage } from "../pins/annotated-pin.ts";
import type { Annotation, AnnotationProblem } from "./annotation.ts";
import type { Rewrite } from "./rewrite-lines.ts";
import { shownText } from "./shown-text.ts";

/** A line that is to change: from which image, as far as it is still there, to which one. */
export interface PlannedChange extends Rewrite {
  readonly before: Image | undefined;
  readonly after: Image;
}

/** What an update would change, and the annotations that mean no image. */
export interface UpdatePlan {
  readonly changes: readonly PlannedChange[];
  readonly problems: readonly AnnotationProblem[];
}

/**
 * Asks each annotation for its image. A query without a match, or for a listing that the catalogue file does not have, is
 * a problem of its line; anything else is thrown.
 */
export async function planUpdate(
  annotations: readonly Annotation[],
  lookup: Lookup,
  signal: AbortSignal,
): Promise<UpdatePlan> {
  const changes: PlannedChange[] = [];
  const problems: AnnotationProblem[] = [];
  for (const annotation of annotations) {
    const { id, query, path, line } = annotation;
    const scope = resolveScope(query, lookup.scope);
    const lacking = await fileLacking(scope, lookup);
    if (lacking !== undefined) {
      problems.push({ path, line, reason: lackingListingText(lacking.takenAt, scope) });
      continue;
    }
    try {
      const after = await meantImage(query, lookup, signal);
      const shown = shownText(after, query);
      if (after.id === id && shown === annotation.shown?.text) continue;
      const { image } = await findPinned({ id, scope }, lookup, signal, findListed);
      changes.push({ annotation, id: after.id, shown, before: image, after });
    } catch (error) {
      if (!(error instanceof ImageNotFoundError)) throw error;
      const reason = errorText(error);
      problems.push({ path, line, reason: { en: reason, zh: reason } });
    }
  }
  return { changes, problems };
}
