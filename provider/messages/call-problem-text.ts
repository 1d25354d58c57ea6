import type { CallProblems } from "../errors/call-problems.ts";
import { messages } from "./messages.ts";
import { quoted } from "./plain-text.ts";
import type { ProblemTexts } from "./texts-by-kind.ts";

/** Texts of what is wrong with a call. */
export const callProblemTexts: ProblemTexts<CallProblems> = {
  noFunction: ({ token }) => messages().inputs.noFunction(quoted(token)),
  noResource: ({ type }) => messages().inputs.noResource(quoted(type)),
  notKnownYet: (_facts, property) => messages().inputs.notKnownYet(property),
  notConfigured: () => messages().inputs.notConfigured,
};
