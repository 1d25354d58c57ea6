import { afterEach, beforeEach, describe, expect, test } from "@jest/globals";
import { type ForgeHttp, systemForgeHttp } from "../../../../cli/forge-http.ts";
import type { Forge } from "../../../../cli/forges/forge.ts";
import { ForgeFailure } from "../../../../cli/forges/forge-failure.ts";
import { gitHub } from "../../../../cli/forges/github.ts";
import { gitLab } from "../../../../cli/forges/gitlab.ts";
import { markerOf, postComment } from "../../../../cli/forges/post-comment.ts";
import { type ForgeServer, forgeToken, startForgeServer } from "../../../support/cli/forge-server.ts";

let server: ForgeServer;
let waits: number[];
beforeEach(async () => {
  server = await startForgeServer();
  waits = [];
});
afterEach(() => server.close());

/** Real HTTP on a clock of the test's own. */
function http(): ForgeHttp {
  return {
    ...systemForgeHttp(new AbortController().signal),
    now: () => 1_000_000,
    wait: async (milliseconds) => void waits.push(milliseconds),
  };
}

const forges: Readonly<Record<string, (token?: string) => Forge>> = {
  GitHub: (token = forgeToken) =>
    gitHub(
      { api: server.url, graphql: `${server.url}/graphql`, repository: "acme/shop", pullRequest: 12, token },
      http(),
    ),
  GitLab: (token = forgeToken) =>
    gitLab({ api: server.url, project: "acme/shop", mergeRequest: 12, token }, http()),
};

const marker = markerOf("shop", "dev");
const wanted = { marker, text: "### images\n\nmoved\n", needed: true };
const writes = (): string[] =>
  server.requests.filter((line) => /^(PATCH|PUT|POST)/.test(line) && !line.includes("graphql"));

async function failure(run: Promise<unknown>): Promise<ForgeFailure> {
  const error = await run.then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  if (!(error instanceof ForgeFailure)) throw new Error("no ForgeFailure");
  return error;
}

describe.each(Object.keys(forges))("%s", (name) => {
  const forge = (token?: string): Forge => {
    const make = forges[name];
    if (make === undefined) throw new Error(name);
    return make(token);
  };

  test("the first report is a new comment, which begins with its marker", async () => {
    expect(await postComment(wanted, forge())).toBe("created");
    expect(server.comments).toEqual([
      { id: 1, body: `${marker}\n### images\n\nmoved\n`, login: "github-actions[bot]" },
    ]);
  });

  test("an equal report sends nothing, and another one changes the comment", async () => {
    await postComment(wanted, forge());
    server.requests.length = 0;
    expect(await postComment(wanted, forge())).toBe("equal");
    expect(writes()).toEqual([]);
    expect(await postComment({ ...wanted, text: "other", needed: false }, forge())).toBe("updated");
    expect(server.comments.map(({ body }) => body)).toEqual([`${marker}\nother`]);
  });

  test("without changes no comment is begun", async () => {
    expect(await postComment({ ...wanted, needed: false }, forge())).toBe("notNeeded");
    expect(server.comments).toEqual([]);
  });

  test("the own comment is found on the third page, and a stranger's copy of the marker is left alone", async () => {
    const stranger = (index: number) => ({
      id: index,
      body: index % 50 === 0 ? `${marker}\nstolen` : `talk ${index}`,
      login: "mallory",
    });
    server.comments.push(...Array.from({ length: 230 }, (_, index) => stranger(index + 1)));
    server.comments.push({ id: 231, body: `quoting ${marker}`, login: "github-actions[bot]" });
    server.comments.push({ id: 232, body: `${marker}\nbefore`, login: "github-actions[bot]" });
    server.comments.push(...Array.from({ length: 20 }, (_, index) => stranger(index + 233)));
    expect(await postComment(wanted, forge())).toBe("updated");
    expect(server.comments[231]?.body).toBe(`${marker}\n### images\n\nmoved\n`);
    expect(server.comments.filter(({ body }) => body.endsWith("stolen"))).toHaveLength(5);
    expect(
      server.requests.filter((line) => line.startsWith("GET") && line.includes("per_page=100")),
    ).toHaveLength(3);
  });

  test("comments of other stacks are other comments", async () => {
    await postComment(wanted, forge());
    await postComment({ ...wanted, marker: markerOf("shop", "prod") }, forge());
    expect(server.comments).toHaveLength(2);
  });

  test.each([
    [401, "refused"],
    [403, "refused"],
    [404, "missing"],
    [302, "unexpected"],
    [422, "unexpected"],
  ])("status %i is %s, at once, and says nothing of the token or the response", async (status, reason) => {
    server.faults.push({ status, headers: { location: "http://127.0.0.1:1/" } });
    const error = await failure(postComment(wanted, forge()));
    expect(error.reason).toBe(reason);
    expect(waits).toEqual([]);
    expect(JSON.stringify([error.text, error.message, error.stack])).not.toContain(forgeToken);
  });

  test("a fault of the server passes: reading is retried, and the comment is written once", async () => {
    server.faults.push({ status: 502 }, { status: 503 });
    expect(await postComment(wanted, forge())).toBe("created");
    expect(waits).toEqual([1000, 2000]);
    expect(server.comments).toHaveLength(1);
  });

  test("a comment that was written although the response failed is not written twice", async () => {
    // The reads go through, then the POST is carried out and its response fails.
    const original = forge();
    const once: Forge = {
      ...original,
      create: async (body) => {
        server.faults.push({ status: 502, carriedOut: true });
        await original.create(body);
      },
    };
    expect(await postComment(wanted, once)).toBe("created");
    expect(server.comments).toHaveLength(1);
  });

  test("a server that stays down is said after four attempts", async () => {
    server.faults.push(...Array.from({ length: 8 }, () => ({ status: 500 })));
    expect((await failure(postComment(wanted, forge()))).reason).toBe("unavailable");
    expect(server.requests).toHaveLength(4);
  });

  test("a rate limit that ends within a minute is waited for, and a longer one is said", async () => {
    server.faults.push({ status: 429, headers: { "retry-after": "7" } });
    server.faults.push({
      status: 403,
      headers: { "x-ratelimit-remaining": "0", "x-ratelimit-reset": "1030" },
    });
    expect(await postComment(wanted, forge())).toBe("created");
    expect(waits).toEqual([7000, 30_000]);
    server.faults.push({
      status: 403,
      headers: { "x-ratelimit-remaining": "0", "x-ratelimit-reset": "4600" },
    });
    expect((await failure(postComment(wanted, forge()))).reason).toBe("rateLimit");
  });

  test("a wrong token is refused, is not retried and is not shown", async () => {
    const error = await failure(postComment(wanted, forge("wrong-token-1234567890")));
    expect(error.reason).toBe("refused");
    expect(server.requests).toHaveLength(1);
    expect(waits).toEqual([]);
    expect(JSON.stringify([error.text, error.message, error.stack])).not.toContain("wrong-token");
  });
});

test("a marker cannot be ended by the name of a project", () => {
  expect(markerOf("a-->b", "d-e/v")).toBe("<!-- compshare-images report a%2D%2D%3Eb/d%2De%2Fv -->");
  expect(markerOf(undefined, undefined)).toBe("<!-- compshare-images report annotations -->");
});

test("a forge that cannot be reached is unavailable", async () => {
  await server.close();
  const error = await failure(
    postComment(
      wanted,
      gitLab({ api: server.url, project: "a", mergeRequest: 1, token: forgeToken }, http()),
    ),
  );
  expect(error.reason).toBe("unavailable");
  server = await startForgeServer();
});
