import { type ClientHttp2Session, connect } from "node:http2";
import type { Members } from "../../provider/contract/members.ts";
import { tokenOf } from "../../provider/contract/tokens.ts";
import { createMessageCollector, framed, frameHead } from "../../provider/grpc/message-frames.ts";
import {
  configureRequest,
  configureResponse,
  empty,
  handshakeRequest,
  handshakeResponse,
  invokeRequest,
} from "../../provider/grpc/pulumi-messages.ts";
import { decode, encode, type Fields, type Message, type Sent } from "../../provider/grpc/wire-message.ts";

/** A client of a provider that costs next to nothing itself, as the engine's does. */
export interface LightClient {
  handshake(): Promise<unknown>;
  configure(inputs: Members): Promise<unknown>;
  /** Calls a function of the package; the response as it came, so that reading it is not measured. */
  invoke(name: string, inputs: Members): Promise<Buffer>;
  cancel(): Promise<unknown>;
  close(): void;
}

/** Connects to a provider on loopback. */
export function connectLightly(port: number): LightClient {
  const session = connect(`http://127.0.0.1:${port}`);
  session.on("error", () => undefined);
  async function call<Request extends Fields>(
    method: string,
    type: Message<Request>,
    request: Sent<Message<Request>>,
  ): Promise<Buffer> {
    return send(session, method, framed(encode(type, request, frameHead)));
  }
  return {
    handshake: async () =>
      decode(handshakeResponse, await call("Handshake", handshakeRequest, { engineAddress: "127.0.0.1:1" })),
    configure: async (args) => decode(configureResponse, await call("Configure", configureRequest, { args })),
    invoke: (name, args) => call("Invoke", invokeRequest, { tok: tokenOf(name), args }),
    cancel: () => call("Cancel", empty, {}),
    close: () => session.destroy(),
  };
}

function send(session: ClientHttp2Session, method: string, frame: Uint8Array): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const collector = createMessageCollector();
    let status: unknown;
    let details: unknown;
    const take = (headers: Readonly<Record<string, unknown>>): void => {
      status = headers["grpc-status"] ?? status;
      details = headers["grpc-message"] ?? details;
    };
    const stream = session.request({
      ":method": "POST",
      ":path": `/pulumirpc.ResourceProvider/${method}`,
      "content-type": "application/grpc",
      te: "trailers",
    });
    stream.on("response", take).on("trailers", take).on("error", reject);
    stream.on("data", (piece: Buffer) => collector.push(piece));
    stream.on("end", () => {
      if (status === "0") resolve(collector.finish());
      else reject(new Error(`${method} ended with status ${String(status)}: ${decodeURI(String(details))}`));
    });
    stream.end(frame);
  });
}
