import { once } from "node:events";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { createServer, type RequestListener, type Server } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "@jest/globals";
import { download } from "../../../../tools/engine/download.ts";
import { startBlackHole } from "../../../support/faults/black-hole.ts";
import { listeningPort } from "../../../support/listening-port.ts";

const limits = { connect: 500, headers: 500, body: 500 };
const servers: Server[] = [];
let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "compshare-download-"));
});

afterEach(async () => {
  for (const server of servers.splice(0)) {
    server.closeAllConnections();
    server.close();
  }
  await rm(folder, { recursive: true });
});

async function serve(listener: RequestListener): Promise<string> {
  const server = createServer(listener);
  servers.push(server);
  await once(server.listen(0, "127.0.0.1"), "listening");
  return `http://127.0.0.1:${listeningPort(server)}`;
}

test("a file is stored, its SHA-256 given, and its size told while it comes", async () => {
  const address = await serve((_, response) => response.writeHead(200, { "content-length": 3 }).end("abc"));
  const seen: unknown[] = [];
  const sum = await download(address, join(folder, "file"), (...progress) => seen.push(progress), limits);
  expect(sum).toBe("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  expect(await readFile(join(folder, "file"), "utf8")).toBe("abc");
  expect(seen).toEqual([[3, 3]]);
});

test("a redirect is followed, as GitHub's releases need it", async () => {
  const target = await serve((_, response) => response.end("abc"));
  const address = await serve((_, response) => response.writeHead(302, { location: `${target}/file` }).end());
  expect(await download(address, join(folder, "file"), () => undefined, limits)).toMatch(/^ba7816bf/);
});

test("a server that takes no connection is given up at the limit for connecting", async () => {
  const blackHole = await startBlackHole();
  const address = `http://127.0.0.1:${blackHole.port}`;
  await expect(download(address, join(folder, "file"), () => undefined, limits)).rejects.toThrow(
    `127.0.0.1:${blackHole.port}: UND_ERR_CONNECT_TIMEOUT`,
  );
  blackHole.close();
});

test.each<[string, string, RequestListener]>([
  ["no headers come", "UND_ERR_HEADERS_TIMEOUT", () => undefined],
  ["the body stops", "UND_ERR_BODY_TIMEOUT", (_, response) => response.write("abc")],
  ["the file is not there", "HTTP 404", (_, response) => response.writeHead(404).end()],
])("when %s the error is %s and names the host", async (_, reason, listener) => {
  const address = await serve(listener);
  await expect(download(address, join(folder, "file"), () => undefined, limits)).rejects.toMatchObject({
    message: `${new URL(address).host}: ${reason}`,
  });
});
