import { code } from "./plain-text.ts";

/** A text for each kind of problem of a topic, made from its facts and the path of the input. */
export type ProblemTexts<Facts> = {
  readonly [Kind in keyof Facts]: (facts: Facts[Kind], property: string) => string;
};

/** What an input must be, or must not be. */
export function ofInput(property: string, must: string): string {
  return `${code(property)} ${must}`;
}
