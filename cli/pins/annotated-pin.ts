import type { Image } from "../../provider/contract/image.ts";
import { findImage, findImageIfAny, findListed } from "../../provider/lookup/find-images.ts";
import { findPinned } from "../../provider/lookup/find-pinned.ts";
import type { Lookup } from "../../provider/lookup/lookup.ts";
import { fileLacking } from "../../provider/lookup/not-listed.ts";
import { queryQuestion } from "../../provider/lookup/query-question.ts";
import type { Question } from "../../provider/lookup/search.ts";
import type { Annotation } from "../annotations/annotation.ts";
import { type AnnotationQuery, annotationOrder } from "../annotations/query-words.ts";
import { shownText } from "../annotations/shown-text.ts";
import { factsOf } from "./image-facts.ts";
import { absenceFinding, type Finding, type Standing, statusFindings } from "./standing.ts";

/** What an annotation asks. */
function questionOf(query: AnnotationQuery, lookup: Lookup): Question {
  return queryQuestion({ ...query, ...annotationOrder(query) }, lookup, true);
}

/** The image that an annotation means; throws the explanation if there is none. */
export async function meantImage(
  query: AnnotationQuery,
  lookup: Lookup,
  signal: AbortSignal,
): Promise<Image> {
  return (await findImage(questionOf(query, lookup), lookup, signal)).image;
}

/** What there is to know of the image of an annotation. */
export async function annotatedPin(
  annotation: Annotation,
  lookup: Lookup,
  signal: AbortSignal,
): Promise<Standing> {
  const { id, query, shown, label, text, path, line } = annotation;
  const question = questionOf(query, lookup);
  const { scope } = question;
  const { image, absent } = await findPinned({ id, scope }, lookup, signal, findListed);
  const canAsk = (await fileLacking(scope, lookup)) === undefined;
  const newer = canAsk ? newerFinding(id, (await findImageIfAny(question, lookup, signal)).image) : [];
  const expected = image && shownText(image, query);
  const stale: readonly Finding[] =
    expected === undefined || shown === undefined || shown.text === "" || shown.text === expected
      ? []
      : [{ kind: "comment", shown: shown.text, expected }];
  const findings: readonly Finding[] = [
    ...(absent === undefined ? statusFindings(image.status) : [absenceFinding(absent)]),
    ...newer,
    ...stale,
  ];
  return {
    pin: label ?? text,
    place: { path, line: line + 1 },
    image: image === undefined ? { id, name: shown?.text } : factsOf(image),
    findings,
  };
}

function newerFinding(id: string, meant: Image | undefined): readonly Finding[] {
  if (meant === undefined) return [{ kind: "unmatched" }];
  return meant.id === id ? [] : [{ kind: "newer", image: factsOf(meant) }];
}
