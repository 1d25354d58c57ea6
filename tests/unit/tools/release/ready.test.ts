import { expect, test } from "@jest/globals";
import { type ReleaseFacts, releaseProblems } from "../../../../tools/release/ready.ts";

const ready: ReleaseFacts = {
  tag: "v1.2.3",
  version: "1.2.3",
  changelog: "# Changelog\n\n## 1.2.3 (2026-12-01)\n\n- A thing.\n\n## 1.2.2\n",
  changes: "",
};

test("a version with its tag, its section and nothing uncommitted can be published", () => {
  expect(releaseProblems(ready)).toEqual([]);
});

test.each<[Partial<ReleaseFacts>, string]>([
  [{ tag: "v1.2.4" }, "the tag is v1.2.4, and package.json is of 1.2.3: tag v1.2.3"],
  [{ tag: "1.2.3" }, "the tag is 1.2.3, and package.json is of 1.2.3: tag v1.2.3"],
  [{ changelog: "## 1.2.30 (2026-12-01)\n" }, "CHANGELOG.md has no section 1.2.3: write one"],
  [
    { changelog: "## 1.2.3 (unreleased)\n" },
    "CHANGELOG.md says that 1.2.3 is unreleased: put the date there",
  ],
  [{ changes: " M package.json" }, "files are changed and not committed:\n M package.json"],
])("%j is refused", (change, problem) => {
  expect(releaseProblems({ ...ready, ...change })).toEqual([problem]);
});

test("a version that not every registry takes is refused", () => {
  const changelog = "## 1.2.3-beta.1\n";
  expect(releaseProblems({ ...ready, tag: "v1.2.3-beta.1", version: "1.2.3-beta.1", changelog })).toEqual([
    "1.2.3-beta.1 is no version that the registries all take: use X.Y.Z",
  ]);
});
