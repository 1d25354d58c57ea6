import { dirname, join } from "node:path";
import { merged } from "../../provider/listings/catalogue.ts";
import { type CatalogueFile, listingsOf } from "../../provider/listings/catalogue-file.ts";
import { resolveScope } from "../../provider/listings/scope.ts";
import { resolveSettings } from "../../provider/settings/resolve-settings.ts";
import { collectAnnotations } from "../annotations/collect-annotations.ts";
import { problemText } from "../annotations/problem-text.ts";
import type { AnnotationQuery } from "../annotations/query-words.ts";
import type { Context } from "../context.ts";
import { releasesOf } from "../renovate/releases.ts";

/** The releases file beside a catalogue file. */
export interface ReleasesFile {
  readonly path: string;
  readonly text: string;
}

/** Name of the releases file, as the preset for Renovate has it. */
const releasesName = "compshare.releases.json";

/**
 * The releases file for bots that belongs beside a catalogue file: the images that each annotated query means.
 * `undefined` where nothing is annotated. `snapshot` writes it, or with `--check` compares it.
 */
export async function releasesFile(
  file: CatalogueFile,
  cataloguePath: string,
  { cwd, configuration, environment, warn, language }: Context,
): Promise<ReleasesFile | undefined> {
  const { annotations, problems } = await collectAnnotations(cwd);
  for (const problem of problems) warn(problemText(problem, language));
  if (annotations.length === 0) return undefined;
  const { scope } = resolveSettings(await configuration(), environment);
  const imagesFor = (query: AnnotationQuery): ReturnType<typeof merged> | undefined => {
    const found = listingsOf(file, resolveScope(query, scope));
    return found.length === 0 ? undefined : merged(found);
  };
  for (const { path, line, query } of annotations) {
    const { source, region } = resolveScope(query, scope);
    if (imagesFor(query) === undefined)
      warn(problemText({ path, line, reason: notListed(source, region) }, language));
  }
  return { path: join(dirname(cataloguePath), releasesName), text: releasesOf(annotations, imagesFor) };
}

function notListed(source: string, region: string): { readonly en: string; readonly zh: string } {
  return {
    en: `the catalogue file does not list ${source} in ${region}; bots see no releases for this query`,
    zh: `目录文件没有收录 ${region} 的 ${source}；机器人看不到该查询的版本`,
  };
}
