import { readFile, writeFile } from "node:fs/promises";
import { parseRepository } from "../provider/schema/repository.ts";
import { isStartedAs, runTool, ToolFailure } from "./engine/failure.ts";
import { createReport } from "./engine/report.ts";
import { mavenGroup } from "./generate/sdk-readmes.ts";
import { mustRun } from "./process/run-command.ts";
import { readIdentity } from "./repository.ts";

/** A text in which the repository is in the hands of another owner, and its group on Maven Central too; other texts are as they were. */
export function withOwner(text: string, old: string, next: string): string {
  const from = parseRepository(old);
  const to = parseRepository(next);
  return text
    .replaceAll(
      new RegExp(
        `((?:^|[^\\w.-])(?:api\\.|raw\\.)?github(?:usercontent)?\\.com/)${from.owner}/${from.name}(?![\\w-])`,
        "gm",
      ),
      `$1${to.owner}/${to.name}`,
    )
    .replaceAll(new RegExp(`\\b${mavenGroup(from).replaceAll(".", "\\.")}(?![\\w-])`, "g"), mavenGroup(to));
}

/** Puts the real owner of the repository everywhere: `npm run owner -- NAME`. */
async function main(): Promise<void> {
  const [owner, ...more] = process.argv.slice(2);
  if (owner === undefined || more.length > 0) throw new ToolFailure("usage: npm run owner -- NAME");
  const { repository } = await readIdentity();
  const next = `https://github.com/${owner}/${parseRepository(repository).name}`;
  parseRepository(next);
  const { stdout } = await mustRun("git could not list the files", "git", ["ls-files", "-z"]);
  // What is generated is generated anew, and tests name owners of their own.
  const files = stdout.split("\0").filter((name) => name !== "" && !/^(sdk|tests)\//.test(name));
  const changed: string[] = [];
  for (const file of files) {
    const text = await readFile(file, "utf8").catch(() => "");
    const moved = withOwner(text, repository, next);
    if (moved !== text) {
      await writeFile(file, moved);
      changed.push(file);
    }
  }
  createReport(process.stderr).line(
    `${next}: ${changed.length} files changed; now \`npm run generate\`\n  ${changed.join("\n  ")}`,
  );
}

if (isStartedAs("owner.ts")) runTool(main);
