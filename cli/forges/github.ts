import * as z from "zod/mini";
import type { ForgeHttp, ForgeRequest } from "../forge-http.ts";
import { askForge, nextPage } from "./ask-forge.ts";
import type { Forge, ForgeComment } from "./forge.ts";
import { ForgeFailure } from "./forge-failure.ts";

/** Where the comments of a pull request are. */
export interface GitHubPlace {
  /** For example `https://api.github.com`. */
  readonly api: string;
  readonly graphql: string;
  /** `OWNER/NAME`. */
  readonly repository: string;
  readonly pullRequest: number;
  readonly token: string;
}

const commentPage = z.array(
  z.object({ id: z.number(), body: z.nullish(z.string()), user: z.nullish(z.object({ login: z.string() })) }),
);

const viewer = z.object({ data: z.object({ viewer: z.object({ login: z.string() }) }) });

/** The comments of a pull request on GitHub. */
export function gitHub(place: GitHubPlace, http: ForgeHttp): Forge {
  const { api, repository, pullRequest } = place;
  const comments = `${api}/repos/${repository}/issues`;
  const ask = (request: Omit<ForgeRequest, "headers">): ReturnType<typeof askForge> =>
    askForge("GitHub", { ...request, headers: headersOf(place.token) }, http);
  return {
    name: "GitHub",
    comments: async () => {
      const found: z.output<typeof commentPage>[number][] = [];
      let url: string | undefined = `${comments}/${pullRequest}/comments?per_page=100`;
      while (url !== undefined) {
        const response = await ask({ method: "GET", url });
        const page = z.safeParse(commentPage, response.body);
        if (!page.success) throw new ForgeFailure("GitHub", "unexpected", response.status);
        found.push(...page.data);
        url = nextPage(response, url);
      }
      const marked = found.some(({ body }) => body?.startsWith("<!--"));
      const login = marked ? await ownLogin(place, http) : undefined;
      return found.map(
        ({ id, body, user }): ForgeComment => ({ id, body: body ?? "", own: user?.login === login }),
      );
    },
    create: async (body) =>
      void (await ask({ method: "POST", url: `${comments}/${pullRequest}/comments`, body: { body } })),
    update: async (id, body) =>
      void (await ask({ method: "PATCH", url: `${comments}/comments/${id}`, body: { body } })),
  };
}

/** Who we are: the token of a workflow may not read `/user`, but GraphQL tells it. */
async function ownLogin({ graphql, token }: GitHubPlace, http: ForgeHttp): Promise<string> {
  const body = { query: "query { viewer { login } }" };
  const headers = headersOf(token);
  // A query changes nothing, although it is a POST.
  const request = { method: "POST", url: graphql, headers, body, retryable: true } as const;
  const response = await askForge("GitHub", request, http);
  const parsed = z.safeParse(viewer, response.body);
  if (!parsed.success) throw new ForgeFailure("GitHub", "unexpected", response.status);
  return parsed.data.data.viewer.login;
}

function headersOf(token: string): Readonly<Record<string, string>> {
  return {
    accept: "application/vnd.github+json",
    authorization: `Bearer ${token}`,
    "x-github-api-version": "2022-11-28",
    "user-agent": "compshare-images",
  };
}
