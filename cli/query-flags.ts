import { fieldFacts } from "../provider/contract/field.ts";
import { type Flag, type Flags, sourceNames } from "./flags.ts";
import {
  type ArgumentKind,
  type ArgumentName,
  argumentKind,
  argumentValue,
  queryArguments,
} from "./query-arguments.ts";
import { argumentsInChinese } from "./query-flags-zh.ts";

/** How an argument is given on the command line. */
interface Argument {
  readonly name: ArgumentName;
  readonly flag: string;
  readonly kind: ArgumentKind;
}

function kebab(name: string): string {
  return name.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}

const names = Object.keys(queryArguments) as readonly ArgumentName[];

const given: readonly Argument[] = names.map((name) => ({
  name,
  flag: kebab(name),
  kind: argumentKind(name),
}));

/** What help calls the value of an argument. */
const placeholders = { number: "N", list: "A,B", text: "TEXT" } as const;

/** Values that completion offers and help names, of the arguments that take no others. A test holds them to the contract. */
export const choices: { readonly [Name in ArgumentName]?: readonly string[] } = {
  source: sourceNames,
  ifMissing: ["error", "empty"],
};

function flagOf({ name, kind }: Argument): Flag {
  const { description = "" } = fieldFacts.get(queryArguments[name]) ?? {};
  const help = { en: asFlags(description), zh: asFlags(argumentsInChinese[name]) };
  if (kind === "boolean") return { type: "boolean", help };
  const among = choices[name];
  return {
    type: "string",
    value: placeholders[kind],
    help,
    ...(kind === "list" ? { multiple: true } : {}),
    ...(among === undefined ? {} : { choices: among }),
  };
}

/** Names of arguments in a text as flags: `nameContains` becomes --name-contains, other code loses its quotes. */
function asFlags(text: string): string {
  const flags = new Map<string, string>(given.map(({ name, flag }) => [name, `--${flag}`]));
  return text.replaceAll(/`([^`]+)`/g, (_, code: string) => flags.get(code) ?? code);
}

/** The flags of a query by name. */
export const queryFlags: Flags = Object.fromEntries(given.map((one) => [one.flag, flagOf(one)]));

/** Flags of arguments, by the names of the contract. */
export function flagsOf(group: object): readonly string[] {
  return Object.keys(group).map(kebab);
}

/** What the flags of a query were given, as inputs by the contract's names. Whether they can be used the contract decides. */
export function queryInputs(flags: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const inputs = given.flatMap(({ name, flag }) => {
    const value = flags[flag];
    return value === undefined ? [] : [[name, valueOf(name, value)] as const];
  });
  return Object.fromEntries(inputs);
}

/** Flags without a value are on or off already, and one that is given several times is one list. */
function valueOf(name: ArgumentName, value: unknown): unknown {
  if (typeof value === "boolean") return value;
  return argumentValue(name, [value].flat().join(","));
}
