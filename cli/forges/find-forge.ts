import { readFile } from "node:fs/promises";
import type { Environment } from "../../provider/contract/variables.ts";
import { CommandFailure, UsageFailure } from "../failures.ts";
import type { ForgeHttp } from "../forge-http.ts";
import type { Forge } from "./forge.ts";
import { gitHub } from "./github.ts";
import { gitLab } from "./gitlab.ts";

/** The forge that a CI job runs for, from the variables that GitHub and GitLab set. */
export function findForge(
  name: "github" | "gitlab",
  pullRequest: string | undefined,
  environment: Environment,
  http: ForgeHttp,
): Promise<Forge> {
  return name === "github"
    ? findGitHub(pullRequest, environment, http)
    : Promise.resolve(findGitLab(pullRequest, environment, http));
}

async function findGitHub(
  pullRequest: string | undefined,
  environment: Environment,
  http: ForgeHttp,
): Promise<Forge> {
  const api = environment["GITHUB_API_URL"] ?? "https://api.github.com";
  const number = pullRequest ?? (await eventNumber(environment["GITHUB_EVENT_PATH"]));
  return gitHub(
    {
      api,
      graphql: environment["GITHUB_GRAPHQL_URL"] ?? `${api}/graphql`,
      repository: needed(environment, "GITHUB_REPOSITORY"),
      pullRequest: wholeNumber(number, "pull request"),
      token: needed(environment, "GITHUB_TOKEN"),
    },
    http,
  );
}

/** The number of the pull request whose event started the workflow. */
async function eventNumber(path: string | undefined): Promise<string | undefined> {
  if (path === undefined) return undefined;
  const event: unknown = await readFile(path, "utf8")
    .then(JSON.parse)
    .catch(() => undefined);
  const request = member(event, "pull_request") ?? event;
  const number = member(request, "number");
  return typeof number === "number" ? String(number) : undefined;
}

function member(value: unknown, name: string): unknown {
  return typeof value === "object" && value !== null
    ? Object.entries(value).find(([key]) => key === name)?.[1]
    : undefined;
}

function findGitLab(pullRequest: string | undefined, environment: Environment, http: ForgeHttp): Forge {
  return gitLab(
    {
      api: needed(environment, "CI_API_V4_URL"),
      project: needed(environment, "CI_PROJECT_ID"),
      mergeRequest: wholeNumber(pullRequest ?? environment["CI_MERGE_REQUEST_IID"], "merge request"),
      token: needed(environment, "GITLAB_TOKEN"),
    },
    http,
  );
}

function needed(environment: Environment, name: string): string {
  const value = environment[name];
  if (value !== undefined && value !== "") return value;
  throw new CommandFailure({
    en: `a comment needs the variable ${name}, which is not set`,
    zh: `写评论需要环境变量 ${name}，而它没有设置`,
  });
}

function wholeNumber(text: string | undefined, what: "pull request" | "merge request"): number {
  if (text !== undefined && /^[1-9]\d{0,9}$/.test(text)) return Number(text);
  throw new UsageFailure({
    en: `nothing says which ${what} to comment on; give its number with --pull-request`,
    zh: "无法确定要评论哪个合并请求；请用 --pull-request 给出编号",
  });
}
