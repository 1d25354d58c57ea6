import { type Messages, messages } from "./messages.ts";

/** What decided which of the matches is meant. */
export type Decision =
  | { readonly kind: "only" }
  | { readonly kind: "mostRecent"; readonly of: number }
  | { readonly kind: "first"; readonly of: number; readonly keys: readonly string[] };

/** What decided, in a few words; in the language of the user unless another one is given. */
export function decisionText(decision: Decision, { images }: Messages = messages()): string {
  const words = images.decided;
  switch (decision.kind) {
    case "only":
      return words.only;
    case "mostRecent":
      return words.mostRecent(decision.of);
    case "first":
      return words.first(decision.of, decision.keys.join(", "));
    default:
      return decision satisfies never;
  }
}
