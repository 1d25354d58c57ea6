import { inspect } from "node:util";
import { CompShareError } from "../../provider/errors/compshare-error.ts";
import { attemptText, errorMessage, errorText } from "../../provider/messages/error-text.ts";

/** What a call throws; an Error of the test's own when it throws nothing. */
export function thrownBy(call: () => unknown): unknown {
  try {
    call();
  } catch (error) {
    return error;
  }
  return new Error("nothing was thrown");
}

/** What a promise is rejected with; an Error of the test's own when it is not. */
export async function rejectionOf(promise: Promise<unknown>): Promise<unknown> {
  try {
    await promise;
  } catch (error) {
    return error;
  }
  return new Error("nothing was rejected");
}

/** What a user reads of an error; how it looks to a developer when it is none of the plugin's own. */
export function textOf(error: unknown): string {
  return error instanceof CompShareError ? errorText(error) : inspect(error);
}

/** The same without its code and without how hard it was tried. */
export function messageOf(error: unknown): string {
  return error instanceof CompShareError ? errorMessage(error) : inspect(error);
}

/** How hard it was tried, as a user reads it. */
export function attemptsOf(error: unknown): string {
  const summary = error instanceof CompShareError ? error.attemptSummary : undefined;
  return summary === undefined ? inspect(error) : attemptText(summary);
}
