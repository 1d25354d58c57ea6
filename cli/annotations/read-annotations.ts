import { exclusiveArguments } from "../../provider/contract/query.ts";
import type { InputProblem } from "../../provider/errors/input-problem.ts";
import { queryProblems } from "../../provider/lookup/check-query.ts";
import { publisherArguments } from "../../provider/lookup/filters/applied-filters.ts";
import { anyOf } from "../../provider/messages/any-of.ts";
import { shownProblem } from "../../provider/messages/problem-text.ts";
import { parseInputs } from "../../provider/schema/parse-inputs.ts";
import type { Localized } from "../localized.ts";
import type { Annotation, AnnotationProblem, CommentMark, ReadAnnotations, Span } from "./annotation.ts";
import {
  type AnnotationQuery,
  annotationOrder,
  annotationQuery,
  impliedArguments,
  readQueryWords,
} from "./query-words.ts";

const marks: Readonly<Record<string, CommentMark>> = {
  yaml: "#",
  yml: "#",
  py: "#",
  ts: "//",
  tsx: "//",
  mts: "//",
  cts: "//",
  js: "//",
  jsx: "//",
  mjs: "//",
  cjs: "//",
  go: "//",
  cs: "//",
  java: "//",
};

/** Extensions of the files that may hold annotations; Renovate's preset looks at the same ones. */
export const annotatedExtensions: readonly string[] = Object.keys(marks);

/** An ID of an image; more characters than CompShare uses today, so that one cut short is not taken for whole. */
const imageId = /(?<![\w-])compshareImage-[A-Za-z0-9]+(?![\w-])/g;

/** Reads the annotations of one file. */
export function readAnnotations(path: string, text: string): ReadAnnotations {
  const mark = marks[path.slice(path.lastIndexOf(".") + 1)];
  // Most files have none, and a split into lines is not free.
  if (mark === undefined || !text.includes("compshare")) return { annotations: [], problems: [] };
  const lines = text.split("\n");
  const read = lines.flatMap((line, index) =>
    readOne({ path, line: index + 1 }, line, lines[index + 1], mark),
  );
  return {
    annotations: read.filter((one) => "id" in one),
    problems: read.filter((one) => "reason" in one),
  };
}

type Read = Annotation | AnnotationProblem;

function readOne(
  place: { readonly path: string; readonly line: number },
  line: string,
  next: string | undefined,
  mark: CommentMark,
): readonly Read[] {
  const head = annotationIn(line, mark);
  if (head === undefined) return [];
  const problem = (reason: Localized): readonly Read[] => [{ ...place, reason }];
  if ("reason" in head) return problem(head.reason);
  const query = readQuery(head.text);
  if ("reason" in query) return problem(query.reason);
  const found = [...(next ?? "").matchAll(imageId)];
  const [id] = found;
  if (id === undefined) return problem(noId);
  if (found.length > 1) return problem(severalIds);
  const idSpan = { start: id.index, end: id.index + id[0].length };
  const shown = commentBehind(next ?? "", idSpan, mark);
  return [{ ...place, ...head, query: query.query, id: id[0], idSpan, shown, mark }];
}

/** The label and the query of an annotation, which is a comment of its own line; a BOM may come first. */
function annotationIn(
  line: string,
  mark: CommentMark,
):
  | { readonly label: string | undefined; readonly text: string }
  | { readonly reason: Localized }
  | undefined {
  const match = /^\ufeff?[ \t]*(#|\/\/)[ \t]*compshare(?:\(([^)]*)\))?:([^\n]*)$/.exec(line);
  if (match === null || match[1] !== mark) return undefined;
  const [, , label, text = ""] = match;
  if (label !== undefined && !/^[\w.-]+$/.test(label)) return { reason: badLabel };
  return { label, text: text.trim() };
}

function readQuery(text: string): { readonly query: AnnotationQuery } | { readonly reason: Localized } {
  const words = readQueryWords(text);
  if (words.problem !== undefined) return { reason: words.problem };
  const parsed = parseInputs(annotationQuery, words.values, "argument", exclusiveArguments);
  if (parsed.problems !== undefined) return { reason: joined(parsed.problems.map(asLocalized)) };
  const query = parsed.value;
  const problems = queryProblems({ ...query, ...annotationOrder(query) }, true);
  if (problems.length === 0) return { query };
  // Which of several is meant, nobody wrote: that is wrong only where the next image may be anybody's.
  const isImplied = ({ property }: InputProblem): boolean => impliedArguments.includes(property);
  return {
    reason: joined([
      ...problems.filter((one) => !isImplied(one)).map(asLocalized),
      ...(problems.some(isImplied) ? [noPublisher(query.source ?? "")] : []),
    ]),
  };
}

function noPublisher(source: string): Localized {
  return {
    en: `an annotation with \`source\` ${source} needs ${anyOf.en(publisherArguments)}: other accounts can put an image there under any name, and the next one would be taken`,
    zh: `注释的 \`source\` 为 ${source} 时，还须写上 ${anyOf.zh(publisherArguments)}：其他账号可以用任意名称放入镜像，下一个同名镜像就会被选中`,
  };
}

/** The reasons are in the language that was chosen already. */
function asLocalized(problem: InputProblem): Localized {
  const { reason } = shownProblem(problem);
  return { en: reason, zh: reason };
}

function joined(reasons: readonly Localized[]): Localized {
  return { en: reasons.map(({ en }) => en).join("; "), zh: reasons.map(({ zh }) => zh).join("；") };
}

/** The comment behind an ID; a comment mark within quotes begins none. */
function commentBehind(line: string, id: Span, mark: CommentMark): Annotation["shown"] {
  const end = contentEnd(line);
  let quote = openQuoteAt(line, id.start);
  for (let at = id.end; at < end; at += 1) {
    const character = line[at] ?? "";
    if (quote !== "") {
      if (character === "\\") at += 1;
      else if (character === quote) quote = "";
    } else if (isQuote(character)) quote = character;
    else if (line.startsWith(mark, at) && (mark === "//" || /\W/.test(line[at - 1] ?? " "))) {
      const start = at + mark.length + blanksAt(line, at + mark.length);
      return { start, end: Math.max(start, end), text: line.slice(start, end) };
    }
  }
  return undefined;
}

function blanksAt(line: string, column: number): number {
  return /^[ \t]*/.exec(line.slice(column))?.[0].length ?? 0;
}

function isQuote(character: string): boolean {
  return character === '"' || character === "'" || character === "`";
}

/** The quote in which a column stands; empty outside. */
function openQuoteAt(line: string, column: number): string {
  const before = line[column - 1] ?? "";
  return isQuote(before) ? before : "";
}

/** Where a line ends without blanks and a carriage return. */
export function contentEnd(line: string): number {
  return line.trimEnd().length;
}

const noId: Localized = {
  en: "the line below the annotation has no image ID (compshareImage-…)",
  zh: "注释的下一行没有镜像 ID（compshareImage-…）",
};

const severalIds: Localized = {
  en: "the line below the annotation has more than one image ID; put each on a line of its own",
  zh: "注释的下一行有多个镜像 ID；请每行只写一个",
};

const badLabel: Localized = {
  en: "a label is made of letters, digits, `.`, `_` and `-`",
  zh: "标签只能由字母、数字、`.`、`_` 和 `-` 组成",
};
