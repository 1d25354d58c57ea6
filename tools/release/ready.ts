import { readFile } from "node:fs/promises";
import { isStartedAs, runTool, ToolFailure } from "../engine/failure.ts";
import { runCommand } from "../process/run-command.ts";
import { readIdentity, requireOwner } from "../repository.ts";

/** What has to be right before anything of a version is published. */
export interface ReleaseFacts {
  readonly tag: string;
  readonly version: string;
  readonly changelog: string;
  /** What git says is changed and not committed, if anything. */
  readonly changes: string;
}

/** What keeps a version from being published; each sentence says what to do. */
export function releaseProblems({ tag, version, changelog, changes }: ReleaseFacts): readonly string[] {
  const heading = changelog
    .split("\n")
    .find((line) => line === `## ${version}` || line.startsWith(`## ${version} `));
  return [
    ...(tag === `v${version}`
      ? []
      : [`the tag is ${tag}, and package.json is of ${version}: tag v${version}`]),
    ...(/^\d+\.\d+\.\d+$/.test(version)
      ? []
      : [`${version} is no version that the registries all take: use X.Y.Z`]),
    ...(heading === undefined ? [`CHANGELOG.md has no section ${version}: write one`] : []),
    ...(heading?.includes("unreleased") === true
      ? [`CHANGELOG.md says that ${version} is unreleased: put the date there`]
      : []),
    ...(changes === "" ? [] : [`files are changed and not committed:\n${changes}`]),
  ];
}

/** Refuses to publish what is not ready: `npm run release:ready -- TAG`. */
async function main(): Promise<void> {
  const [tag = ""] = process.argv.slice(2);
  const identity = await readIdentity();
  requireOwner(identity);
  const { stdout } = await runCommand("git", ["status", "--porcelain"]);
  const changelog = await readFile("CHANGELOG.md", "utf8");
  const problems = releaseProblems({ tag, version: identity.version, changelog, changes: stdout.trim() });
  if (problems.length > 0) throw new ToolFailure(`${tag} cannot be published:\n${problems.join("\n")}`);
  console.log(`${tag} can be published`);
}

if (isStartedAs("ready.ts")) runTool(main);
