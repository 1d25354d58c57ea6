import { once } from "node:events";
import { connect } from "node:net";
import { createServer } from "node:tls";
import { listeningPort } from "../listening-port.ts";
import type { Certificate } from "./issued-certificate.ts";

/** A port at which a server on loopback speaks TLS. */
export interface TlsFront {
  readonly port: number;
  readonly close: () => void;
}

/** Takes TLS off whatever comes and hands it to a port of this machine. */
export async function startTlsFront(certificate: Certificate, port: number): Promise<TlsFront> {
  const server = createServer({ ...certificate }, (socket) => {
    const onward = connect(port, "127.0.0.1");
    socket.on("error", () => onward.destroy()).on("close", () => onward.destroy());
    onward.on("error", () => socket.destroy()).on("close", () => socket.destroy());
    socket.pipe(onward).pipe(socket);
  });
  server.on("tlsClientError", () => undefined);
  await once(server.listen(0, "127.0.0.1"), "listening");
  return { port: listeningPort(server), close: () => server.close() };
}
