import { once } from "node:events";
import { createReadStream, statSync } from "node:fs";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { pipeline } from "node:stream/promises";
import { listeningPort } from "../listening-port.ts";

/** The files of a release, by name: each is a file on disk or some bytes. */
export type Assets = Readonly<Record<string, string | Buffer>>;

/** A server on loopback that gives the files of a release away. */
export interface AssetServer {
  readonly port: number;
  readonly address: string;
  /** Paths that were asked for. */
  readonly requested: readonly string[];
  readonly close: () => Promise<void>;
}

/** Serves files at the root, as a mirror of a user's own does. */
export function startAssetServer(assets: Assets): Promise<AssetServer> {
  return startServer((path) => assets[path.slice(1)]);
}

/** Serves a release as GitHub's API does: its description by tag and as the newest, then the files by their numbers. */
export function startReleaseServer(
  repository: string,
  tag: string,
  assets: Assets,
  origin: () => string,
): Promise<AssetServer> {
  const names = Object.keys(assets);
  const base = `/repos/${repository}/releases`;
  return startServer((path) => {
    if (path === `${base}/tags/${tag}` || path === `${base}/latest`) {
      const described = names.map((name, id) => ({ name, url: `${origin()}${base}/assets/${id}` }));
      return Buffer.from(JSON.stringify({ tag_name: tag, assets: described }));
    }
    const [, id] = /\/releases\/assets\/(\d+)$/.exec(path) ?? [];
    const name = id === undefined ? undefined : names[Number(id)];
    return name === undefined ? undefined : assets[name];
  });
}

async function startServer(contentOf: (path: string) => string | Buffer | undefined): Promise<AssetServer> {
  const requested: string[] = [];
  const server = createServer((request, response) => {
    requested.push(request.url ?? "");
    void send(contentOf(request.url ?? ""), request, response);
  });
  await once(server.listen(0, "127.0.0.1"), "listening");
  const port = listeningPort(server);
  return {
    port,
    address: `http://127.0.0.1:${port}`,
    requested,
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

async function send(
  content: string | Buffer | undefined,
  _request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  if (content === undefined) {
    response.writeHead(404).end();
  } else if (typeof content === "string") {
    // The CLI wants to know the length beforehand.
    response.writeHead(200, { "content-length": statSync(content).size });
    await pipeline(createReadStream(content), response).catch(() => undefined);
  } else {
    response.writeHead(200, { "content-length": content.length }).end(content);
  }
}
