import { expect, test } from "@jest/globals";
import { logLine } from "../../../../simulator/server/log-line.ts";
import type { RecordedRequest } from "../../../../simulator/server/request-log.ts";

const request: RecordedRequest = {
  action: "DescribeCompShareImages",
  params: { Action: "DescribeCompShareImages", Offset: "100", Limit: "100", PublicKey: "public" },
  retCode: 0,
  fault: undefined,
  aborted: false,
  durationMs: 3,
  socketId: 1,
  time: Date.UTC(2026, 6, 22, 9, 30, 1, 250),
};

test.each<[string, Partial<RecordedRequest>]>([
  ["09:30:01.250 DescribeCompShareImages Offset=100 Limit=100 RetCode=0 3ms", {}],
  ["09:30:01.250 DescribeCompShareImages RetCode=230 3ms", { params: {}, retCode: 230 }],
  [
    "09:30:01.250 DescribeCompShareImages fault reset 3ms",
    { params: {}, fault: "reset", retCode: undefined },
  ],
  ["09:30:01.250 DescribeCompShareImages client went away 3ms", { params: {}, aborted: true }],
  ["09:30:01.250 (no action) RetCode=160 3ms", { params: {}, action: "", retCode: 160 }],
  ['09:30:01.250 "\\u001b[2J" RetCode=161 3ms', { params: {}, action: "\u001b[2J", retCode: 161 }],
])("a request is logged as %s", (line, changes) => {
  expect(logLine({ ...request, ...changes })).toBe(line);
});
