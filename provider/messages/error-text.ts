import { ApiError, type ApiRefusal } from "../errors/api-error.ts";
import { CancelledError } from "../errors/cancelled-error.ts";
import type { CompShareError } from "../errors/compshare-error.ts";
import { type AmbiguousFacts, ImageAmbiguousError } from "../errors/image-ambiguous-error.ts";
import { ImageNotFoundError, type NotFoundFacts } from "../errors/image-not-found-error.ts";
import { messages } from "./messages.ts";
import { noIdText, noMatchText, tooFewText } from "./no-match-text.ts";
import { plainText } from "./plain-text.ts";
import { severalText, tooManyText } from "./several-text.ts";
import { waitAsked } from "./wait-asked.ts";

/** The text that a user sees: code, message, and how hard it was tried. */
export function errorText(error: CompShareError): string {
  const { code, attemptSummary } = error;
  return `${code}: ${errorMessage(error)}${attemptSummary === undefined ? "" : ` (${attemptSummary})`}`;
}

/** What an error says, made from its facts in the language of the process. */
export function errorMessage(error: CompShareError): string {
  if (error instanceof ApiError) return refusalText(error.refusal);
  if (error instanceof CancelledError) return messages().gateway.network.cancelled;
  if (error instanceof ImageNotFoundError) return notFoundText(error.facts);
  if (error instanceof ImageAmbiguousError) return ambiguousText(error.facts);
  return error.message;
}

function notFoundText({ tooFew, noMatch, noId }: NotFoundFacts): string {
  return [
    ...(tooFew === undefined ? [] : [tooFewText(tooFew)]),
    ...(noMatch === undefined ? [] : [noMatchText(noMatch)]),
    ...(noId === undefined ? [] : [noIdText(noId)]),
  ].join("\n");
}

function ambiguousText({ several, tooMany }: AmbiguousFacts): string {
  return [
    ...(several === undefined ? [] : [severalText(several)]),
    ...(tooMany === undefined ? [] : [tooManyText(tooMany)]),
  ].join("\n");
}

function refusalText({ action, retCode, message, requestId, retryAfterMs, hint }: ApiRefusal): string {
  const words = plainText(message ?? "");
  const request = plainText(requestId ?? "", 80);
  return messages().gateway.refused(action, retCode, words, waitAsked(retryAfterMs), request, hint);
}
