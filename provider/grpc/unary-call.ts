import type { IncomingHttpHeaders, OutgoingHttpHeaders, ServerHttp2Stream } from "node:http2";
import { readTimeout } from "./grpc-timeout.ts";
import { compressed, createMessageCollector } from "./message-frames.ts";
import { StatusError, status } from "./status-error.ts";

/** HTTP/2's code for a stream that is closed although nothing is wrong. */
const noError = 0;

/** How long a client may go on sending what nobody wants any more. */
const patienceMs = 500;

/** A method of a service: the bytes of a request in, the frame of a response out. */
export type UnaryMethod = (request: Buffer, signal: AbortSignal) => Promise<Uint8Array>;

/** Methods by their path. */
export type Methods = ReadonlyMap<string, UnaryMethod>;

/** Serves a stream that a client has opened. */
export function serveStream(stream: ServerHttp2Stream, headers: IncomingHttpHeaders, methods: Methods): void {
  // An error of a stream ends that stream; without a listener it would end the process.
  stream.on("error", () => undefined);
  if (headers[":method"] !== "POST") return refuse(stream, { ":status": 405, allow: "POST" });
  if (!/^application\/grpc(\+proto)?\s*(;|$)/i.test(headers["content-type"] ?? ""))
    return refuse(stream, { ":status": 415 });
  const method = methods.get(headers[":path"] ?? "");
  if (method === undefined) return refuse(stream, statusHeaders(notImplemented()));
  const encoding = headers["grpc-encoding"] ?? "identity";
  if (encoding !== "identity")
    return refuse(stream, { ...statusHeaders(compressed()), "grpc-accept-encoding": "identity" });
  const timeout = headers["grpc-timeout"];
  const timeoutMs = timeout === undefined ? undefined : readTimeout(String(timeout));
  if (Number.isNaN(timeoutMs))
    return refuse(stream, statusHeaders(new StatusError(status.INTERNAL, "grpc-timeout is malformed")));
  serveCall(stream, timeoutMs, method);
}

/** The status of calls that the plugin does not have. */
function notImplemented(): StatusError {
  return new StatusError(status.UNIMPLEMENTED, "the CompShare provider does not implement this call");
}

/** Ends a call with the response of the method, or with a status as soon as there cannot be one. */
function serveCall(stream: ServerHttp2Stream, timeoutMs: number | undefined, method: UnaryMethod): void {
  const gone = new AbortController();
  const collector = createMessageCollector();
  let open = true;
  const settle = (reply: () => void): void => {
    if (!open) return;
    open = false;
    clearTimeout(timer);
    try {
      if (!stream.destroyed && !stream.closed) reply();
    } catch {
      // The connection went away under the reply.
      stream.destroy();
    }
  };
  const fail = (error: unknown): void => settle(() => refuse(stream, statusHeaders(error)));
  const timer =
    timeoutMs === undefined
      ? undefined
      : setTimeout(() => {
          fail(new StatusError(status.DEADLINE_EXCEEDED, "the caller's deadline has passed"));
          gone.abort();
        }, timeoutMs);
  stream.on("data", (piece: Buffer) => {
    try {
      if (open) collector.push(piece);
    } catch (error) {
      fail(error);
    }
  });
  stream.on("end", () => {
    if (!open) return;
    const frameOfResponse = async (): Promise<Uint8Array> => method(collector.finish(), gone.signal);
    frameOfResponse().then((frame) => settle(() => respond(stream, frame)), fail);
  });
  // Comes after every end of a stream: the client has reset it, its connection is gone, or all has been sent.
  stream.on("close", () => {
    if (open) gone.abort();
    settle(() => undefined);
  });
}

function respond(stream: ServerHttp2Stream, frame: Uint8Array): void {
  stream.on("wantTrailers", () => stream.sendTrailers({ "grpc-status": "0" }));
  stream.respond({ ":status": 200, "content-type": "application/grpc" }, { waitForTrailers: true });
  stream.end(frame);
}

/**
 * An error is one frame of headers. A client that is still sending is read to nothing and in the end told to stop; not at
 * once, since Node 26 lets that overtake the headers.
 */
function refuse(stream: ServerHttp2Stream, headers: OutgoingHttpHeaders): void {
  stream.respond(headers, { endStream: true });
  stream.resume();
  if (stream.readableEnded) return;
  const timer = setTimeout(() => stream.close(noError), patienceMs);
  stream.once("close", () => clearTimeout(timer));
}

function statusHeaders(error: unknown): OutgoingHttpHeaders {
  // What is no status is a fault of ours, and nobody knows what its text quotes.
  const { code, details } =
    error instanceof StatusError ? error : new StatusError(status.INTERNAL, "the call failed unexpectedly");
  return {
    ":status": 200,
    "content-type": "application/grpc",
    "grpc-status": String(code),
    // Clients undo percent-encoding, and none of them minds the marks that encodeURI leaves as they are.
    "grpc-message": encodeURI(details.toWellFormed()),
  };
}
