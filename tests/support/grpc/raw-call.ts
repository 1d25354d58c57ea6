import {
  type ClientHttp2Session,
  type ClientHttp2Stream,
  type ClientSessionOptions,
  connect,
  type IncomingHttpHeaders,
} from "node:http2";
import { ConfigureRequest } from "@pulumi/pulumi/proto/provider_pb.js";
import { Struct } from "google-protobuf/google/protobuf/struct_pb.js";
import type { Plugin } from "../plugin/plugin.ts";
import type { Members } from "../plugin/plugin-calls.ts";

/** What came of a call, as it was on the wire. */
export interface RawResult {
  readonly headers: IncomingHttpHeaders;
  /** Whether the headers were the end of the stream. */
  readonly headersOnly: boolean;
  readonly trailers: IncomingHttpHeaders;
  readonly body: Buffer;
  /** HTTP/2's code if the stream was reset, 0 otherwise. */
  readonly reset: number;
}

/** What is sent in a call. */
export interface RawCall {
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** Pieces of the body, one frame of data each. */
  readonly pieces?: readonly Uint8Array[];
  /** Whether the stream stays open behind them. @default false */
  readonly open?: boolean;
}

/** The port at which a plugin listens. */
export function portOf(plugin: Plugin): number {
  return Number(plugin.stdout());
}

/** A message behind its head. */
export function frame(message: Uint8Array = new Uint8Array()): Buffer {
  const head = Buffer.alloc(5);
  head.writeUInt32BE(message.length, 1);
  return Buffer.concat([head, message]);
}

/** Connects. An error of the connection shows in the calls. */
export function connectTo(plugin: Plugin, options: ClientSessionOptions = {}): ClientHttp2Session {
  const session = connect(`http://127.0.0.1:${portOf(plugin)}`, options);
  return session.on("error", () => undefined);
}

/** Opens the stream of a call and sends nothing but its headers. */
export function openCall(
  session: ClientHttp2Session,
  { method = "GetPluginInfo", headers = {} }: RawCall,
): ClientHttp2Stream {
  const stream = session.request({
    ":method": "POST",
    ":path": method.startsWith("/") ? method : `/pulumirpc.ResourceProvider/${method}`,
    "content-type": "application/grpc",
    te: "trailers",
    ...headers,
  });
  return stream.on("error", () => undefined);
}

/** Makes a call; what came of it once its stream has ended. */
export async function rawCall(session: ClientHttp2Session, call: RawCall = {}): Promise<RawResult> {
  const stream = openCall(session, call);
  const result = resultOf(stream);
  for (const piece of call.pieces ?? [frame()]) await new Promise((sent) => stream.write(piece, sent));
  if (call.open !== true) stream.end();
  return result;
}

/** What comes of a call whose stream is open. */
export function resultOf(stream: ClientHttp2Stream): Promise<RawResult> {
  let headers: IncomingHttpHeaders = {};
  let trailers: IncomingHttpHeaders = {};
  let headersOnly = false;
  const body: Buffer[] = [];
  stream.on("response", (received, flags) => {
    headers = received;
    headersOnly = (flags & 1) !== 0;
  });
  stream.on("trailers", (received) => {
    trailers = received;
  });
  stream.on("data", (piece: Buffer) => body.push(piece)).resume();
  return new Promise((resolve) => {
    stream.on("close", () =>
      resolve({ headers, headersOnly, trailers, body: Buffer.concat(body), reset: stream.rstCode ?? 0 }),
    );
  });
}

/** The status that a call ended with; NaN if it ended without one. */
export function statusIn({ headers, trailers }: RawResult): number {
  return Number(trailers["grpc-status"] ?? headers["grpc-status"] ?? Number.NaN);
}

/** Configures the provider of a connection. */
export async function configureOver(session: ClientHttp2Session, inputs: Members): Promise<void> {
  const request = new ConfigureRequest().setArgs(Struct.fromJavaScript({ ...inputs }));
  const result = await rawCall(session, { method: "Configure", pieces: [frame(request.serializeBinary())] });
  if (statusIn(result) !== 0)
    throw new Error(`the provider was not configured: ${JSON.stringify(result.headers)}`);
}
