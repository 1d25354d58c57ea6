import type { Image } from "../../provider/contract/image.ts";
import { resolveScope } from "../../provider/listings/scope.ts";
import { fileLacking } from "../../provider/lookup/not-listed.ts";
import { plainText } from "../../provider/messages/plain-text.ts";
import { resolveSettings } from "../../provider/settings/resolve-settings.ts";
import type { Annotation } from "../annotations/annotation.ts";
import { annotationsOf, collectAnnotations } from "../annotations/collect-annotations.ts";
import { annotatedFilesAt } from "../annotations/files-at.ts";
import { problemText } from "../annotations/problem-text.ts";
import type { Context } from "../context.ts";
import { CommandFailure } from "../failures.ts";
import { readEngineJson } from "../pins/engine-json.ts";
import { readInputFile } from "../pins/read-input.ts";
import type { Section } from "./report.ts";
import { reportAnnotations } from "./report-annotations.ts";
import { reportPreview } from "./report-preview.ts";

/** The sections of previews, one a file. */
export async function previewSections(
  files: readonly string[],
  context: Context,
): Promise<readonly Section[]> {
  const sections: Section[] = [];
  for (const file of files) {
    const name = file === "-" ? "standard input" : plainText(file);
    const json = readEngineJson(await readInputFile(file, context), name);
    if (json.kind === "state")
      throw new CommandFailure({
        en: `${name} is the state of a stack, not a preview; compshare-images outdated --state reads it`,
        zh: `${name} 是栈的状态，不是预览；请用 compshare-images outdated --state 读取`,
      });
    sections.push(reportPreview(json));
  }
  return sections;
}

/** What a branch changes of the annotations, since it left `ref`. */
export async function annotationSections(ref: string, context: Context): Promise<readonly Section[]> {
  const { cwd, stderr, language } = context;
  const before = annotationsOf(await annotatedFilesAt(cwd, ref));
  const after = await collectAnnotations(cwd);
  for (const problem of after.problems) stderr.write(`${problemText(problem, language)}\n`);
  const images = await imagesOf([...before.annotations, ...after.annotations], context);
  return [reportAnnotations(before.annotations, after.annotations, images)];
}

/** The images of these annotations, where a catalogue file is named: a report has to do without keys. */
async function imagesOf(
  annotations: readonly Annotation[],
  context: Context,
): Promise<ReadonlyMap<string, Image>> {
  const { catalogFile } = resolveSettings(await context.configuration(), context.environment);
  const images = new Map<string, Image>();
  if (catalogFile === undefined) return images;
  const lookup = await context.openLookup();
  for (const { query } of annotations) {
    const scope = resolveScope(query, lookup.scope);
    // A listing that the file has not leaves the lines to speak for themselves.
    if ((await fileLacking(scope, lookup)) !== undefined) continue;
    for (const image of await lookup.catalogue.images(scope, context.signal)) images.set(image.id, image);
  }
  return images;
}
