import { once } from "node:events";
import { connect } from "node:net";
import { afterEach, beforeEach, expect, test } from "@jest/globals";
import {
  CheckRequest,
  ConfigureRequest,
  CreateRequest,
  DiffRequest,
  InvokeRequest,
  ReadRequest,
  UpdateRequest,
} from "@pulumi/pulumi/proto/provider_pb.js";
import { Struct } from "google-protobuf/google/protobuf/struct_pb.js";
import { seededRandom } from "../../simulator/catalogue/seeded-random.ts";
import { connectTo, frame, portOf, rawCall, statusIn } from "../support/grpc/raw-call.ts";
import { type Plugin, startPlugin, stopPlugins } from "../support/plugin/plugin.ts";

const seed = 20_261_128;
let random = seededRandom(seed);
let plugin: Plugin;

beforeEach(async () => {
  random = seededRandom(seed);
  plugin = await startPlugin();
});

afterEach(async () => {
  const session = connectTo(plugin);
  expect(statusIn(await rawCall(session))).toBe(0);
  session.destroy();
  expect(plugin.stderr()).toBe("");
  await stopPlugins();
});

const upTo = (most: number): number => Math.floor(random() * most);
const bytes = (length: number): Buffer => Buffer.from(Array.from({ length }, () => upTo(256)));
const oneOf = <Value>(values: readonly Value[]): Value => {
  const value = values[upTo(values.length)];
  if (value === undefined) throw new Error("there is nothing to choose from");
  return value;
};

const preface = Buffer.from("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n");
const settings = Buffer.of(0, 0, 0, 4, 0, 0, 0, 0, 0);

function http2Frame(
  type: number,
  flags: number,
  stream: number,
  payload: Buffer,
  length = payload.length,
): Buffer {
  const head = Buffer.alloc(9);
  head.writeUIntBE(length, 0, 3);
  head.writeUInt8(type, 3);
  head.writeUInt8(flags, 4);
  head.writeUInt32BE(stream, 5);
  return Buffer.concat([head, payload]);
}

/** Whether a connection is told to go away, in what has come over it. */
function isToldToGo(received: Buffer): boolean {
  for (let at = 0; at + 9 <= received.length; at += 9 + received.readUIntBE(at, 3)) {
    if (received[at + 3] === 7) return true;
  }
  return false;
}

/** Sends bytes in some pieces and waits until the plugin hangs up or says why it does not go on. */
async function send(data: Buffer): Promise<void> {
  const socket = connect(portOf(plugin), "127.0.0.1");
  let received = Buffer.alloc(0);
  socket.on("error", () => undefined);
  socket.on("data", (piece) => {
    received = Buffer.concat([received, piece]);
    // Node 22 leaves it to the client to hang up then.
    if (isToldToGo(received)) socket.destroy();
  });
  await once(socket, "connect");
  const cut = upTo(data.length);
  socket.write(data.subarray(0, cut));
  socket.end(data.subarray(cut));
  if (!socket.closed) await once(socket, "close");
}

/** Sends many of them, some at a time. */
async function sendAll(count: number, make: () => Buffer): Promise<void> {
  const all = Array.from({ length: count }, make);
  while (all.length > 0) await Promise.all(all.splice(0, 20).map(send));
}

test.each([
  ["HTTP/1.1", "GET / HTTP/1.1\r\nHost: localhost\r\n\r\n"],
  [
    "an upgrade to HTTP/2",
    "GET / HTTP/1.1\r\nConnection: Upgrade, HTTP2-Settings\r\nUpgrade: h2c\r\nHTTP2-Settings: AAMAAABkAAQAAP__\r\n\r\n",
  ],
  ["TLS", "\u0016\u0003\u0001\u0002\u0000\u0001\u0000\u0001\u00fc\u0003\u0003"],
  ["nothing", ""],
  ["half of what HTTP/2 begins with", "PRI * HTT"],
])("who sends %s is hung up on, and the plugin lives on", async (_, text) => {
  await send(Buffer.from(text, "latin1"));
});

