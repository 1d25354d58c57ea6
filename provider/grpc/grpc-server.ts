import { createServer, type ServerHttp2Session } from "node:http2";
import type { AddressInfo } from "node:net";
import { framed, frameHead } from "./message-frames.ts";
import { answerStream, type Methods, type UnaryMethod } from "./unary-call.ts";
import { decode, encode, type Fields, type Message, type Received, type Sent } from "./wire-message.ts";

/** A server that listens. */
export interface Serving {
  readonly port: number;
  /** Ends every call and stops listening. */
  stop(): void;
}

/** A method by the messages that it takes and answers. */
export function unary<Request extends Fields, Response extends Fields>(
  request: Message<Request>,
  response: Message<Response>,
  answer: (
    request: Received<Message<Request>>,
    signal: AbortSignal,
  ) => Sent<Message<Response>> | Promise<Sent<Message<Response>>>,
): UnaryMethod {
  return async (bytes, signal) =>
    framed(encode(response, await answer(decode(request, bytes), signal), frameHead));
}

/** Serves methods over HTTP/2 without TLS on a free port of loopback. */
export async function serveMethods(methods: Methods): Promise<Serving> {
  const sessions = new Set<ServerHttp2Session>();
  const server = createServer({
    // A large message counts as memory of its session, and then new calls would be refused.
    maxSessionMemory: Number.MAX_SAFE_INTEGER,
    // An engine that is interrupted resets all of its calls at once; that is no attack.
    streamResetBurst: 100_000,
    streamResetRate: 10_000,
  });
  server.on("session", (session) => {
    sessions.add(session);
    session.on("close", () => sessions.delete(session));
  });
  server.on("stream", (stream, headers) => answerStream(stream, headers, methods));
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(0, "127.0.0.1", resolve);
  });
  // A connection that could not be taken must not end the others.
  server.on("error", () => undefined);
  const { port } = server.address() as AddressInfo;
  return {
    port,
    stop: () => {
      server.close();
      for (const session of sessions) session.destroy();
    },
  };
}
