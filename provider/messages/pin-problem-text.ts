import type { ErrorCode } from "../errors/compshare-error.ts";
import type { PinProblems } from "../errors/pin-problems.ts";
import { ambiguousText, notFoundText } from "./image-error-text.ts";
import { messages } from "./messages.ts";
import { code } from "./plain-text.ts";
import type { ProblemTexts } from "./texts-by-kind.ts";

/** Texts of what is wrong with the inputs of a pin. */
export const pinProblemTexts: ProblemTexts<PinProblems> = {
  queryBesideId: ({ arguments: names }) => {
    const { listSeparator, pin } = messages().images;
    return pin.nothingToAsk(names.map(code).join(listSeparator));
  },
  policyBesideId: ({ policy }) => messages().images.pin.noQuery(policy),
  policyWithoutVersion: () => messages().images.pin.needsVersion,
  orderBesideVersions: () => messages().images.pin.noOrder,
  imageNotFound: (facts, property) => coded("IMAGE_NOT_FOUND", property, notFoundText(facts)),
  imageAmbiguous: (facts, property) => coded("IMAGE_AMBIGUOUS", property, ambiguousText(facts)),
};

/** What is of no single input reads as the error of a function does, its code in front. */
function coded(errorCode: ErrorCode, property: string, text: string): string {
  return property === "" ? `${errorCode}: ${text}` : text;
}
