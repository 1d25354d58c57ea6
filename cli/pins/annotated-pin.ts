import type { Image } from "../../provider/contract/image.ts";
import { findImage, findImageIfAny } from "../../provider/lookup/find-images.ts";
import type { Lookup } from "../../provider/lookup/lookup.ts";
import { queryQuestion } from "../../provider/lookup/query-question.ts";
import type { Question } from "../../provider/lookup/search.ts";
import type { Annotation } from "../annotations/annotation.ts";
import { type AnnotationQuery, annotationOrder } from "../annotations/query-words.ts";
import { shownText } from "../annotations/shown-text.ts";
import { findById } from "./find-by-id.ts";
import { factsOf } from "./image-facts.ts";
import { type Finding, type Standing, statusFindings } from "./standing.ts";

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
  const { image, absent } = await findById(id, question.scope, lookup, signal);
  const file = await lookup.catalogue.file?.();
  const newer =
    file?.lists(question.scope) === false
      ? []
      : newerFinding(id, (await findImageIfAny(question, lookup, signal)).image);
  const expected = image && shownText(image, query);
  const stale: readonly Finding[] =
    expected === undefined || shown === undefined || shown.text === "" || shown.text === expected
      ? []
      : [{ kind: "comment", shown: shown.text, expected }];
  const findings: readonly Finding[] = [
    ...(absent === undefined ? statusFindings(image.status) : [absent]),
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
