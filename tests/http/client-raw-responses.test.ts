import { once } from "node:events";
import { createServer, type Socket } from "node:net";
import { afterEach, expect, test } from "@jest/globals";
import { listeningPort } from "../support/listening-port.ts";
import { messageOf, rejectionOf } from "../support/thrown.ts";
import { listImages, wireClient } from "../support/ucloud/wire-client.ts";

let end: () => void = () => undefined;

afterEach(() => end());

interface RawServer {
  readonly address: string;
  /** How many requests came. */
  readonly requests: () => number;
}

/** A server that responds to each request with bytes of its own, and then ends the connection if it is told to. */
async function startRaw(respond: (request: number) => string, thenEnd: boolean): Promise<RawServer> {
  const sockets = new Set<Socket>();
  let requests = 0;
  const server = createServer((socket) => {
    sockets.add(socket.on("error", () => undefined));
    socket.on("data", (bytes) => {
      // A form comes in one piece with its headers or right after them.
      if (!bytes.includes("Signature=")) return;
      requests += 1;
      socket.write(respond(requests));
      if (thenEnd) socket.end();
    });
  });
  await once(server.listen(0, "127.0.0.1"), "listening");
  end = () => {
    server.close();
    for (const socket of sockets) socket.destroy();
  };
  return { address: `127.0.0.1:${listeningPort(server)}`, requests: () => requests };
}

const fine = '{"RetCode":0,"Total":7}';
const sized = (body: string): string =>
  `HTTP/1.1 200 OK\r\ncontent-length: ${Buffer.byteLength(body)}\r\n\r\n${body}`;

test.each([
  ["that ends with its connection", `HTTP/1.1 200 OK\r\n\r\n${fine}`, true],
  ["of HTTP/1.0", `HTTP/1.0 200 OK\r\n\r\n${fine}`, true],
  [
    "in chunks",
    'HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n5\r\n{"Ret\r\n12\r\nCode":0,"Total":7}\r\n0\r\n\r\n',
    false,
  ],
  ["after a hint", `HTTP/1.1 103 Early Hints\r\nlink: </x>\r\n\r\n${sized(fine)}`, false],
  [
    "that says it is not compressed",
    sized(fine).replace("\r\n", "\r\ncontent-encoding: Identity\r\n"),
    false,
  ],
])("a response %s is read", async (_, response, thenEnd) => {
  const { address, requests } = await startRaw(() => response, thenEnd);
  expect(await listImages(wireClient(`http://${address}`))).toEqual({ Total: 7 });
  expect(requests()).toBe(1);
});

const broken = "NET_RESET: the connection broke before the response was complete";
const noHttp = "HTTP_PROTOCOL: the response is not HTTP; check `baseUrl`";

test.each([
  [
    "cut without a length",
    'HTTP/1.1 200 OK\r\n\r\n{"RetCode":0,"Image',
    2,
    "BODY_TRUNCATED: DescribeCompShareImages: the response ends in the middle, after 19 characters",
  ],
  [
    "cut within its length",
    `HTTP/1.1 200 OK\r\ncontent-length: 99\r\n\r\n${fine}`,
    4,
    `${broken} [UND_ERR_SOCKET]`,
  ],
  [
    "cut within a chunk",
    'HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n99\r\n{"Ret',
    4,
    `${broken} [UND_ERR_SOCKET]`,
  ],
  ["that never begins", "", 4, `${broken} [UND_ERR_SOCKET]`],
  ["with a length that is none", `HTTP/1.1 200 OK\r\ncontent-length: x\r\n\r\n${fine}`, 2, noHttp],
  [
    "with a header of 200 kB",
    `HTTP/1.1 200 OK\r\nx: ${"x".repeat(200_000)}\r\n\r\n${fine}`,
    1,
    "HTTP_REFUSED: the headers of the response are too large [UND_ERR_HEADERS_OVERFLOW]",
  ],
  [
    "compressed twice",
    sized(fine).replace("\r\n", "\r\ncontent-encoding: gzip, br\r\n"),
    1,
    "BODY_ENCODING: the response is compressed although that was not asked for",
  ],
])("a response %s is told", async (_, response, attempts, message) => {
  const { address, requests } = await startRaw(() => response, true);
  expect(messageOf(await rejectionOf(listImages(wireClient(`http://${address}`))))).toBe(message);
  expect(requests()).toBe(attempts);
});

test("a response that nobody asked for is never taken for that of the next call", async () => {
  const { address } = await startRaw(
    (request) => sized(`{"RetCode":0,"TotalCount":${request}}`) + sized('{"RetCode":0,"TotalCount":4711}'),
    false,
  );
  const client = wireClient(`http://${address}`);
  for (let call = 1; call <= 5; call += 1) {
    expect(await listImages(client)).toEqual({ TotalCount: call });
  }
});

test("a handshake that never ends takes about as long as a connection may", async () => {
  const { address } = await startRaw(() => "", false);
  const client = wireClient(`https://${address}`, { maxAttempts: 1 }, { connectTimeoutMs: 100 });
  const start = performance.now();
  const error = await rejectionOf(listImages(client));
  expect(messageOf(error)).toBe("NET_CONNECT: connecting took too long [UND_ERR_CONNECT_TIMEOUT]");
  // undici looks at such limits about once a second.
  expect(performance.now() - start).toBeLessThan(3500);
});
