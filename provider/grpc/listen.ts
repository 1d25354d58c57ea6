import { createServer, type Server } from "node:net";

/** A free port of loopback on which the system already takes connections. */
export interface Listener {
  readonly server: Server;
  readonly port: number;
}

const loopback = "127.0.0.1";

/**
 * Listens on a free port of loopback. The port can be told at once: what serves it is loaded while the engine connects,
 * and HTTP/2 takes longer to load than Node takes to listen.
 */
export async function listenOnLoopback(): Promise<Listener> {
  const quick = await listening(listenWithoutCluster).catch(() => undefined);
  return quick ?? (await listening((server) => server.listen(0, loopback)));
}

/**
 * Listens without what `listen` loads first: `node:cluster`, with child processes and datagrams, is a tenth of the time to
 * the first response. This is the method that `listen` calls in the end; Node keeps its name for those who wrap it, but does
 * not document it. If it is gone or does anything else than to listen on loopback, the documented way is taken.
 */
function listenWithoutCluster(server: Server): void {
  const method: unknown = Reflect.get(server, "_listen2");
  if (typeof method !== "function") throw new TypeError("this version of Node has no such method");
  Reflect.apply(method, server, [loopback, 0, 4, 511]);
}

function listening(start: (server: Server) => void): Promise<Listener> {
  const server = createServer();
  return new Promise((resolve, reject) => {
    server.once("error", reject);
    server.once("listening", () => {
      server.off("error", reject);
      const address = server.address();
      if (address === null || typeof address === "string" || address.address !== loopback) {
        server.close();
        reject(new TypeError("the server does not listen on loopback"));
        return;
      }
      // A connection that could not be taken must not end the others.
      server.on("error", () => undefined);
      resolve({ server, port: address.port });
    });
    start(server);
  });
}
