import { messages } from "./messages.ts";

/** The end of a sentence that says how long the server asked to be left alone; empty when it did not. */
export function waitAsked(retryAfterMs: number | undefined): string {
  return retryAfterMs === undefined
    ? ""
    : messages().gateway.response.asksToWait(Math.ceil(retryAfterMs / 1000));
}
