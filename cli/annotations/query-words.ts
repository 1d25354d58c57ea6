import * as z from "zod/mini";
import { filterArguments, highest, scopeArguments, sourceArgument } from "../../provider/contract/query.ts";
import type { Localized } from "../localized.ts";
import { argumentValue } from "../query-arguments.ts";

/**
 * What an annotation may ask: the query of a pin. Which of several matches is meant it does not say: see
 * `annotationOrder`.
 */
export const annotationQuery = z.strictObject({ ...filterArguments, ...sourceArgument, ...scopeArguments });

/** A query of an annotation, parsed. */
export type AnnotationQuery = z.output<typeof annotationQuery>;

/** Which of several matches an annotation means: the highest version where it asks for a version, else the newest image. */
export function annotationOrder({
  version,
}: {
  readonly version?: unknown;
}):
  | { readonly mostRecent: true; readonly orderBy?: never }
  | { readonly mostRecent?: never; readonly orderBy: typeof highest } {
  return version === undefined ? { mostRecent: true } : { orderBy: highest };
}

/** The words of a query as arguments with values, or why they are none. */
export type ReadWords =
  | { readonly values: Readonly<Record<string, unknown>>; readonly problem?: never }
  | { readonly problem: Localized };

/** Arguments that a pin takes and an annotation does not. */
export const impliedArguments: readonly string[] = ["mostRecent", "orderBy"];

/** Reads a query as it stands in an annotation: `framework=vLLM version='>=0.10 <1' officialOnly`. */
export function readQueryWords(text: string): ReadWords {
  if (/["\\]/.test(text)) return { problem: refusedCharacters };
  const words = splitWords(text);
  if (words === undefined) return { problem: openQuote };
  const values: Record<string, unknown> = {};
  for (const word of words) {
    const [, name = "", value] = /^([^=]*)(?:=(.*))?$/s.exec(word) ?? [];
    if (Object.hasOwn(values, name)) return { problem: twice(name) };
    if (impliedArguments.includes(name)) return { problem: implied(name) };
    // A name alone is a flag that is on. An unknown one is left to the contract, which names the nearest.
    values[name] = value === undefined ? true : argumentValue(name, value);
  }
  return words.length === 0 ? { problem: empty } : { values };
}

/** Words apart by blanks; single quotes hold blanks together. `undefined` if a quote is not closed. */
function splitWords(text: string): readonly string[] | undefined {
  const parts = text.match(/(?:[^\s']|'[^']*')+|'/g) ?? [];
  if (parts.some((part) => part.replace(/'[^']*'/g, "").includes("'"))) return undefined;
  return parts.map((part) => part.replaceAll("'", ""));
}

const refusedCharacters: Localized = {
  en: 'a query in an annotation has no `"` and no `\\`; hold words together with single quotes',
  zh: '注释中的查询不能含有 `"` 和 `\\`；请用单引号括住带空格的值',
};

const openQuote: Localized = {
  en: "a single quote is not closed; a value cannot hold one",
  zh: "单引号没有成对；值中不能含有单引号",
};

const empty: Localized = {
  en: "the annotation asks for nothing; write arguments such as `framework=vLLM`",
  zh: "注释中没有查询条件；请写上参数，例如 `framework=vLLM`",
};

function twice(name: string): Localized {
  return { en: `\`${name}\` is given twice`, zh: `\`${name}\` 给出了两次` };
}

function implied(name: string): Localized {
  return {
    en: `\`${name}\` is not for annotations: they mean the highest version if they ask for \`version\`, else the newest image`,
    zh: `注释不使用 \`${name}\`：带 \`version\` 时取最高版本，否则取最新的镜像`,
  };
}