test("random bytes end their connection and nothing else", async () => {
  await sendAll(200, () => bytes(upTo(300)));
  await sendAll(200, () => Buffer.concat([preface, bytes(upTo(300))]));
});

test("random frames of every type end their connection at most", async () => {
  await sendAll(600, () => {
    const frames = Array.from({ length: 1 + upTo(8) }, () =>
      http2Frame(upTo(14), upTo(256), oneOf([0, 1, 1, 2, 3, 2 ** 31 - 1]), bytes(upTo(60))),
    );
    return Buffer.concat([preface, settings, ...frames]);
  });
});

// Indexed fields of HPACK's own table (POST, http), then authority, path and content type as they are.
const requestHeaders = Buffer.concat([
  Buffer.of(0x83, 0x86, 0x01, 1, 0x61, 0x04, 41),
  Buffer.from("/pulumirpc.ResourceProvider/GetPluginInfo"),
  Buffer.of(0x0f, 0x10, 16),
  Buffer.from("application/grpc"),
]);

const call = [
  http2Frame(1, 4, 1, requestHeaders),
  http2Frame(0, 0, 1, frame()),
  http2Frame(0, 1, 1, Buffer.alloc(0)),
];

test("requests of which a frame is cut, doubled, changed or too long end their connection at most", async () => {
  await sendAll(600, () => {
    const frames = call.flatMap((one) => {
      const changed = Buffer.from(one);
      changed[upTo(one.length)] = upTo(256);
      return oneOf([[one], [changed], [one, one], [], [one.subarray(0, upTo(one.length))]]);
    });
    return Buffer.concat([preface, settings, ...frames]);
  });
  await send(Buffer.concat([preface, settings, http2Frame(0, 0, 1, Buffer.alloc(100), 0xff_ffff)]));
});

test("the request whose frames are spoilt is answered when they are whole", async () => {
  const socket = connect(portOf(plugin), "127.0.0.1");
  socket.write(Buffer.concat([preface, settings, ...call]));
  let received = "";
  socket.setEncoding("latin1").on("data", (text: string) => {
    received += text;
  });
  while (!received.includes("\u0000\u0000\u0007\n\u00050.1.0")) await once(socket, "data");
  socket.destroy();
});

const struct = (): Struct =>
  Struct.fromJavaScript({
    name: "a",
    limit: 1,
    statuses: ["Available", null, true],
    nested: { deep: [{ deeper: "镜像" }] },
  });
const urn = "urn:pulumi:dev::p::compshare:index:ImagePin::pin";

/** A message for each of the calls that read one. */
const messages: readonly (readonly [string, Uint8Array])[] = [
  [
    "Invoke",
    new InvokeRequest().setTok("compshare:index:getCompShareImage").setArgs(struct()).serializeBinary(),
  ],
  ["CheckConfig", new CheckRequest().setUrn(urn).setOlds(struct()).setNews(struct()).serializeBinary()],
  ["DiffConfig", new DiffRequest().setUrn(urn).setOlds(struct()).setNews(struct()).serializeBinary()],
  ["Configure", new ConfigureRequest().setUrn(urn).setArgs(struct()).serializeBinary()],
  ["Check", new CheckRequest().setUrn(urn).setOlds(struct()).setNews(struct()).serializeBinary()],
  ["Diff", new DiffRequest().setId("id").setUrn(urn).setOlds(struct()).setNews(struct()).serializeBinary()],
  ["Create", new CreateRequest().setUrn(urn).setProperties(struct()).serializeBinary()],
  [
    "Read",
    new ReadRequest().setId("id").setUrn(urn).setProperties(struct()).setInputs(struct()).serializeBinary(),
  ],
  [
    "Update",
    new UpdateRequest().setId("id").setUrn(urn).setOlds(struct()).setNews(struct()).serializeBinary(),
  ],
  ["Handshake", Buffer.from("0a0b3132372e302e302e313a31", "hex")],
  ["Attach", Buffer.from("0a0b3132372e302e302e313a31", "hex")],
  ["Delete", Buffer.from("0a0161", "hex")],
];

