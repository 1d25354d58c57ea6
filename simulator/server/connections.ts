import type { Server } from "node:http";
import type { Socket } from "node:net";

export interface Connections {
  /** How many were opened so far; those that carried remote control do not count. */
  readonly count: () => number;
  readonly idOf: (socket: Socket) => number;
  readonly leaveOut: (socket: Socket) => void;
}

export function countConnections(server: Server): Connections {
  const ids = new WeakMap<Socket, number>();
  const leftOut = new WeakSet<Socket>();
  let opened = 0;
  let controls = 0;
  server.on("connection", (socket: Socket) => {
    opened += 1;
    ids.set(socket, opened);
  });
  return {
    count: () => opened - controls,
    idOf: (socket) => ids.get(socket) ?? 0,
    leaveOut: (socket) => {
      if (leftOut.has(socket)) return;
      leftOut.add(socket);
      controls += 1;
    },
  };
}
