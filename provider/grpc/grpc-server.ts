import type { ServerHttp2Session } from "node:http2";
import type { Listener } from "./listen.ts";
import { framed, frameHead } from "./message-frames.ts";
import { type Methods, serveStream, type UnaryMethod } from "./unary-call.ts";
import { decode, encode, type Fields, type Message, type Received, type Sent } from "./wire-message.ts";

/** A method by its request and its response. */
export function unary<Request extends Fields, Response extends Fields>(
  request: Message<Request>,
  response: Message<Response>,
  handle: (
    request: Received<Message<Request>>,
    signal: AbortSignal,
  ) => Sent<Message<Response>> | Promise<Sent<Message<Response>>>,
): UnaryMethod {
  return async (bytes, signal) =>
    framed(encode(response, await handle(decode(request, bytes), signal), frameHead));
}

/** What is served over one connection. */
export interface Served {
  readonly methods: Methods;
  /** The connection has ended. */
  readonly close: () => void;
}

/** Serves methods over HTTP/2 without TLS to those who connect; gives what is needed to end every call and stop listening. */
export function serveMethods({ server: listener }: Listener, connected: () => Served): () => void {
  const sessions = new Set<ServerHttp2Session>();
  // Not imported, so that it is loaded here and not before the port is known.
  const server = process.getBuiltinModule("node:http2").createServer({
    // A large message counts as memory of its session, and then new calls would be refused.
    maxSessionMemory: Number.MAX_SAFE_INTEGER,
    // An engine that is interrupted resets all of its calls at once; that is no attack.
    streamResetBurst: 100_000,
    streamResetRate: 10_000,
  });
  server.on("session", (session) => {
    const { methods, close } = connected();
    sessions.add(session);
    session.on("stream", (stream, headers) => serveStream(stream, headers, methods));
    session.on("close", () => {
      sessions.delete(session);
      close();
    });
  });
  listener.on("connection", (socket) => server.emit("connection", socket));
  return () => {
    listener.close();
    for (const session of sessions) session.destroy();
  };
}
