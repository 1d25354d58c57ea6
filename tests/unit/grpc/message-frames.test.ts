import { expect, test } from "@jest/globals";
import { readTimeout } from "../../../provider/grpc/grpc-timeout.ts";
import { createMessageCollector, framed } from "../../../provider/grpc/message-frames.ts";

const frame = (text: string): Buffer => {
  const head = Buffer.alloc(5);
  head.writeUInt32BE(text.length, 1);
  return Buffer.concat([head, Buffer.from(text)]);
};

test.each([1, 2, 3, 4, 5, 6, 100])("a message in pieces of %i bytes is put together", (size) => {
  const whole = frame("a message");
  const collector = createMessageCollector();
  for (let at = 0; at < whole.length; at += size) {
    collector.push(whole.subarray(at, at + size));
    collector.push(Buffer.alloc(0));
  }
  expect(collector.finish().toString()).toBe("a message");
});

test("an empty message is a message", () => {
  const collector = createMessageCollector();
  collector.push(frame(""));
  expect(collector.finish()).toHaveLength(0);
});

test.each<[string, readonly Buffer[], number]>([
  ["no message", [], 12],
  ["half a head", [Buffer.of(0, 0)], 13],
  ["half a message", [frame("message").subarray(0, 8)], 13],
  ["two messages", [frame("one"), frame("two")], 12],
  ["two messages in one piece", [Buffer.concat([frame("one"), frame("two")])], 12],
  ["a compressed message", [Buffer.of(1, 0, 0, 0, 0)], 12],
  ["a message that only says that it is too large", [Buffer.of(0, 0, 0, 0, 101)], 8],
  ["a message of almost 4 GiB", [Buffer.of(0, 255), Buffer.of(255, 255, 255)], 8],
])("%s is refused", (_, pieces, code) => {
  const collect = (): unknown => {
    const collector = createMessageCollector(100);
    for (const piece of pieces) collector.push(piece);
    return collector.finish();
  };
  expect(collect).toThrow(expect.objectContaining({ name: "StatusError", code }));
});

test("a response gets its head", () => {
  expect([...framed(new Uint8Array([0, 0, 0, 0, 0, 7, 7, 7]))]).toEqual([0, 0, 0, 0, 3, 7, 7, 7]);
});

test.each([
  ["1H", 3_600_000],
  ["2M", 120_000],
  ["3S", 3000],
  ["400m", 400],
  ["1500u", 2],
  ["1n", 1],
  ["0m", 0],
  ["99999999H", 2_147_483_647],
  ["", Number.NaN],
  ["1", Number.NaN],
  ["S", Number.NaN],
  ["1s", Number.NaN],
  ["-1S", Number.NaN],
  ["1.5S", Number.NaN],
  ["123456789S", Number.NaN],
  ["1S ", Number.NaN],
])("a timeout of %j is %d ms", (text, milliseconds) => {
  expect(readTimeout(text)).toBe(milliseconds);
});
