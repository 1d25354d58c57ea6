import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "@jest/globals";
import { documentOf } from "../support/cli/documents-of.ts";
import { type ForgeServer, forgeToken, startForgeServer } from "../support/cli/forge-server.ts";
import { makeRepository, type Repository } from "../support/cli/repository.ts";
import { type CliResult, runCli } from "../support/cli/run-cli.ts";

let repository: Repository;
let forge: ForgeServer;
beforeEach(async () => {
  repository = await makeRepository();
  forge = await startForgeServer();
});
afterEach(async () => {
  await forge.close();
  await repository.dispose();
});

const urn = "urn:pulumi:dev::shop::compshare:index:ImagePin::base";

function step(op: string, before: string | undefined, after: string | undefined): unknown {
  const state = (id: string | undefined) =>
    id === undefined
      ? undefined
      : {
          urn,
          type: "compshare:index:ImagePin",
          id,
          inputs: { pinned: { imageId: id, name: `name of ${id}` } },
        };
  return { op, urn, oldState: state(before), newState: state(after) };
}

const moving = JSON.stringify({
  steps: [step("replace", "compshareImage-1a", "compshareImage-2b")],
  changeSummary: { replace: 1 },
});
const staying = JSON.stringify({
  steps: [step("same", "compshareImage-1a", "compshareImage-1a")],
  changeSummary: { same: 1 },
});

function github(
  preview: string,
  environment: Readonly<Record<string, string>> = {},
  ...more: string[]
): Promise<CliResult> {
  return runCli(["report", "--preview", "-", "--comment", "github", ...more], {
    cwd: repository.path,
    input: preview,
    environment: {
      GITHUB_API_URL: forge.url,
      GITHUB_GRAPHQL_URL: `${forge.url}/graphql`,
      GITHUB_REPOSITORY: "acme/shop",
      GITHUB_EVENT_PATH: join(repository.path, "event.json"),
      GITHUB_TOKEN: forgeToken,
      ...environment,
    },
  });
}

test("a comment is written, left alone while it says the same, and says in the end that no image changes any more", async () => {
  await writeFile(join(repository.path, "event.json"), '{"pull_request":{"number":12}}');
  expect(await github(moving)).toMatchObject({ code: 0, stderr: "GitHub: comment written\n" });
  expect(await github(moving)).toMatchObject({ code: 0, stderr: "GitHub: the comment says so already\n" });
  expect(forge.comments.map(({ body }) => body.split("\n").slice(0, 2))).toEqual([
    ["<!-- compshare-images report shop/dev -->", "### CompShare images: `shop/dev`"],
  ]);
  expect(await github(staying)).toMatchObject({ code: 0, stderr: "GitHub: comment updated\n" });
  expect(forge.comments.map(({ body }) => body)).toEqual([
    "<!-- compshare-images report shop/dev -->\n### CompShare images: `shop/dev`\n\nNo image changes any more.\n\n1 pin stays as it is.\n",
  ]);
});

test("without a change there is no comment", async () => {
  expect(await github(staying, {}, "--pull-request", "12")).toMatchObject({
    code: 0,
    stderr: "GitHub: no image changes, no comment\n",
  });
  expect(forge.comments).toEqual([]);
});

test("a refusal loses nothing: the report is printed and in the summary, and the token is nowhere", async () => {
  const summary = join(repository.path, "summary.md");
  forge.faults.push({ status: 403 });
  const result = await github(moving, { GITHUB_STEP_SUMMARY: summary }, "--pull-request", "12", "--summary");
  expect(result.code).toBe(3);
  expect(result.stderr).toBe(
    "GitHub refuses the comment (403): the token needs `pull-requests: write`, which a pull request from a fork never has; the report itself is complete\n",
  );
  expect(result.stdout).toContain("name of compshareImage-2b");
  expect(await readFile(summary, "utf8")).toContain("| `base` |");
  expect(JSON.stringify(result)).not.toContain(forgeToken);
});

test("a note on GitLab takes the job's variables", async () => {
  const result = await runCli(["report", "--preview", "-", "--comment", "gitlab"], {
    input: moving,
    environment: {
      CI_API_V4_URL: forge.url,
      CI_PROJECT_ID: "acme/shop",
      CI_MERGE_REQUEST_IID: "12",
      GITLAB_TOKEN: forgeToken,
    },
  });
  expect(result).toMatchObject({ code: 0, stderr: "GitLab: comment written\n" });
  expect(forge.comments).toHaveLength(1);
});

