import { setTimeout as sleep } from "node:timers/promises";
import { expect, test } from "@jest/globals";
import { CheckRequest, CheckResponse, InvokeRequest } from "@pulumi/pulumi/proto/provider_pb.js";
import { Struct } from "google-protobuf/google/protobuf/struct_pb.js";
import { generateCatalogue } from "../../simulator/catalogue/generate-catalogue.ts";
import {
  configureOver,
  connectTo,
  frame,
  openCall,
  type RawCall,
  rawCall,
  resultOf,
  statusIn,
} from "../support/grpc/raw-call.ts";
import { useSession } from "../support/grpc/use-session.ts";
import { account, invokeRequest, type Members } from "../support/plugin/plugin-calls.ts";
import { until } from "../support/until.ts";

const world = useSession({ catalogue: generateCatalogue(5000, 3) });

/** The plugin still answers, on this connection and on a new one. */
async function expectAlive(): Promise<void> {
  const another = connectTo(world.plugin);
  for (const one of world.session.closed || world.session.destroyed ? [another] : [world.session, another])
    expect(statusIn(await rawCall(one))).toBe(0);
  another.destroy();
}

const invocation = (name: string, inputs: Members): Buffer =>
  frame(invokeRequest(name, inputs).serializeBinary());

const checkOf = (inputs: Members): Buffer =>
  frame(new CheckRequest().setNews(Struct.fromJavaScript({ ...inputs })).serializeBinary());

test("a response is headers, one message and trailers", async () => {
  const { headers, headersOnly, trailers, body } = await rawCall(world.session);
  expect(headers).toMatchObject({ ":status": 200, "content-type": "application/grpc" });
  expect(headersOnly).toBe(false);
  expect(body.toString("hex")).toBe("00000000070a05302e312e30");
  expect(Object.entries(trailers)).toEqual([["grpc-status", "0"]]);
});

test("an error is headers alone, and its text is percent-encoded so that grpc-js reads it too", async () => {
  const pieces = [frame(new InvokeRequest().setTok("镜像 100% of “it”\n").serializeBinary())];
  const { headers, headersOnly, body } = await rawCall(world.session, { method: "Invoke", pieces });
  expect(headers).toMatchObject({ ":status": 200, "content-type": "application/grpc", "grpc-status": "3" });
  expect(headersOnly).toBe(true);
  expect(body).toHaveLength(0);
  const text = String(headers["grpc-message"]);
  expect(text).toContain("%E9%95%9C%E5%83%8F%20100%25%20of%20%E2%80%9Cit%E2%80%9D");
  expect(text).toMatch(/^[\x20-\x7e]*$/);
  expect(encodeURI(decodeURI(text))).toBe(text);
});

test.each<[string, RawCall, number]>([
  ["another HTTP method", { headers: { ":method": "PUT" } }, 405],
  ["no type of content", { headers: { "content-type": "" } }, 415],
  ["another type of content", { headers: { "content-type": "application/json" } }, 415],
  ["gRPC with JSON in it", { headers: { "content-type": "application/grpc+json" } }, 415],
  ["a type that only begins like gRPC", { headers: { "content-type": "application/grpcx" } }, 415],
  ["gRPC for browsers", { headers: { "content-type": "application/grpc-web" } }, 415],
  ["gRPC with protobuf in it", { headers: { "content-type": "application/grpc+proto" } }, 200],
  ["gRPC with a parameter", { headers: { "content-type": "application/grpc; charset=utf-8" } }, 200],
  ["gRPC in capitals", { headers: { "content-type": "Application/gRPC" } }, 200],
])("%s is answered by HTTP", async (_, call, code) => {
  expect((await rawCall(world.session, call)).headers[":status"]).toBe(code);
  await expectAlive();
});

test.each([
  "StreamInvoke",
  "List",
  "getPluginInfo",
  "",
  "/pulumirpc.ResourceProvider",
  "/pulumirpc.Engine/Log",
  "/grpc.health.v1.Health/Check",
  "/grpc.reflection.v1.ServerReflection/ServerReflectionInfo",
  "/__proto__",
  "/",
])("the method %j is not implemented", async (method) => {
  const result = await rawCall(world.session, { method });
  expect(statusIn(result)).toBe(12);
  expect(result.headersOnly).toBe(true);
  await expectAlive();
});

