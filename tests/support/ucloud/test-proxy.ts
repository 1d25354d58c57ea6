import { once } from "node:events";
import { createServer, type IncomingMessage, request as sendRequest } from "node:http";
import { connect } from "node:net";
import type { Duplex } from "node:stream";
import { listeningPort } from "../listening-port.ts";

/** A request as a proxy saw it: a tunnel's target or a whole address. */
export interface ProxiedRequest {
  readonly method: string | undefined;
  readonly target: string | undefined;
  readonly authorization: string | undefined;
}

/** A running proxy. */
export interface TestProxy {
  /** Host and port, without a scheme. */
  readonly address: string;
  readonly requests: readonly ProxiedRequest[];
  /** How many connections were opened to it. */
  readonly connections: () => number;
  readonly close: () => void;
}

/** A proxy on loopback that tunnels and forwards everything to one port, whatever name was asked for, or refuses everything with a status. */
export async function startProxy(port: number, refuseWith?: number): Promise<TestProxy> {
  const requests: ProxiedRequest[] = [];
  const sockets = new Set<Duplex>();
  let connections = 0;
  const note = ({ method, url, headers }: IncomingMessage): void => {
    requests.push({ method, target: url, authorization: headers["proxy-authorization"] });
  };
  const server = createServer((request, response) => {
    note(request);
    if (refuseWith !== undefined) {
      response.writeHead(refuseWith).end("refused");
      return;
    }
    const { method, headers } = request;
    const onward = sendRequest({ host: "127.0.0.1", port, method, headers, path: "/" }, (returned) => {
      response.writeHead(returned.statusCode ?? 502, returned.headers);
      returned.pipe(response);
    });
    request.pipe(onward);
  });
  server.on("connection", (socket) => {
    connections += 1;
    sockets.add(socket.on("error", () => undefined));
  });
  server.on("connect", (request: IncomingMessage, socket: Duplex) => {
    note(request);
    if (refuseWith !== undefined) {
      socket.end(`HTTP/1.1 ${refuseWith} Refused\r\ncontent-length: 0\r\n\r\n`);
      return;
    }
    const onward = connect(port, "127.0.0.1", () => {
      socket.write("HTTP/1.1 200 Connection established\r\n\r\n");
      onward.pipe(socket).pipe(onward);
    });
    sockets.add(onward.on("error", () => socket.destroy()));
  });
  await once(server.listen(0, "127.0.0.1"), "listening");
  const close = (): void => {
    server.close();
    for (const socket of sockets) socket.destroy();
  };
  return { address: `127.0.0.1:${listeningPort(server)}`, requests, connections: () => connections, close };
}
