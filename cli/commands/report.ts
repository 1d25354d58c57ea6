import { appendFile } from "node:fs/promises";
import { plainText } from "../../provider/messages/plain-text.ts";
import type { Context } from "../context.ts";
import { type ExitCode, exitCodes } from "../exit-codes.ts";
import { CommandFailure, UsageFailure } from "../failures.ts";
import { readInputFile } from "../pins/read-input.ts";
import { formatReport } from "../report/format-report.ts";
import { markdownReport } from "../report/markdown-report.ts";
import { postSections } from "../report/post-sections.ts";
import { annotationSections, previewSections } from "../report/read-sections.ts";
import type { Section } from "../report/report.ts";
import { readReportDocument } from "../report/report-document.ts";
import { reportWords } from "../report/words.ts";
import { folderInRepository } from "../run-git.ts";
import { command } from "./command.ts";

/** Shows people which images a change takes in place of which. */
export const report = command({
  usage: "(--preview FILE | --base REF | --from FILE) [--comment github|gitlab] [FLAGS]",
  help: {
    en: "Shows the old and the new image of every pin that changes: by the output of `pulumi preview --json`, or by the annotations of this branch and of REF. Needs no CompShare keys.",
    zh: "列出每处变更的新旧镜像，包括 ImagePin 和带注释的 ID：依据 `pulumi preview --json` 的输出，或依据本分支与 REF 的注释。不需要 CompShare 密钥。",
  },
  examples: [
    "pulumi preview --json > preview.json; compshare-images report --preview preview.json",
    "compshare-images report --preview preview.json --comment github",
    "compshare-images report --base origin/main --catalog compshare.catalog.json",
  ],
  flags: {
    preview: {
      type: "string",
      multiple: true,
      value: "FILE",
      help: {
        en: "Output of `pulumi preview --json`; - reads the standard input. Once for each stack.",
        zh: "`pulumi preview --json` 的输出；- 表示标准输入。每个栈给一次。",
      },
    },
    base: {
      type: "string",
      value: "REF",
      help: {
        en: "Branch or commit whose annotations are compared with those of the work tree.",
        zh: "与工作区比较注释的分支或提交。",
      },
    },
    from: {
      type: "string",
      value: "FILE",
      help: {
        en: "A report that another job wrote with --json.",
        zh: "另一个任务用 --json 写出的报告。",
      },
    },
    comment: {
      type: "string",
      value: "FORGE",
      choices: ["github", "gitlab"],
      help: {
        en: "Writes it to the pull request as a comment, or updates the one written before. Takes GITHUB_TOKEN or GITLAB_TOKEN.",
        zh: "作为评论写入合并请求，或更新之前写的评论。使用 GITHUB_TOKEN 或 GITLAB_TOKEN。",
      },
    },
    "pull-request": {
      type: "string",
      value: "NUMBER",
      help: {
        en: "Number of the pull request. Default: the one that the job runs for.",
        zh: "合并请求的编号。默认取当前任务所属的合并请求。",
      },
    },
    summary: {
      type: "boolean",
      help: { en: "Appends it to the job's summary on GitHub.", zh: "追加到 GitHub 任务的摘要。" },
    },
  },
  formats: ["markdown", "github", "gitlab"],
  run: async (context) => {
    const { flags, format, stdout, language } = context;
    const words = reportWords[language];
    const sections = await readSections(context);
    stdout.write(formatReport(sections, format, words, await folderInRepository(context.cwd)));
    if (flags.summary === true) await appendSummary(sections, context);
    const failure = await comment(sections, context);
    const failed = sections.filter((section) => section.failed);
    if (failure !== undefined) return failure;
    if (failed.length > 0) throw failedPreviews(failed);
    return exitCodes.done;
  },
});

type OwnContext = Parameters<typeof report.run>[0];

async function readSections(context: OwnContext): Promise<readonly Section[]> {
  const { preview, base, from } = context.flags;
  const given = [preview, base, from].filter((one) => one !== undefined);
  if (given.length !== 1)
    throw new UsageFailure({
      en: "report needs one of --preview FILE, --base REF and --from FILE",
      zh: "report 需要 --preview FILE、--base REF、--from FILE 中的一个",
    });
  if (preview !== undefined) return previewSections(preview, context);
  if (base !== undefined) return annotationSections(base, context);
  const file = from ?? "-";
  return readReportDocument(await readInputFile(file, context), plainText(file));
}

async function appendSummary(
  sections: readonly Section[],
  { environment, language }: Context,
): Promise<void> {
  const path = environment["GITHUB_STEP_SUMMARY"];
  if (path === undefined || path === "")
    throw new CommandFailure({
      en: "--summary needs the variable GITHUB_STEP_SUMMARY, which GitHub sets",
      zh: "--summary 需要 GitHub 设置的环境变量 GITHUB_STEP_SUMMARY",
    });
  const words = reportWords[language];
  // GitHub takes 1 MiB from a step; a character is at most three bytes.
  const most = Math.floor(300_000 / Math.max(1, sections.length));
  await appendFile(path, sections.map((section) => markdownReport(section, words, most)).join("\n"));
}

/** Writes the comment, if one is asked for; the report has been printed by then. */
async function comment(sections: readonly Section[], context: OwnContext): Promise<ExitCode | undefined> {
  const { comment, "pull-request": pullRequest } = context.flags;
  if (comment !== "github" && comment !== "gitlab") return undefined;
  const failure = await postSections(sections, { forge: comment, pullRequest }, context);
  if (failure === undefined) return undefined;
  return failure.reason === "refused" ? exitCodes.keys : exitCodes.failed;
}

function failedPreviews(sections: readonly Section[]): CommandFailure {
  const names = sections.map(({ project, stack }) => plainText(`${project ?? "?"}/${stack ?? "?"}`));
  return new CommandFailure({
    en: reportWords.en.failedStack(names.join(", ")),
    zh: reportWords.zh.failedStack(names.join("、")),
  });
}
