import type { ValueProblems } from "../errors/value-problems.ts";
import { messages } from "./messages.ts";
import { code, quoted, quotedList } from "./plain-text.ts";
import { ofInput, type ProblemTexts } from "./texts-by-kind.ts";

/** Texts of what is wrong with one input by its contract. */
export const valueProblemTexts: ProblemTexts<ValueProblems> = {
  unknownArgument: (facts, property) =>
    messages().inputs.unknownArgument(unknownName(property), knownNames(facts)),
  unknownKey: (facts, property) => {
    const words = messages().inputs;
    const text = words.unknownKey(unknownName(property), knownNames(facts));
    return facts.ofProject ? words.projectKeys(text) : text;
  },
  wrongType: ({ wanted }, property) => {
    const kinds: Readonly<Record<string, string>> = messages().inputs.kinds;
    return ofInput(property, messages().inputs.mustBe(kinds[wanted] ?? wanted));
  },
  numberForText: (_facts, property) => ofInput(property, messages().inputs.quoteNumber),
  emptyText: (_facts, property) => ofInput(property, messages().inputs.notEmpty),
  emptyList: (_facts, property) => ofInput(property, messages().inputs.oneEntry),
  tooSmall: ({ least }, property) => ofInput(property, messages().inputs.atLeast(String(least))),
  tooLarge: ({ most }, property) => ofInput(property, messages().inputs.atMost(String(most))),
  notAllowed: ({ allowed }, property) => ofInput(property, messages().inputs.oneOf(quotedList(allowed))),
  badForm: ({ example }, property) => ofInput(property, messages().inputs.like(example)),
  wrongKind: (_facts, property) => ofInput(property, messages().inputs.wrongKind),
};

/** An unknown name may be anything. */
function unknownName(name: string): string {
  return quoted(name, 60).replaceAll('"', "`");
}

function knownNames({ allowed, closest }: ValueProblems["unknownArgument"]): string {
  const words = messages().inputs;
  return closest === undefined
    ? words.knownAre(allowed.map(code).join(", "))
    : words.didYouMean(code(closest));
}
