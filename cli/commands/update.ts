import { randomUUID } from "node:crypto";
import { join } from "node:path";
import { closest } from "../../provider/messages/closest.ts";
import { plainText } from "../../provider/messages/plain-text.ts";
import type { Annotation, AnnotationProblem } from "../annotations/annotation.ts";
import { type CollectedAnnotations, collectAnnotations } from "../annotations/collect-annotations.ts";
import { type PlannedChange, planUpdate } from "../annotations/plan-update.ts";
import { placeText, problemText, unusableAnnotations } from "../annotations/problem-text.ts";
import { rewriteLines } from "../annotations/rewrite-lines.ts";
import type { Context } from "../context.ts";
import { exitCodes } from "../exit-codes.ts";
import { CommandFailure, UsageFailure } from "../failures.ts";
import { fittedTable } from "../output/fitted-table.ts";
import { jsonDocument } from "../output/json-document.ts";
import { dayOf, factsOf } from "../pins/image-facts.ts";
import { reportWords } from "../report/words.ts";
import { harmless } from "../report/workflow-commands.ts";
import { FileChangedError, writeFiles } from "../write-files.ts";
import { command } from "./command.ts";

/** Moves annotated IDs to what their queries find. */
export const update = command({
  usage: "[LABEL…] [--dry-run | --check] [FLAGS]",
  help: {
    en: "Rewrites the image IDs that have a query in a comment above them, and the text behind them. Nothing else in a file changes; all files are written, or none.",
    zh: "改写上方带有查询注释的镜像 ID 及其后的文字。文件的其他内容不变；要么全部写入，要么都不写。",
  },
  examples: [
    "compshare-images update",
    "compshare-images update inference --dry-run",
    "compshare-images update --check --catalog compshare.catalog.json",
  ],
  flags: {
    "dry-run": {
      type: "boolean",
      help: { en: "Shows what would change and writes nothing.", zh: "只显示将有的变更，不写入。" },
    },
    check: {
      type: "boolean",
      help: {
        en: "Writes nothing, and exits with 7 if something would change.",
        zh: "不写入；若有变更，以 7 退出。",
      },
    },
  },
  operands: [0, Number.POSITIVE_INFINITY],
  run: async (context) => {
    const { flags, cwd, signal, stderr, language } = context;
    const words = reportWords[language];
    const collected = await collectAnnotations(cwd);
    refuse(collected.problems, context);
    const wanted = labelled(collected.annotations, context.operands);
    if (wanted.length === 0) stderr.write(`${words.noAnnotations}\n`);
    const plan =
      wanted.length === 0
        ? { changes: [], problems: [] }
        : await planUpdate(wanted, await context.openLookup(), signal);
    refuse(plan.problems, context);
    const { changes } = plan;
    const writes = flags.check !== true && flags["dry-run"] !== true;
    if (writes && changes.length > 0) await write(collected, changes, cwd);
    show(changes, wanted.length, writes, context);
    return flags.check === true && changes.length > 0 ? exitCodes.findings : exitCodes.done;
  },
});

/** Tells every problem with its file and line before it gives up. */
function refuse(problems: readonly AnnotationProblem[], { stderr, language }: Context): void {
  if (problems.length === 0) return;
  for (const problem of problems) stderr.write(`${problemText(problem, language)}\n`);
  throw unusableAnnotations(problems.length);
}

/** The annotations that the command line names, or all. */
function labelled(annotations: readonly Annotation[], labels: readonly string[]): readonly Annotation[] {
  const known = annotations.flatMap(({ label }) => label ?? []);
  const unknown = labels.find((label) => !known.includes(label));
  if (unknown !== undefined) {
    const [near] = closest(unknown, known, 1);
    const shown = plainText(unknown);
    throw new UsageFailure({
      en: `no annotation has the label ${shown}${near === undefined ? "" : `; did you mean ${near}?`}`,
      zh: `没有标签为 ${shown} 的注释${near === undefined ? "" : `；是否指 ${near}？`}`,
    });
  }
  return labels.length === 0
    ? annotations
    : annotations.filter(({ label }) => label !== undefined && labels.includes(label));
}

async function write(
  { files }: CollectedAnnotations,
  changes: readonly PlannedChange[],
  cwd: string,
): Promise<void> {
  const changed = files.flatMap(({ path, text }) => {
    const own = changes.filter(({ annotation }) => annotation.path === path);
    if (text === undefined || own.length === 0) return [];
    return [{ path: join(cwd, path), before: text, after: rewriteLines(text, own) }];
  });
  try {
    await writeFiles(changed, randomUUID());
  } catch (error) {
    if (!(error instanceof FileChangedError)) throw error;
    throw new CommandFailure({
      en: `${plainText(error.path)} was changed in the meantime; nothing was written`,
      zh: `${plainText(error.path)} 在此期间被修改；未写入任何内容`,
    });
  }
}

function show(changes: readonly PlannedChange[], count: number, written: boolean, context: Context): void {
  const { format, stdout, stderr, language } = context;
  const words = reportWords[language];
  if (format === "json") {
    stdout.write(jsonDocument("compshare-update/1", { written, changes: changes.map(changeFacts) }));
    return;
  }
  if (changes.length > 0) stdout.write(`${table(changes, context).map(harmless).join("\n")}\n`);
  else if (count > 0) stderr.write(`${words.allCurrent(count)}\n`);
  const files = new Set(changes.map(({ annotation }) => annotation.path)).size;
  if (changes.length > 0)
    stderr.write(`${written ? words.written(changes.length, files) : words.wouldWrite(changes.length)}\n`);
}

function changeFacts({ annotation, before, after }: PlannedChange): Readonly<Record<string, unknown>> {
  const { label, text, path, line, id } = annotation;
  return {
    label: label ?? null,
    query: text,
    path,
    line: line + 1,
    before: before === undefined ? { id } : factsOf(before),
    after: factsOf(after),
  };
}

function table(changes: readonly PlannedChange[], { language, stdout }: Context): readonly string[] {
  const { columns } = reportWords[language];
  const titles = [
    { title: columns.pin, least: 12 },
    { title: columns.image, least: 12 },
    { title: columns.newer, least: 12 },
    { title: columns.published },
    { title: columns.where },
  ];
  const rows = changes.map(({ annotation, before, after }) => [
    plainText(annotation.label ?? annotation.text),
    plainText(before?.name ?? annotation.id),
    plainText(after.name),
    [before && dayOf(factsOf(before)), dayOf(factsOf(after))].filter((day) => day !== undefined).join(" → "),
    placeText({ path: annotation.path, line: annotation.line + 1 }),
  ]);
  return fittedTable(titles, rows, stdout.columns).lines;
}
