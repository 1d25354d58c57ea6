import * as z from "zod/mini";
import type { ForgeHttp, ForgeRequest } from "../forge-http.ts";
import { askForge, nextPage } from "./ask-forge.ts";
import type { Forge, ForgeComment } from "./forge.ts";
import { ForgeFailure } from "./forge-failure.ts";

/** Where the notes of a merge request are. */
export interface GitLabPlace {
  /** For example `https://gitlab.com/api/v4`. */
  readonly api: string;
  /** ID of the project, or its path. */
  readonly project: string;
  readonly mergeRequest: number;
  readonly token: string;
}

const notePage = z.array(
  z.object({ id: z.number(), body: z.string(), author: z.object({ id: z.number() }) }),
);

const user = z.object({ id: z.number() });

/** The notes of a merge request on GitLab. */
export function gitLab({ api, project, mergeRequest, token }: GitLabPlace, http: ForgeHttp): Forge {
  const notes = `${api}/projects/${encodeURIComponent(project)}/merge_requests/${mergeRequest}/notes`;
  const headers = { "private-token": token, "user-agent": "compshare-images" };
  const ask = (request: Omit<ForgeRequest, "headers">): ReturnType<typeof askForge> =>
    askForge("GitLab", { ...request, headers }, http);
  const read = async <Value>(
    url: string,
    schema: z.ZodMiniType<Value>,
  ): Promise<{ readonly value: Value; readonly next: string | undefined }> => {
    const response = await ask({ method: "GET", url });
    const parsed = z.safeParse(schema, response.body);
    if (!parsed.success) throw new ForgeFailure("GitLab", "unexpected", response.status);
    return { value: parsed.data, next: nextPage(response, url) };
  };
  return {
    name: "GitLab",
    comments: async () => {
      const own = (await read(`${api}/user`, user)).value.id;
      const found: ForgeComment[] = [];
      let url: string | undefined = `${notes}?per_page=100`;
      while (url !== undefined) {
        const { value, next }: Awaited<ReturnType<typeof read<z.output<typeof notePage>>>> = await read(
          url,
          notePage,
        );
        found.push(...value.map(({ id, body, author }) => ({ id, body, own: author.id === own })));
        url = next;
      }
      return found;
    },
    create: async (body) => void (await ask({ method: "POST", url: notes, body: { body } })),
    update: async (id, body) => void (await ask({ method: "PUT", url: `${notes}/${id}`, body: { body } })),
  };
}
