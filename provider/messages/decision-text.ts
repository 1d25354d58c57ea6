import { type Messages, messages } from "./messages.ts";

/** What decided which of the matches is meant. */
export type Decision =
  | { readonly kind: "only" }
  | { readonly kind: "mostRecent"; readonly of: number }
  | { readonly kind: "first"; readonly of: number; readonly keys: readonly string[] };

/** What decided which of the matches a list has, of those in the order of its keys. */
export type ListDecision =
  | { readonly kind: "none" }
  | { readonly kind: "all"; readonly keys: readonly string[] }
  | {
      readonly kind: "part";
      /** Places of the first and the last of them, from 1. */
      readonly from: number;
      readonly to: number;
      readonly of: number;
      readonly keys: readonly string[];
    }
  /** The part that is asked for begins behind the last match. */
  | { readonly kind: "noneOf"; readonly of: number; readonly keys: readonly string[] };

/** What decided, in a few words; in the language of the user unless another one is given. */
export function decisionText(decision: Decision | ListDecision, { images }: Messages = messages()): string {
  const words = images.decided;
  switch (decision.kind) {
    case "only":
      return words.only;
    case "mostRecent":
      return words.mostRecent(decision.of);
    case "first":
      return words.first(decision.of, decision.keys.join(", "));
    case "none":
      return words.none;
    case "all":
      return words.all(decision.keys.join(", "));
    case "part":
      return words.part(decision.from, decision.to, decision.of, decision.keys.join(", "));
    case "noneOf":
      return words.noneOf(decision.of, decision.keys.join(", "));
    default:
      return decision satisfies never;
  }
}
