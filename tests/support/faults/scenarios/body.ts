import { gzipSync } from "node:zlib";
import { type Failure, honest, http, type Scenario, tagsFound, type Wire } from "../scenario.ts";

const shape = (reason: string, status: number, says: string): Failure => ({
  status,
  code: `RESPONSE_UNEXPECTED: ${reason}`,
  says,
});
const internal = 13;
const action = "DescribeCompShareImageTags";
const fine = '{"RetCode":0,"Tags":["a","b"]}';
const marked = '{"RetCode":0,"Message":"canary-of-a-body"';

const cuts: readonly (readonly [string, readonly Wire[]])[] = [
  ["cut within its length", [{ send: `HTTP/1.1 200 OK\r\ncontent-length: 99\r\n\r\n${marked}` }, "end"]],
  [
    "cut within a chunk",
    [{ send: `HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n63\r\n${marked}` }, "end"],
  ],
  [
    "reset in its middle",
    [{ send: `HTTP/1.1 200 OK\r\ncontent-length: 99\r\n\r\n${marked}` }, { wait: 50 }, "reset"],
  ],
];

const layers = (count: number): Buffer => {
  let bytes: Buffer = Buffer.from(fine);
  for (let layer = 0; layer < count; layer += 1) bytes = gzipSync(bytes);
  return bytes;
};
const bomb = gzipSync(Buffer.alloc(256 * 1024 * 1024, " "));

const broken: readonly (readonly [string, string])[] = [
  ["NaN", '{"RetCode":0,"canary-of-a-body":NaN}'],
  ["a comma too many", '{"RetCode":0,"canary-of-a-body":1,}'],
  ["a call around it", 'canary-of-a-body({"RetCode":0})'],
  ["two documents", '{"RetCode":0}{"RetCode":0}'],
];

export const body: readonly Scenario[] = [
  ...cuts.flatMap(([what, step]): Scenario[] => [
    {
      fault: "response cut short",
      what: `a response ${what}, once`,
      steps: [step, honest],
      requests: 2,
      result: tagsFound,
    },
    {
      fault: "response cut short",
      what: `responses ${what}`,
      steps: [step],
      requests: 5,
      result: {
        status: 14,
        code: "TRANSPORT_FAILED: NET_RESET",
        says: "the connection broke before the response was complete [",
      },
    },
  ]),
  {
    fault: "response without a length cut short",
    what: "a response without a length that is cut, once",
    steps: [[{ send: `HTTP/1.1 200 OK\r\n\r\n${marked}` }, "end"], honest],
    requests: 2,
    result: tagsFound,
  },
  {
    fault: "response without a length cut short",
    what: "responses without a length that are cut",
    steps: [[{ send: `HTTP/1.1 200 OK\r\n\r\n${marked}` }, "end"]],
    requests: 2,
    result: shape(
      "BODY_TRUNCATED",
      14,
      `${action}: the response ends in the middle, after 41 characters (attempt 2 of 5, `,
    ),
  },
  {
    fault: "response too large",
    what: "a response of 17 MiB",
    steps: [[http(" ".repeat(17 * 1024 * 1024))]],
    requests: 1,
    result: shape("BODY_TOO_LARGE", internal, "the response is larger than 16777216 bytes"),
  },
  {
    fault: "response too large",
    what: "a response that never ends",
    steps: [[{ send: "HTTP/1.1 200 OK\r\n\r\n" }, { flood: "canary-of-a-body" }]],
    requests: 1,
    result: shape("BODY_TOO_LARGE", internal, "the response is larger than 16777216 bytes"),
    took: [0, 5000],
  },
  {
    fault: "unrequested compression",
    what: "a compressed response that nobody asked for",
    steps: [[http(layers(1), { headers: { "content-encoding": "gzip" } })]],
    requests: 1,
    result: shape("BODY_ENCODING", internal, "the response is compressed although that was not asked for"),
  },
  {
    fault: "unrequested compression",
    what: "a compressed response that does not say so",
    steps: [[http(layers(1))]],
    requests: 1,
    result: shape("BODY_ENCODING", internal, "the response is not valid UTF-8"),
  },
  {
    fault: "decompression bomb",
    what: "a small response that would grow to 256 MiB",
    steps: [[http(bomb, { headers: { "content-encoding": "gzip" } })]],
    requests: 1,
    result: shape("BODY_ENCODING", internal, "the response is compressed although that was not asked for"),
    took: [0, 2000],
  },
  {
    fault: "decompression bomb",
    what: "a response compressed six times over",
    steps: [[http(layers(6), { headers: { "content-encoding": Array(6).fill("gzip").join(", ") } })]],
    requests: 1,
    result: shape("BODY_ENCODING", internal, "the response is compressed although that was not asked for"),
  },
  {
    fault: "wrong character encoding",
    what: "a byte order mark",
    steps: [[http(`\ufeff${fine}`)]],
    requests: 1,
    result: tagsFound,
  },
  {
    fault: "wrong character encoding",
    what: "a response in GBK",
    steps: [[http(fine, { headers: { "content-type": "application/json; charset=gbk" } })]],
    requests: 1,
    result: shape("BODY_ENCODING", internal, "the response is not in UTF-8"),
  },
  {
    fault: "wrong character encoding",
    what: "bytes that are not UTF-8",
    steps: [[http(Buffer.from('{"RetCode":0,"Tags":["\xc3\x28"]}', "latin1"))]],
    requests: 1,
    result: shape("BODY_ENCODING", internal, "the response is not valid UTF-8"),
  },
  {
    fault: "headers too large",
    what: "a header of 200 kB",
    steps: [[http(fine, { headers: { "x-long": "x".repeat(200_000) } })]],
    requests: 1,
    result: {
      status: 9,
      code: "TRANSPORT_FAILED: HTTP_REFUSED",
      says: "the headers of the response are too large [UND_ERR_HEADERS_OVERFLOW]",
    },
  },
  ...broken.map(
    ([what, text]): Scenario => ({
      fault: "invalid JSON",
      what: `JSON that is none: ${what}`,
      steps: [[http(text)]],
      requests: 1,
      result: shape("BODY_NOT_JSON", internal, "the response is not a JSON object but application/json of"),
    }),
  ),
  {
    fault: "deeply nested JSON",
    what: "two million brackets",
    steps: [[http("[".repeat(2_000_000))]],
    requests: 1,
    result: shape("SCHEMA", internal, `${action}: the response is nested too deeply`),
    took: [0, 1500],
  },
  {
    fault: "duplicate RetCode",
    what: "a RetCode of 0 and one of 171",
    steps: [[http('{"RetCode":0,"Tags":["a"],"RetCode":171}')]],
    requests: 1,
    result: shape("SCHEMA", internal, `${action}: duplicate key in the response`),
  },
  {
    fault: "duplicate RetCode",
    what: "a RetCode of 171 and one of 0",
    steps: [[http('{"RetCode":171,"Tags":["a"],"RetCode":0}')]],
    requests: 1,
    result: shape("SCHEMA", internal, `${action}: duplicate key in the response`),
  },
];
