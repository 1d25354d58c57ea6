import { readFile } from "node:fs/promises";
import { expect, test } from "@jest/globals";
import * as z from "zod";
import { changeLines } from "../../../../cli/report/change-lines.ts";
import { codeQuality } from "../../../../cli/report/code-quality.ts";
import type { PinChange } from "../../../../cli/report/report-schema.ts";
import { reportWords } from "../../../../cli/report/words.ts";
import { harmless, workflowCommands } from "../../../../cli/report/workflow-commands.ts";

const total = reportWords.en.total;

test("GitHub shows ten of a kind, so of more the tenth line counts them all", () => {
  const notices = Array.from({ length: 12 }, (_, index) => ({ level: "notice", text: `n${index}` }) as const);
  const warnings = Array.from(
    { length: 10 },
    (_, index) => ({ level: "warning", text: `w${index}` }) as const,
  );
  const lines = workflowCommands([...notices, ...warnings], total);
  expect(lines.filter((line) => line.startsWith("::notice"))).toEqual([
    "::notice::n0",
    "::notice::n1",
    "::notice::n2",
    "::notice::n3",
    "::notice::n4",
    "::notice::n5",
    "::notice::n6",
    "::notice::n7",
    "::notice::n8",
    "::notice::12 in all; the report has the rest",
  ]);
  expect(lines.filter((line) => line.startsWith("::warning"))).toHaveLength(10);
});

test("no name becomes a command of GitHub's runner", () => {
  const line = {
    level: "error",
    text: "a\n::set-output name=x::y ##[add-path]/tmp 100%",
    path: "a,b:c.ts",
    line: 3,
  } as const;
  expect(workflowCommands([line], total)).toEqual([
    "::error file=a%2Cb%3Ac.ts,line=3::a%0A::set-output name=x::y #\\u{23}[add-path]/tmp 100%25",
  ]);
  expect(harmless("::stop-commands::x ##[group]")).toBe("\\u{3a}:stop-commands::x #\\u{23}[group]");
  expect(harmless("a::b")).toBe("a::b");
});

const stays: PinChange = {
  pin: "base",
  kind: "unchanged",
  before: { id: "compshareImage-1a", name: "a" },
  after: { id: "compshareImage-1a", name: "a" },
  effects: [],
};

/** The form that GitLab's reports have to have. */
async function gitlabForm(): Promise<z.ZodType> {
  return z.fromJSONSchema(
    JSON.parse(await readFile("tests/unit/cli/report/gl-code-quality.schema.json", "utf8")),
  );
}

const changes: readonly PinChange[] = [
  {
    ...stays,
    kind: "moved",
    after: { id: "compshareImage-2b", name: "b" },
    place: { path: "Pulumi.yaml", line: 7 },
  },
  { ...stays, pin: "gone", status: "Gone" },
  { ...stays, pin: "off", status: "Offline", newer: { id: "compshareImage-3c", name: "c" } },
  { ...stays, pin: "created", kind: "created", before: undefined, after: undefined },
];

test("GitLab's code quality report has the fields of its schema, and a fingerprint that outlives a moved line", async () => {
  const schema = await gitlabForm();
  const section = { project: "shop", stack: "dev", failed: false, pins: changes };
  const lines = changeLines(section, reportWords.en);
  const issues = JSON.parse(codeQuality(lines));
  expect(z.safeParse(schema, issues).error).toBeUndefined();
  expect(
    issues.map((issue: Record<string, unknown>) => [
      issue["check_name"],
      issue["severity"],
      issue["description"],
    ]),
  ).toEqual([
    ["compshare/image-moved", "info", "base moves from a (compshareImage-1a) to b (compshareImage-2b)"],
    ["compshare/image-moved", "info", "created pins known after the update"],
    ["compshare/image-gone", "critical", "gone pins a (compshareImage-1a), which CompShare no longer has"],
    ["compshare/image-newer", "info", "off pins a (compshareImage-1a); c (compshareImage-3c) is newer"],
    ["compshare/image-withdrawn", "major", "off pins a (compshareImage-1a), whose status is Offline"],
  ]);
  expect(issues[0].location).toEqual({ path: "Pulumi.yaml", lines: { begin: 7 } });
  const moved = JSON.parse(codeQuality(lines.map((line) => ({ ...line, line: (line.line ?? 1) + 5 }))));
  const prints = (list: readonly { fingerprint: string }[]): string[] =>
    list.map(({ fingerprint }) => fingerprint);
  expect(prints(moved)).toEqual(prints(issues));
  expect(new Set(prints(issues)).size).toBe(5);
  expect(codeQuality([])).toBe("[]\n");
});

test.each([
  [".infra/Pulumi.yaml", true],
  ["..infra/Pulumi.yaml", true],
  ["./Pulumi.yaml", false],
  ["../Pulumi.yaml", false],
  ["/srv/Pulumi.yaml", false],
  ["", false],
])("GitLab finds the file of the path %j: %s", async (path, found) => {
  const [change] = changes;
  const pins = change === undefined ? [] : [{ ...change, place: { path, line: 7 } }];
  const lines = changeLines({ project: "shop", stack: "dev", failed: false, pins }, reportWords.en);
  const issues = JSON.parse(codeQuality(lines));
  expect(issues[0].location.path).toBe(path);
  expect(z.safeParse(await gitlabForm(), issues).success).toBe(found);
});
