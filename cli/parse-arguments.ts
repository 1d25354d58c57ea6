import { parseArgs } from "node:util";
import { closest } from "../provider/messages/closest.ts";
import { UsageFailure } from "./failures.ts";
import type { Flag, Flags, FlagValues } from "./flags.ts";

/** What the words after a command mean. */
export interface Parsed {
  /** Each of the kind that its table says. */
  readonly flags: FlagValues<Flags>;
  readonly operands: readonly string[];
}

/** Reads flags and operands. Throws a UsageFailure that names the word and the nearest one that exists. */
export function parseArguments(words: readonly string[], table: Flags): Parsed {
  const options = Object.fromEntries(
    Object.entries(table).map(([name, { type, short, multiple }]) => [
      name,
      { type, ...(short === undefined ? {} : { short }), ...(multiple === undefined ? {} : { multiple }) },
    ]),
  );
  const { values, positionals, tokens } = parseArgs({
    args: [...words],
    options,
    strict: false,
    allowPositionals: true,
    allowNegative: true,
    tokens: true,
  });
  const seen = new Set<string>();
  for (const token of tokens) {
    if (token.kind !== "option") continue;
    const flag = Object.hasOwn(table, token.name) ? table[token.name] : undefined;
    if (flag === undefined) throw unknownFlag(token.rawName, Object.keys(table));
    checkValue(token.rawName, token.value, flag);
    if (seen.has(token.name) && flag.type === "string" && flag.multiple === undefined)
      throw twice(token.rawName);
    seen.add(token.name);
  }
  return {
    flags: Object.fromEntries(Object.entries(values).map(([name, value]) => [name, plain(value)])),
    operands: positionals,
  };
}

function plain(value: string | boolean | (string | boolean)[] | undefined): Parsed["flags"][string] {
  return Array.isArray(value) ? value.map(String) : value;
}

function checkValue(name: string, value: string | undefined, { type, choices, value: shown }: Flag): void {
  if (type === "boolean" && value !== undefined)
    throw new UsageFailure({
      en: `${name} takes no value; write ${name}, or --no-${name.replace(/^-+/, "")}`,
      zh: `${name} 不带值；请写 ${name}，或 --no-${name.replace(/^-+/, "")}`,
    });
  if (type === "boolean") return;
  if (value === undefined || value === "")
    throw new UsageFailure({
      en: `${name} needs a value: ${name} ${shown ?? "VALUE"}`,
      zh: `${name} 需要一个值：${name} ${shown ?? "VALUE"}`,
    });
  if (choices !== undefined && !choices.includes(value))
    throw new UsageFailure({
      en: `${name} must be one of ${choices.join(", ")}; ${JSON.stringify(value)} is none of them`,
      zh: `${name} 只能是 ${choices.join("、")}，不能是 ${JSON.stringify(value)}`,
    });
}

function twice(name: string): UsageFailure {
  return new UsageFailure({ en: `${name} is given twice`, zh: `${name} 给出了两次` });
}

function unknownFlag(name: string, known: readonly string[]): UsageFailure {
  const [near] = closest(name.replace(/^-+/, "").replace(/^no-/, ""), known);
  return new UsageFailure({
    en: `unknown flag ${name}${near === undefined ? "" : `; did you mean --${near}?`}`,
    zh: `未知的选项 ${name}${near === undefined ? "" : `；是否指 --${near}？`}`,
  });
}

/** The failure of a word in the place of a command. */
export function unknownCommand(name: string, known: readonly string[]): UsageFailure {
  const [near] = closest(name, known);
  const hint = {
    en: near === undefined ? `commands are ${known.join(", ")}` : `did you mean ${near}?`,
    zh: near === undefined ? `可用的命令有 ${known.join("、")}` : `是否指 ${near}？`,
  };
  return new UsageFailure({
    en: `unknown command ${JSON.stringify(name)}; ${hint.en}`,
    zh: `未知的命令 ${JSON.stringify(name)}；${hint.zh}`,
  });
}
