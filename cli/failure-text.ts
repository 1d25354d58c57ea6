import { ApiError } from "../provider/errors/api-error.ts";
import { ArgumentError } from "../provider/errors/argument-error.ts";
import { CancelledError } from "../provider/errors/cancelled-error.ts";
import { CompShareError } from "../provider/errors/compshare-error.ts";
import { ConfigurationError } from "../provider/errors/configuration-error.ts";
import { TransportError } from "../provider/errors/transport-error.ts";
import { errorFacts } from "../provider/messages/error-facts.ts";
import { errorText } from "../provider/messages/error-text.ts";
import type { Language } from "../provider/messages/messages.ts";
import { plainText } from "../provider/messages/plain-text.ts";
import { type ExitCode, exitCodes } from "./exit-codes.ts";
import { CommandFailure, UsageFailure } from "./failures.ts";
import { jsonDocument } from "./output/json-document.ts";

const bySubject = {
  settings: exitCodes.usage,
  keys: exitCodes.keys,
  catalogFile: exitCodes.failed,
} as const satisfies Readonly<Record<ConfigurationError["subject"], ExitCode>>;

export function exitCodeOf(error: unknown): ExitCode {
  if (error instanceof UsageFailure || error instanceof ArgumentError) return exitCodes.usage;
  if (error instanceof CancelledError) return exitCodes.cancelled;
  if (error instanceof TransportError && error.reason === "DEADLINE") return exitCodes.timedOut;
  if (error instanceof ConfigurationError) return bySubject[error.subject];
  return error instanceof ApiError && error.category === "access" ? exitCodes.keys : exitCodes.failed;
}

/** What a user reads of a failure: of the plugin's errors the same text as the engine shows. */
export function failureText(error: unknown, language: Language): string {
  if (error instanceof CompShareError) return errorText(error);
  if (error instanceof UsageFailure || error instanceof CommandFailure) return error.text[language];
  const system = error instanceof Error && "code" in error && "path" in error;
  // Nobody knows what other errors quote.
  return system
    ? `${plainText(String(error.path))}: ${String(error.code)}`
    : error instanceof Error
      ? error.name
      : typeof error;
}

/** A failure as JSON: what is known of it under a code that stays the same, and the text that people read. */
export function failureDocument(error: unknown, language: Language): string {
  const facts = error instanceof CompShareError ? errorFacts(error) : {};
  const text = failureText(error, language);
  return jsonDocument("compshare-error/1", { exitCode: exitCodeOf(error), text, ...facts });
}
