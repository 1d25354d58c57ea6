import { fieldFacts } from "../provider/contract/field.ts";
import { pageArguments, singleArguments } from "../provider/contract/query.ts";
import type { Flag, Flags } from "./flags.ts";
import type { Localized } from "./localized.ts";
import {
  type ArgumentKind,
  type ArgumentName,
  argumentKind,
  argumentNames,
  argumentValue,
  argumentValues,
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

const given: readonly Argument[] = argumentNames.map((name) => ({
  name,
  flag: kebab(name),
  kind: argumentKind(name),
}));

/** What help calls the value of an argument. */
const placeholders = { number: "N", list: "A,B", text: "TEXT" } as const;

function flagOf(argument: Argument): Flag {
  const { name, kind } = argument;
  const { description = "" } = fieldFacts.get(queryArguments[name]) ?? {};
  const help = { en: asFlags(description, argument), zh: asFlags(argumentsInChinese[name], argument) };
  if (kind === "boolean") return { type: "boolean", help };
  // A list is typed with commas, so the values of its entries are no choices of the whole.
  const choices = kind === "text" ? argumentValues(name) : [];
  return {
    type: "string",
    value: placeholders[kind],
    help,
    ...(kind === "list" ? { multiple: true } : {}),
    ...(choices.length === 0 ? {} : { choices }),
  };
}

/**
 * What is said of an argument as it is typed: `nameContains` becomes --name-contains, its own values stay what they
 * are even where an argument is called the same, `false` is --no-NAME, a list has commas, and other code loses its quotes.
 */
function asFlags(text: string, { name, flag, kind }: Argument): string {
  const typed = new Map<string, string>([
    ...given.map(({ name, flag }) => [name, `--${flag}`] as const),
    ...(kind === "boolean"
      ? ([
          ["true", `--${flag}`],
          ["false", `--no-${flag}`],
        ] as const)
      : []),
    ...argumentValues(name).map((value) => [value, value] as const),
  ]);
  return text.replaceAll(/`([^`]+)`/g, (_, code: string) => typed.get(code) ?? listed(code));
}

/** `["-created","name"]` as a flag takes it. */
function listed(code: string): string {
  return /^\["[^"]*"(, ?"[^"]*")*\]$/.test(code) ? code.replaceAll(/["[\] ]/g, "") : code;
}

/** The flags of a query by name. */
export const queryFlags: Flags = Object.fromEntries(given.map((one) => [one.flag, flagOf(one)]));

const withOne: Localized = { en: " With --one only.", zh: "须与 --one 同时使用。" };
const withoutOne: Localized = { en: " Not with --one.", zh: "不能与 --one 同时使用。" };

/** The flags of a query for one image or for a list, as `--one` decides. */
export const findFlags: Flags = {
  ...queryFlags,
  ...endingIn(withOne, singleArguments),
  ...endingIn(withoutOne, pageArguments),
};

function endingIn(end: Localized, group: object): Flags {
  const wanted = flagsOf(group);
  const flags = Object.entries(queryFlags).filter(([flag]) => wanted.includes(flag));
  return Object.fromEntries(
    flags.map(([name, flag]) => [
      name,
      { ...flag, help: { en: flag.help.en + end.en, zh: flag.help.zh + end.zh } },
    ]),
  );
}

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
