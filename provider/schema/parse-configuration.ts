import * as z from "zod/mini";
import { type Configuration, configuration } from "../contract/configuration.ts";
import { fieldFacts } from "../contract/field.ts";
import type { InputProblem } from "../errors/input-problem.ts";
import { type ParsedInputs, parseInputs } from "./parse-inputs.ts";

/** Keys that the engine adds to every provider's configuration. */
const engineKeys = ["version", "pluginDownloadURL"];

/** Names of the keys whose values must stay secret. */
export const secretKeys: readonly string[] = Object.entries(configuration.shape)
  .filter(([, schema]) => fieldFacts.get(schema)?.secret === true)
  .map(([name]) => name);

/**
 * Reads the provider's configuration. Stack configuration arrives as text and explicit providers of some SDKs send
 * JSON text, so each value may be the value itself, its text or its JSON text. `projects` says that the project's own keys
 * are among them.
 */
export function parseConfiguration(
  inputs: Readonly<Record<string, unknown>>,
  projects = false,
): ParsedInputs<Configuration> {
  const own = Object.entries(inputs).filter(([name]) => !engineKeys.includes(name));
  const given = Object.fromEntries(own.map(([name, value]) => [name, fromText(name, value)]));
  const parsed = parseInputs(configuration, given, "configuration key");
  if (parsed.problems === undefined) return parsed;
  return { problems: parsed.problems.map((problem) => withoutSecret(explained(problem, projects))) };
}

/** An unknown key that may be the project's own. */
function explained(problem: InputProblem, projects: boolean): InputProblem {
  const { problem: facts } = problem;
  return facts.kind === "unknownKey" ? { ...problem, problem: { ...facts, ofProject: projects } } : problem;
}

function fromText(name: string, value: unknown): unknown {
  if (typeof value !== "string") return value;
  const quotedText = /^".*"$/s.test(value);
  if (isText(name) && !quotedText) return value;
  try {
    return JSON.parse(value);
  } catch {
    return value;
  }
}

const properties = z.toJSONSchema(configuration, { io: "input" }).properties ?? {};

function isText(name: string): boolean {
  const property = properties[name];
  return typeof property === "object" && property.type === "string";
}

/** Of a secret the engine must not print the value that it was given. An unknown key may be a secret one with a slip of the pen. */
function withoutSecret(problem: InputProblem): InputProblem {
  const harmless = Object.hasOwn(properties, problem.property) && !secretKeys.includes(problem.property);
  return harmless ? problem : { ...problem, hidden: true };
}