test("a failed preview is in the note and in the code quality report of one call", async () => {
  const failed = JSON.stringify({
    ...JSON.parse(moving),
    diagnostics: [{ severity: "error", message: "no" }],
  });
  const result = await runCli(["report", "--preview", "-", "--format", "gitlab", "--comment", "gitlab"], {
    input: failed,
    environment: {
      CI_API_V4_URL: forge.url,
      CI_PROJECT_ID: "acme/shop",
      CI_MERGE_REQUEST_IID: "12",
      GITLAB_TOKEN: forgeToken,
    },
  });
  expect(result).toMatchObject({
    code: 1,
    stderr: "GitLab: comment written\nerror: the preview of shop/dev failed, so changes may be missing\n",
  });
  expect(JSON.parse(result.stdout)).toMatchObject([{ check_name: "compshare/image-moved" }]);
  expect(forge.comments.map(({ body }) => body)).toEqual([
    expect.stringContaining("The preview failed, so changes may be missing."),
  ]);
});

test.each([
  [
    "no number",
    { GITHUB_EVENT_PATH: "/nonexistent" },
    2,
    "error: nothing says which pull request to comment on; give its number with --pull-request\n",
  ],
  [
    "no token",
    { GITHUB_TOKEN: "" },
    1,
    "error: a comment needs the variable GITHUB_TOKEN, which is not set\n",
  ],
])("a comment with %s is one sentence, after the report", async (_, environment, code, stderr) => {
  await writeFile(join(repository.path, "event.json"), '{"pull_request":{"number":12}}');
  const result = await github(moving, environment);
  expect(result).toMatchObject({ code, stderr });
  expect(result.stdout).toContain("name of compshareImage-2b");
});

const line = (id: string, text: string): string => `# compshare(base): framework=vLLM\nid: ${id} # ${text}\n`;

test("annotations are compared with where the branch began, and a job that trusts nothing renders the JSON anew", async () => {
  await repository.write({
    "Pulumi.yaml": line("compshareImage-1a", "2025.08.05 vLLM v0.10.0"),
    "b.py": "# compshare(other): name=a\nid = 'compshareImage-9z'\n",
  });
  await repository.commit();
  await repository.write({
    "Pulumi.yaml": `name: moved\n${line("compshareImage-2b", "2026.01.06 vLLM `v0.12.0`|")}`,
    "c.py": "# compshare: broken\n",
  });
  const report = ["report", "--base", "HEAD"];
  const { code, stdout, stderr } = await runCli([...report, "--format", "github"], { cwd: repository.path });
  expect(code).toBe(0);
  expect(stdout).toBe(
    "::notice file=Pulumi.yaml,line=3::base moves from 2025.08.05 vLLM v0.10.0 (compshareImage-1a) to 2026.01.06 vLLM `v0.12.0`| (compshareImage-2b)\n",
  );
  expect(stderr).toContain("c.py:1: unknown argument `broken`");
  const { stdout: json } = await runCli([...report, "--json"], { cwd: repository.path });
  expect(documentOf(json)).toMatchObject({ schema: "compshare-report/1" });
  const again = await runCli(["report", "--from", "-", "--format", "markdown"], { input: json });
  expect(again.stdout).toContain(
    "| `base` `Pulumi.yaml:3` | `2025.08.05 vLLM v0.10.0` `compshareImage-1a`<br>→ <code>2026&#46;01&#46;06 vLLM &#96;v0&#46;12&#46;0&#96;&#124;</code> `compshareImage-2b` |",
  );
});

test.each([
  [
    "nothing to report on",
    ["report"],
    2,
    "error: report needs one of --preview FILE, --base REF and --from FILE\n",
  ],
  [
    "two things",
    ["report", "--preview", "a", "--base", "b"],
    2,
    "error: report needs one of --preview FILE, --base REF and --from FILE\n",
  ],
  [
    "a ref that git does not know",
    ["report", "--base", "--upload-pack=x"],
    1,
    "error: git does not know --upload-pack=x here; fetch it first, for example with `git fetch origin main`\n",
  ],
  [
    "a branch that is not there",
    ["report", "--base", "none"],
    1,
    "error: git does not know none here; fetch it first, for example with `git fetch origin main`\n",
  ],
  [
    "a state",
    ["report", "--preview", "state.json"],
    1,
    "error: state.json is the state of a stack, not a preview; compshare-images outdated --state reads it\n",
  ],
  [
    "another document",
    ["report", "--from", "state.json"],
    1,
    "error: state.json is no report as `compshare-images report --json` writes it\n",
  ],
  [
    "no summary",
    ["report", "--preview", "same.json", "--summary"],
    1,
    "error: --summary needs the variable GITHUB_STEP_SUMMARY, which GitHub sets\n",
  ],
])("%s is one sentence and an exit code", async (_, args, code, stderr) => {
  await repository.write({ "state.json": '{"version":3,"deployment":{}}', "same.json": staying });
  const result = await runCli(args, { cwd: repository.path });
  expect(result.code).toBe(code);
  expect(result.stderr).toContain(stderr);
});
