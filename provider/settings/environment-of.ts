import { type Configuration, configuration } from "../contract/configuration.ts";
import { fieldFacts } from "../contract/field.ts";
import type { Environment } from "../contract/variables.ts";

/** A value of the environment, and the variable that holds it. */
export interface EnvironmentValue {
  readonly text: string;
  readonly from: string;
}

/** What the environment says in place of a key of the configuration: the first of its variables that is not empty. */
export function environmentOf(
  key: keyof Configuration,
  environment: Environment,
): EnvironmentValue | undefined {
  for (const from of fieldFacts.get(configuration.shape[key])?.environment ?? []) {
    const text = environment[from];
    if (text !== undefined && text !== "") return { text, from };
  }
  return undefined;
}
