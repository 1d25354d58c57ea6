import type { Language } from "../../provider/messages/messages.ts";
import { plainText } from "../../provider/messages/plain-text.ts";
import { CommandFailure } from "../failures.ts";
import type { Place } from "./annotation.ts";

/** A file and a line, as editors and terminals make a link of it. */
export function placeText({ path, line }: Place): string {
  return `${plainText(path)}:${line}`;
}

/** A problem of an annotation, with its file and line. */
export function problemText(
  problem: Place & { readonly reason: Readonly<Record<Language, string>> },
  language: Language,
): string {
  return `${placeText(problem)}: ${problem.reason[language]}`;
}

/** The failure after problems have been told: no file was touched. */
export function unusableAnnotations(count: number): CommandFailure {
  return new CommandFailure({
    en: `${count === 1 ? "one annotation" : `${count} annotations`} cannot be used; nothing was written`,
    zh: `有 ${count} 处注释无法使用；未写入任何内容`,
  });
}