/** A message in which something is not as it was. */
function spoilt(message: Uint8Array): Buffer {
  const copy = Buffer.from(message);
  for (let times = 1 + upTo(3); times > 0; times -= 1) copy[upTo(copy.length)] = upTo(256);
  return oneOf([
    copy,
    copy.subarray(0, upTo(copy.length)),
    Buffer.concat([copy, bytes(upTo(20))]),
    Buffer.concat([Buffer.of(0x0b), copy, Buffer.of(0x0c)]),
    Buffer.concat([copy, Buffer.of(0x92, 0x06, 3), bytes(3), Buffer.of(0x98, 0x06, 1)]),
    bytes(upTo(100)),
  ]);
}

test.each(messages)(
  "spoilt messages of %s all end with a status",
  async (method, message) => {
    const session = connectTo(plugin);
    const calls = Array.from({ length: 300 }, () =>
      rawCall(session, { method, pieces: [frame(spoilt(message))], headers: { "grpc-timeout": "20S" } }),
    );
    const statuses = (await Promise.all(calls)).map(statusIn);
    // None is without a status, none was given up, and none is called unforeseen by the edge itself.
    expect(statuses.filter((status) => ![0, 3, 5, 9, 13].includes(status))).toEqual([]);
    expect(statuses.filter((status) => status === 13).length).toBeGreaterThan(10);
    session.destroy();
  },
  60_000,
);

test("spoilt frames of messages all end with a status", async () => {
  const session = connectTo(plugin);
  const [, message] = messages.find(([name]) => name === "CheckConfig") ?? ["", Buffer.alloc(0)];
  const calls = Array.from({ length: 300 }, () => {
    const whole = frame(message);
    whole[upTo(5)] = upTo(256);
    const at = upTo(whole.length);
    return rawCall(session, { method: "CheckConfig", pieces: [whole.subarray(0, at), whole.subarray(at)] });
  });
  const statuses = (await Promise.all(calls)).map(statusIn);
  expect(statuses.filter((status) => ![0, 8, 12, 13].includes(status))).toEqual([]);
  session.destroy();
}, 60_000);

test("nesting of any depth ends with a status", async () => {
  const session = connectTo(plugin);
  for (const depth of [10, 100, 190, 210, 1000, 20_000]) {
    // A list in a list, so many deep, built from inside.
    let value: Buffer = Buffer.alloc(0);
    for (let level = 0; level < depth; level += 1) value = within(0x32, within(0x0a, value));
    const args = within(0x12, within(0x0a, within(0x12, value)));
    const status = statusIn(await rawCall(session, { method: "Configure", pieces: [frame(args)] }));
    expect([depth, status]).toEqual([depth, depth < 200 ? 0 : 8]);
  }
  session.destroy();
}, 60_000);

/** A field that holds other bytes. */
function within(tag: number, inner: Buffer): Buffer {
  return Buffer.concat([Buffer.of(tag, ...varint(inner.length)), inner]);
}

function* varint(value: number): Generator<number> {
  let rest = value;
  for (; rest > 127; rest = Math.floor(rest / 128)) yield (rest % 128) | 128;
  yield rest;
}

test("a message of millions of values ends with a status, with 128 MB of heap", async () => {
  const small = await startPlugin({ environment: { NODE_OPTIONS: "--max-old-space-size=128" } });
  const session = connectTo(small);
  const list = Buffer.alloc(40_000_000, Buffer.of(0x0a, 0));
  const args = within(0x12, within(0x0a, within(0x12, within(0x32, list))));
  expect(statusIn(await rawCall(session, { method: "Configure", pieces: [frame(args)] }))).toBe(8);
  expect(statusIn(await rawCall(session))).toBe(0);
  session.destroy();
}, 60_000);
