import { plainText } from "../../provider/messages/plain-text.ts";
import { CommandFailure } from "../failures.ts";
import { runGit } from "../run-git.ts";
import { type AnnotatedFile, decoded } from "./annotated-files.ts";
import { annotatedExtensions } from "./read-annotations.ts";

/** The files of a folder that mention CompShare, as they were where the branch left `ref`. */
export async function annotatedFilesAt(folder: string, ref: string): Promise<readonly AnnotatedFile[]> {
  const commit = await commitOf(folder, ref);
  const patterns = annotatedExtensions.map((extension) => `*.${extension}`);
  const found = await git(folder, ["grep", "-lz", "-F", "-e", "compshare", commit, "--", ...patterns]);
  const paths = (found ?? Buffer.alloc(0))
    .toString("utf8")
    .split("\0")
    .filter((line) => line !== "")
    .map((line) => line.slice(commit.length + 1));
  const files: AnnotatedFile[] = [];
  for (const path of paths) {
    const bytes = await git(folder, ["show", `${commit}:./${path}`]);
    if (bytes !== undefined) files.push({ path, text: decoded(bytes) });
  }
  return files;
}

/** The commit from which the work tree and `ref` went apart; `ref` itself where the history is cut off. */
async function commitOf(folder: string, ref: string): Promise<string> {
  const base =
    (await git(folder, ["merge-base", "--end-of-options", ref, "HEAD"])) ??
    (await git(folder, ["rev-parse", "--verify", "--quiet", "--end-of-options", `${ref}^{commit}`]));
  const commit = base?.toString("utf8").trim() ?? "";
  if (/^[0-9a-f]{40,64}$/.test(commit)) return commit;
  const shown = plainText(ref);
  throw new CommandFailure({
    en: `git does not know ${shown} here; fetch it first, for example with \`git fetch origin main\``,
    zh: `这里的 git 找不到 ${shown}；请先获取它，例如 \`git fetch origin main\``,
  });
}

/** What git prints; `undefined` where it fails. */
async function git(folder: string, args: readonly string[]): Promise<Buffer | undefined> {
  const printed = await runGit(folder, args);
  if (printed === "no git") throw noGit;
  return printed === "failed" ? undefined : printed;
}

const noGit = new CommandFailure({
  en: "--base needs git, which is not on PATH",
  zh: "--base 需要 git，而 PATH 中没有 git",
});
