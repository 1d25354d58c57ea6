import type { AmbiguousFacts } from "../errors/image-ambiguous-error.ts";
import type { NotFoundFacts } from "../errors/image-not-found-error.ts";
import { messages } from "./messages.ts";
import { noIdText, noMatchText, notListedText, tooFewText } from "./no-match-text.ts";
import { quoted } from "./plain-text.ts";
import { severalText, tooManyText } from "./several-text.ts";

/** Why an image is not there. */
export function notFoundText({ tooFew, noMatch, noId, notListed, file }: NotFoundFacts): string {
  return [
    ...(tooFew === undefined ? [] : [tooFewText(tooFew)]),
    ...(noMatch === undefined ? [] : [noMatchText(noMatch)]),
    ...(noId === undefined ? [] : [noIdText(noId)]),
    ...(notListed === undefined ? [] : [notListedText(notListed)]),
    ...(file === undefined ? [] : [messages().catalogFile.resultsFrom(quoted(file.path), file.takenAt)]),
  ].join("\n");
}

/** Why more images match than are wanted. */
export function ambiguousText({ several, tooMany }: AmbiguousFacts): string {
  return [
    ...(several === undefined ? [] : [severalText(several)]),
    ...(tooMany === undefined ? [] : [tooManyText(tooMany)]),
  ].join("\n");
}
