import { once } from "node:events";
import { createServer, type Socket } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import { TLSSocket } from "node:tls";
import { listeningPort } from "../listening-port.ts";
import type { Certificate } from "../ucloud/issued-certificate.ts";
import {
  honest,
  type Opening,
  type SecuredOpening,
  type ServerScript,
  type Step,
  type Wire,
} from "./scenario.ts";

/** Certificates for the ways in which a connection can begin. */
export type Certificates = Readonly<Record<SecuredOpening, Certificate>>;

/** A server that misbehaves as a scenario says. */
export interface FaultServer {
  readonly port: number;
  /** The forms that arrived, in order. */
  readonly forms: readonly string[];
  /** Begins to count, and to misbehave. */
  begin(): void;
  close(): void;
}

/** Starts a server on loopback; until it is told to begin it is honest. */
export async function startFaultServer(
  { openings = ["plain"], steps = [honest] }: ServerScript,
  certificates: Certificates,
  strayAddress: string,
): Promise<FaultServer> {
  const sockets = new Set<Socket>();
  const forms: string[] = [];
  let begun = false;
  let connections = 0;

  const nth = <One>(list: readonly One[], index: number): One | undefined =>
    list[Math.min(index, list.length - 1)];

  async function respond(socket: Socket, form: string): Promise<void> {
    const step: Step = (begun ? nth(steps, forms.length) : undefined) ?? honest;
    if (begun) forms.push(form);
    const wires = typeof step === "function" ? step({ form: new URLSearchParams(form), strayAddress }) : step;
    for (const wire of wires) {
      if (socket.destroyed) return;
      await perform(socket, wire);
    }
  }

  const server = createServer((raw) => {
    sockets.add(raw.on("error", () => undefined));
    const opening: Opening = nth(openings, connections) ?? "plain";
    connections += 1;
    if (opening === "hang") return;
    if (opening === "no TLS") {
      raw.once("data", () => raw.end("HTTP/1.1 400 Bad Request\r\n\r\n"));
      return;
    }
    if (opening === "reset") {
      raw.resetAndDestroy();
      return;
    }
    const socket = opening === "plain" ? raw : secured(raw, certificates[opening]);
    readForms(socket, (form) => void respond(socket, form));
  });
  await once(server.listen(0, "127.0.0.1"), "listening");
  return {
    port: listeningPort(server),
    forms,
    begin: () => {
      begun = true;
    },
    close: () => {
      server.close();
      for (const socket of sockets) socket.destroy();
    },
  };
}

function secured(raw: Socket, certificate: Certificate): Socket {
  // A server would refuse weak keys of its own too.
  const options = { isServer: true, ciphers: "DEFAULT@SECLEVEL=0", ...certificate };
  return new TLSSocket(raw, options).on("error", () => undefined);
}

/** Calls back with each form that arrives: what follows the headers, as long as they say. */
function readForms(socket: Socket, found: (form: string) => void): void {
  let text = "";
  socket.on("data", (bytes: Buffer) => {
    text += bytes.toString("latin1");
    for (;;) {
      const end = text.indexOf("\r\n\r\n");
      const length = Number(/content-length: (\d+)/i.exec(text.slice(0, Math.max(end, 0)))?.[1]);
      if (end < 0 || !(text.length >= end + 4 + length)) return;
      found(text.slice(end + 4, end + 4 + length));
      text = text.slice(end + 4 + length);
    }
  });
}

async function perform(socket: Socket, wire: Wire): Promise<void> {
  if (wire === "hang") return;
  if (wire === "end") socket.end();
  else if (wire === "reset") resetOf(socket);
  else if ("wait" in wire) await sleep(wire.wait);
  else if ("send" in wire) await new Promise<void>((done) => socket.write(wire.send, () => done()));
  else if ("drip" in wire) {
    while (!socket.destroyed) {
      socket.write(wire.drip);
      await sleep(wire.everyMs);
    }
  } else {
    const bytes = Buffer.from(wire.flood.repeat(10_000));
    while (!socket.destroyed) await new Promise<void>((done) => socket.write(bytes, () => done()));
  }
}

function resetOf(socket: Socket): void {
  if (socket instanceof TLSSocket) socket.destroy();
  else socket.resetAndDestroy();
}
