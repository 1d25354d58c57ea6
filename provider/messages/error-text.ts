import { ApiError, type ApiRefusal, type RefusedValue, type RetCodeMeaning } from "../errors/api-error.ts";
import { ArgumentError } from "../errors/argument-error.ts";
import { CancelledError } from "../errors/cancelled-error.ts";
import type { AttemptSummary, CompShareError } from "../errors/compshare-error.ts";
import { ConfigurationError } from "../errors/configuration-error.ts";
import { ImageAmbiguousError } from "../errors/image-ambiguous-error.ts";
import { ImageNotFoundError } from "../errors/image-not-found-error.ts";
import { ResponseShapeError } from "../errors/response-shape-error.ts";
import { TransportError } from "../errors/transport-error.ts";
import { credentialsSourceText } from "./credentials-source-text.ts";
import { ambiguousText, notFoundText } from "./image-error-text.ts";
import { messages } from "./messages.ts";
import { plainText, quoted, quotedList } from "./plain-text.ts";
import { problemsText } from "./problem-text.ts";
import { responseText } from "./response-text.ts";
import { transportText } from "./transport-text.ts";
import { waitAsked } from "./wait-asked.ts";

/** The text that a user sees: code, message, and how hard it was tried. */
export function errorText(error: CompShareError): string {
  return errorTextOf(error, errorMessage(error));
}

/** The same around another message. */
export function errorTextOf({ code, attemptSummary }: CompShareError, message: string): string {
  const tried = attemptSummary === undefined ? "" : ` (${attemptText(attemptSummary)})`;
  return `${code}: ${message}${tried}`;
}

/** What an error says, made from its facts in the language of the process. */
export function errorMessage(error: CompShareError): string {
  if (error instanceof ApiError) return refusalText(error.refusal);
  if (error instanceof TransportError) return `${error.reason}: ${transportText(error.failure)}`;
  if (error instanceof ResponseShapeError) return `${error.reason}: ${responseText(error.flaw)}`;
  if (error instanceof CancelledError) return messages().gateway.network.cancelled;
  if (error instanceof ImageNotFoundError) return notFoundText(error.facts);
  if (error instanceof ImageAmbiguousError) return ambiguousText(error.facts);
  if (error instanceof ArgumentError || error instanceof ConfigurationError)
    return problemsText(error.problems);
  return error.message;
}

/** How hard a call was tried, for example `attempt 4 of 4, 1.4 s`. */
export function attemptText(summary: AttemptSummary): string {
  const { attempts, notRetried } = messages().gateway;
  const { credentialsSource: source, elapsedMs, maxAttempts, quotaSpent } = summary;
  const from = source === undefined ? undefined : credentialsSourceText(source);
  const text = attempts(summary.attempts, maxAttempts, (elapsedMs / 1000).toFixed(1), from);
  return quotaSpent ? text + notRetried : text;
}

/** The value that was refused, where it came from, and what is known in its place. */
function refusedValueText(argument: string, given: RefusedValue): string {
  const words = messages().gateway.refusedValue;
  const { value, origin, closest, known } = given;
  const hint =
    closest === undefined
      ? known.length === 0
        ? words.check
        : words.known(quotedList(known))
      : words.closest(quoted(closest));
  return words.refused(argument, quoted(value), words.origins[origin.kind](origin.name), hint);
}

function refusalText({
  action,
  retCode,
  message,
  requestId,
  retryAfterMs,
  meaning,
  given,
}: ApiRefusal): string {
  const words = plainText(message ?? "");
  const request = plainText(requestId ?? "", 80);
  const { gateway } = messages();
  return gateway.refused(action, retCode, words, waitAsked(retryAfterMs), request, hintText(meaning, given));
}

/** What to do about a refusal. What an account may not do has a hint of its own; a value that is wrong says enough. */
function hintText({ argument, category, hint }: RetCodeMeaning, given: RefusedValue | undefined): string {
  const own = messages().gateway.hints[hint];
  if (argument === undefined) return own;
  if (category === "access")
    return given === undefined ? own : messages().gateway.sentences(own, refusedValueText(argument, given));
  return given === undefined ? checkText(argument) : refusedValueText(argument, given);
}

/** Asks to check an argument, with an example where there is one that suits everybody. */
function checkText(argument: string): string {
  const { check, checkOther } = messages().gateway;
  const known = new Map<string, string>(Object.entries(check));
  return known.get(argument) ?? checkOther(argument);
}