test("a call that is not implemented is refused while its client is still sending, which is then stopped", async () => {
  const stream = openCall(world.session, { method: "Construct" });
  const result = resultOf(stream);
  const sending = setInterval(() => stream.write(Buffer.alloc(10_000)), 5);
  try {
    expect(statusIn(await result)).toBe(12);
  } finally {
    clearInterval(sending);
  }
  await expectAlive();
});

test.each<[string, RawCall, number]>([
  ["without a message", { pieces: [] }, 12],
  ["with half a head", { pieces: [Buffer.of(0, 0, 0)] }, 13],
  ["with half a message", { pieces: [frame(Buffer.alloc(100)).subarray(0, 50)] }, 13],
  ["with two messages", { pieces: [frame(), frame()] }, 12],
  ["with bytes behind its message", { pieces: [Buffer.concat([frame(), Buffer.of(0)])] }, 12],
  [
    "with a message of more than 400 MiB, as soon as it says so",
    { pieces: [Buffer.of(0, 0x19, 0, 0, 1)], open: true },
    8,
  ],
  ["with a message of almost 4 GiB", { pieces: [Buffer.of(0, 255, 255, 255, 255)], open: true }, 8],
  ["with a compressed message", { pieces: [Buffer.of(1, 0, 0, 0, 1, 0)] }, 12],
  ["with gzip announced", { headers: { "grpc-encoding": "gzip" } }, 12],
  ["with an encoding that nobody knows", { headers: { "grpc-encoding": "x-own" } }, 12],
  ["without encoding, said in words", { headers: { "grpc-encoding": "identity" } }, 0],
  ["with encodings that would be understood", { headers: { "grpc-accept-encoding": "gzip,br" } }, 0],
  ["with a message that is none", { pieces: [frame(Buffer.from("0b0c", "hex"))] }, 13],
  ["with fields that nobody knows", { pieces: [frame(Buffer.from("98060592060161", "hex"))] }, 0],
  ["with a timeout that is none", { headers: { "grpc-timeout": "soon" } }, 13],
  ["with a timeout without a unit", { headers: { "grpc-timeout": "5" } }, 13],
  ["with a timeout of eleven thousand years", { headers: { "grpc-timeout": "99999999H" } }, 0],
  ["with metadata in bytes", { headers: { "trace-bin": "AAECAw", "x-text": "a b" } }, 0],
  ["in two pieces that part its head", { pieces: [Buffer.of(0, 0), Buffer.of(0, 0, 0)] }, 0],
  [
    "in pieces of one byte and of none",
    { pieces: Array.from({ length: 10 }, (_, at) => Buffer.alloc(at % 2)) },
    0,
  ],
])("a call %s ends with its status", async (_, call, code) => {
  expect(statusIn(await rawCall(world.session, call))).toBe(code);
  await expectAlive();
});

test("who compresses is told what is understood", async () => {
  const { headers } = await rawCall(world.session, { headers: { "grpc-encoding": "gzip" } });
  expect(headers).toMatchObject({ "grpc-status": "12", "grpc-accept-encoding": "identity" });
});

/** A call that the gateway does not answer. */
async function hangingCall(headers: RawCall["headers"] = {}) {
  await configureOver(world.session, account(world.simulator));
  world.simulator.failNext("hang");
  const stream = openCall(world.session, { method: "Invoke", headers });
  const result = resultOf(stream);
  stream.end(invocation("getCompShareImages", {}));
  return { stream, result };
}

test.each(["300m", "300000u", "99999999n", "1S"])(
  "a deadline of %s ends the call and its work",
  async (timeout) => {
    // The first call loads what calls need, which may take longer than the shortest of these.
    await configureOver(world.session, account(world.simulator));
    await rawCall(world.session, { method: "Invoke", pieces: [invocation("getCompShareImageTags", {})] });
    world.simulator.resetRequests();
    const { result } = await hangingCall({ "grpc-timeout": timeout });
    expect(statusIn(await result)).toBe(4);
    await until(() => world.simulator.requests[0]?.aborted === true);
    await expectAlive();
  },
);

