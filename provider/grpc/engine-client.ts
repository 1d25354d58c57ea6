import type { ClientHttp2Session } from "node:http2";
import type { WriteLine } from "./engine-log.ts";
import { framed, frameHead } from "./message-frames.ts";
import { logRequest, logSeverity } from "./pulumi-messages.ts";
import { encode } from "./wire-message.ts";

/**
 * Writes lines to the engine at an address, past every proxy that the environment names. Nobody waits for a response. A
 * connection that has ended is made anew for the next line.
 */
export function connectLog(address: string): WriteLine {
  let session: ClientHttp2Session | undefined;
  return (severity, message, urn = "") => {
    if (session === undefined || session.closed || session.destroyed) session = openSession(address);
    const call = session.request({
      ":method": "POST",
      ":path": "/pulumirpc.Engine/Log",
      "content-type": "application/grpc",
      te: "trailers",
    });
    call.on("error", () => undefined);
    // The response has to be read for the stream to end.
    call.resume();
    call.end(framed(encode(logRequest, { severity: logSeverity[severity], message, urn }, frameHead)));
  };
}

function openSession(address: string): ClientHttp2Session {
  // Loaded by the server already, and not before the port is known.
  const session = process.getBuiltinModule("node:http2").connect(`http://${address}`);
  session.on("error", () => undefined);
  // A log keeps no process alive.
  session.unref();
  return session;
}
