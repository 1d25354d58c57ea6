import { PbfWriter } from "pbf";
import { mostBytes } from "./message-frames.ts";
import { StatusError, status } from "./status-error.ts";

/** From this size on a buffer grows where it is, and by this much. */
const large = 2 ** 20;

/**
 * A writer for messages of any size. `pbf` copies a buffer that grows and leaves each smaller one to the garbage collector,
 * which doubles what a large listing takes; here a large one only reserves addresses, and the system gives memory to
 * those that are written to.
 */
export function createWriter(): PbfWriter {
  let buffer = new ArrayBuffer(512);
  const writer = new PbfWriter(buffer);
  writer.realloc = (more) => {
    const needed = writer.pos + more;
    if (needed <= writer.length) return;
    if (needed > mostBytes) throw tooLarge();
    let { length } = writer;
    while (length < needed) length += Math.min(length, large);
    if (length <= large) buffer = buffer.transfer(length);
    else if (buffer.resizable) buffer.resize(length);
    else buffer = movedTo(new ArrayBuffer(length, { maxByteLength: mostBytes + large }), writer.buf);
    writer.buf = new Uint8Array(buffer);
    writer.dataView = new DataView(buffer);
    writer.length = length;
  };
  return writer;
}

function movedTo(buffer: ArrayBuffer, bytes: Uint8Array): ArrayBuffer {
  new Uint8Array(buffer).set(bytes);
  return buffer;
}

/** The status in place of a response that no client takes. */
function tooLarge(): StatusError {
  return new StatusError(status.RESOURCE_EXHAUSTED, `the response has more than ${mostBytes} bytes`);
}