test("a deadline that has passed when the call comes ends it", async () => {
  expect(
    statusIn(
      await rawCall(world.session, {
        method: "GetPluginInfo",
        headers: { "grpc-timeout": "0m" },
        open: true,
      }),
    ),
  ).toBe(4);
  await expectAlive();
});

test("a reset ends the work of a call, and of no other", async () => {
  const { stream } = await hangingCall();
  await until(() => world.simulator.requests.length === 1);
  stream.close(8);
  await until(() => world.simulator.requests[0]?.aborted === true);
  await expectAlive();
});

test("a connection that breaks ends the work of its calls", async () => {
  await hangingCall();
  await until(() => world.simulator.requests.length === 1);
  world.session.destroy();
  await until(() => world.simulator.requests[0]?.aborted === true);
  await expectAlive();
});

test("a client that says goodbye gets what it has asked for", async () => {
  await configureOver(world.session, account(world.simulator));
  world.simulator.setLatency(100);
  const result = rawCall(world.session, {
    method: "Invoke",
    pieces: [invocation("getCompShareImageTags", {})],
  });
  await until(() => world.simulator.requests.length === 1);
  world.session.close();
  expect(statusIn(await result)).toBe(0);
  world.simulator.setLatency(0);
  await expectAlive();
});

test("20 MB go in and come back as they were", async () => {
  const large = { region: "镜".repeat(3_000_000), zone: "a".repeat(11_000_000) };
  const { body, trailers } = await rawCall(world.session, {
    method: "CheckConfig",
    pieces: [checkOf(large)],
  });
  expect(trailers["grpc-status"]).toBe("0");
  const response = CheckResponse.deserializeBinary(body.subarray(5));
  const { region, zone } = response.getInputs()?.toJavaScript() ?? {};
  expect([region === large.region, zone === large.zone]).toEqual([true, true]);
}, 30_000);

test.each([0, 1, 1000, 16_384, 16_777_216])(
  "a large response arrives through a window of %d bytes",
  async (initialWindowSize) => {
    await configureOver(world.session, account(world.simulator));
    await new Promise<void>((acknowledged) =>
      world.session.settings({ initialWindowSize }, () => acknowledged()),
    );
    const size = initialWindowSize < 2 ? 1 : 5000;
    const pieces = [invocation("getCompShareImages", { limit: size })];
    const call = rawCall(world.session, { method: "Invoke", pieces });
    if (initialWindowSize === 0) {
      await sleep(200);
      world.session.settings({ initialWindowSize: 65_535 });
    }
    const result = await call;
    expect(statusIn(result)).toBe(0);
    expect(result.body.length).toBe(5 + result.body.readUInt32BE(1));
    expect(result.body.length).toBeGreaterThan(size === 1 ? 100 : 3_000_000);
  },
  30_000,
);

test("a client that reads late gets all of a large response", async () => {
  await configureOver(world.session, account(world.simulator));
  const stream = openCall(world.session, { method: "Invoke" });
  stream.pause();
  stream.end(invocation("getCompShareImages", {}));
  await sleep(500);
  const { body } = await resultOf(stream);
  expect(body.length).toBe(5 + body.readUInt32BE(1));
}, 30_000);

test("pings are answered", async () => {
  await rawCall(world.session);
  for (let index = 0; index < 20; index += 1) {
    const payload = Buffer.alloc(8, index);
    const echoed = await new Promise((resolve) =>
      world.session.ping(payload, (_error, _ms, echo) => resolve(echo)),
    );
    expect(echoed).toEqual(payload);
  }
});

test.each([1000, 30_000, 60_000])("metadata of %d bytes is passed over", async (size) => {
  expect(statusIn(await rawCall(world.session, { headers: { "x-large": "a".repeat(size) } }))).toBe(0);
  await expectAlive();
});

test("more metadata than HTTP/2 takes ends the call and not the plugin", async () => {
  const headers = Object.fromEntries(
    Array.from({ length: 500 }, (_, index) => [`x-${index}`, "a".repeat(1000)]),
  );
  const generous = connectTo(world.plugin, { maxSendHeaderBlockLength: 10_000_000 });
  const result = await rawCall(generous, { headers });
  expect(statusIn(result) === 0 && result.reset === 0).toBe(false);
  generous.destroy();
  await expectAlive();
});
