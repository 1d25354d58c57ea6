import type { Context } from "../context.ts";
import { systemForgeHttp } from "../forge-http.ts";
import { findForge } from "../forges/find-forge.ts";
import { ForgeFailure } from "../forges/forge-failure.ts";
import { markerOf, type Posted, postComment } from "../forges/post-comment.ts";
import { markdownReport } from "./markdown-report.ts";
import { changesOf, noticesOf, type Section } from "./report.ts";
import { type ReportWords, reportWords } from "./words.ts";

/** Writes or changes the comment of each section. Gives the failure that the user has been told, if there was one. */
export async function postSections(
  sections: readonly Section[],
  where: { readonly forge: "github" | "gitlab"; readonly pullRequest: string | undefined },
  { environment, language, signal, stderr }: Context,
): Promise<ForgeFailure | undefined> {
  const words = reportWords[language];
  const forge = await findForge(where.forge, where.pullRequest, environment, systemForgeHttp(signal));
  try {
    for (const section of sections) {
      const { project, stack } = section;
      const posted = await postComment(
        { marker: markerOf(project, stack), text: commentText(section, words), needed: isNeeded(section) },
        forge,
      );
      stderr.write(`${postedText(posted, forge.name)[language]}\n`);
    }
    return undefined;
  } catch (error) {
    if (!(error instanceof ForgeFailure)) throw error;
    stderr.write(`${error.text[language]}\n`);
    return error;
  }
}

/** Whether people have to see it; a comment that is there already is changed in any case. */
function isNeeded(section: Section): boolean {
  return section.failed || changesOf(section).length > 0 || noticesOf(section).length > 0;
}

function commentText(section: Section, words: ReportWords): string {
  // It is read only where an earlier comment told of changes.
  return markdownReport(section, { ...words, none: words.noneAnyMore });
}

function postedText(posted: Posted, forge: string): { readonly en: string; readonly zh: string } {
  switch (posted) {
    case "created":
      return { en: `${forge}: comment written`, zh: `${forge}：已写入评论` };
    case "updated":
      return { en: `${forge}: comment updated`, zh: `${forge}：已更新评论` };
    case "equal":
      return { en: `${forge}: the comment says so already`, zh: `${forge}：评论内容已是最新` };
    default:
      return { en: `${forge}: no image changes, no comment`, zh: `${forge}：没有镜像变更，不写评论` };
  }
}
