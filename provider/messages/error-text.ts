import { ApiError, type ApiRefusal } from "../errors/api-error.ts";
import { CancelledError } from "../errors/cancelled-error.ts";
import type { CompShareError } from "../errors/compshare-error.ts";
import { messages } from "./messages.ts";
import { plainText } from "./plain-text.ts";
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
  return error.message;
}

function refusalText({ action, retCode, message, requestId, retryAfterMs, hint }: ApiRefusal): string {
  const words = plainText(message ?? "");
  const request = plainText(requestId ?? "", 80);
  return messages().gateway.refused(action, retCode, words, waitAsked(retryAfterMs), request, hint);
}
