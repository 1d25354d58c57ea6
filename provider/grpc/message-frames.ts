import { StatusError, status } from "./status-error.ts";

/** Bytes in front of a message: whether it is compressed, and its length. */
export const frameHead = 5;

/** Largest message in either direction, the engine's own limit. */
export const mostBytes = 400 * 1024 * 1024;

/** Takes the pieces of a stream and gives its one message. */
export interface MessageCollector {
  /** Throws as soon as it is known that the message cannot be taken. */
  push(piece: Buffer): void;
  /** The message, once the stream has ended. */
  finish(): Buffer;
}

/** Collects the one message of a unary request. Nothing is set aside for bytes that have only been announced. */
export function createMessageCollector(limit = mostBytes): MessageCollector {
  const pieces: Buffer[] = [];
  let received = 0;
  let expected: number | undefined;
  return {
    push: (piece) => {
      pieces.push(piece);
      received += piece.length;
      if (expected === undefined && received >= frameHead) expected = messageLength(pieces, limit);
      if (expected !== undefined && received > frameHead + expected)
        throw new StatusError(status.UNIMPLEMENTED, "the call takes one message, and there are more");
    },
    finish: () => {
      if (received === 0)
        throw new StatusError(status.UNIMPLEMENTED, "the call takes one message, and there is none");
      if (expected === undefined || received < frameHead + expected)
        throw new StatusError(status.INTERNAL, "the request ended before its message did");
      return Buffer.concat(pieces.splice(0), received).subarray(frameHead);
    },
  };
}

function messageLength(pieces: readonly Buffer[], limit: number): number {
  const head = pieces.length === 1 && pieces[0] !== undefined ? pieces[0] : Buffer.concat(pieces);
  if (head[0] !== 0) throw compressed();
  const length = head.readUInt32BE(1);
  if (length > limit)
    throw new StatusError(
      status.RESOURCE_EXHAUSTED,
      `the request has ${length} bytes, and ${limit} is the most`,
    );
  return length;
}

/** The status of a compressed message: the plugin is asked by programs of its own machine only. */
export function compressed(): StatusError {
  return new StatusError(status.UNIMPLEMENTED, "compressed messages are not supported");
}

/** Fills in the head of a message that was written behind as many free bytes. */
export function framed(bytes: Uint8Array): Uint8Array {
  new DataView(bytes.buffer, bytes.byteOffset).setUint32(1, bytes.length - frameHead);
  return bytes;
}
