import { once } from "node:events";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { listeningPort } from "../listening-port.ts";

/** A comment as a forge keeps it. */
export interface StoredComment {
  readonly id: number;
  body: string;
  readonly login: string;
}

/** A response that comes in place of the next one. */
export interface Fault {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  /** Whether the request is carried out all the same, as when a proxy fails behind the forge. */
  readonly carriedOut?: boolean;
}

/** A forge on loopback: the part of the interfaces of GitHub and GitLab that comments need. */
export interface ForgeServer {
  readonly url: string;
  readonly comments: StoredComment[];
  /** `METHOD PATH` of each request that came. */
  readonly requests: string[];
  /** What comes in place of the next responses. */
  readonly faults: Fault[];
  readonly close: () => Promise<void>;
}

/** The only token that it takes, and who that is. */
export const forgeToken = "forge-token-5f1e9c2ab37d";
const owner = { id: 7, login: "github-actions[bot]" };

/** GitHub refuses longer bodies. */
const longestBody = 65_536;

export async function startForgeServer(): Promise<ForgeServer> {
  const comments: StoredComment[] = [];
  const requests: string[] = [];
  const faults: Fault[] = [];
  const server = createServer((request, response) => {
    void readText(request).then((text) => {
      requests.push(`${request.method} ${request.url}`);
      const fault = faults.shift();
      if (fault === undefined || fault.carriedOut === true) {
        const result = respond(request, text, comments);
        if (fault === undefined) return send(response, result);
      }
      return send(response, {
        status: fault.status,
        headers: fault.headers ?? {},
        body: quoting(request),
      });
    });
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const port = listeningPort(server);
  return {
    url: `http://127.0.0.1:${port}`,
    comments,
    requests,
    faults,
    close: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, "close");
    },
  };
}

interface Result {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body: unknown;
}

function respond(request: IncomingMessage, text: string, comments: StoredComment[]): Result {
  const { authorization, "private-token": privateToken, host } = request.headers;
  if (authorization !== `Bearer ${forgeToken}` && privateToken !== forgeToken)
    return { status: 401, body: quoting(request) };
  const url = new URL(request.url ?? "/", `http://${host}`);
  if (url.pathname === "/graphql") return { status: 200, body: { data: { viewer: { login: owner.login } } } };
  if (url.pathname === "/user") return { status: 200, body: owner };
  const list =
    /^\/repos\/acme\/shop\/issues\/12\/comments$|^\/projects\/acme%2Fshop\/merge_requests\/12\/notes$/.test(
      url.pathname,
    );
  const one =
    /^\/repos\/acme\/shop\/issues\/comments\/(\d+)$|^\/projects\/acme%2Fshop\/merge_requests\/12\/notes\/(\d+)$/.exec(
      url.pathname,
    );
  if (list && request.method === "GET") return page(url, comments);
  const { body = "" }: { body?: string } = text === "" ? {} : JSON.parse(text);
  if (body.length > longestBody) return { status: 422, body: { message: "Body is too long" } };
  if (list && request.method === "POST") {
    const comment = { id: comments.length + 1, body, login: owner.login };
    comments.push(comment);
    return { status: 201, body: shown(comment) };
  }
  const found = comments.find(({ id }) => String(id) === (one?.[1] ?? one?.[2]));
  if (found === undefined) return { status: 404, body: { message: "Not Found" } };
  found.body = body;
  return { status: 200, body: shown(found) };
}

/** What a forge that fails or refuses responds quotes what was sent: whoever shows it shows the token. */
function quoting({ headers }: IncomingMessage): unknown {
  return { message: JSON.stringify(headers) };
}

/** 30 of a page unless asked otherwise, and at most 100. */
function page(url: URL, comments: readonly StoredComment[]): Result {
  const size = Math.min(100, Number(url.searchParams.get("per_page") ?? 30));
  const number = Number(url.searchParams.get("page") ?? 1);
  const next = new URL(url);
  next.searchParams.set("page", String(number + 1));
  const more = number * size < comments.length;
  return {
    status: 200,
    headers: more ? { link: `<${next.href}>; rel="next", <${next.href}>; rel="last"` } : {},
    body: comments.slice((number - 1) * size, number * size).map(shown),
  };
}

function shown({ id, body, login }: StoredComment): unknown {
  const user = { id: login === owner.login ? owner.id : 99, login };
  // Both forges keep line ends as browsers send them.
  return { id, body: body.replaceAll("\n", "\r\n"), user, author: user };
}

function send(response: ServerResponse, { status, headers = {}, body }: Result): void {
  response.writeHead(status, { "content-type": "application/json", ...headers });
  response.end(JSON.stringify(body));
}

async function readText(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(Buffer.from(chunk));
  return Buffer.concat(chunks).toString("utf8");
}
