import type { FaultName } from "../faults.ts";
import { type Failure, honest, http, type Scenario, type Step, tagsFound } from "../scenario.ts";

const tooSlow: Failure = {
  status: 14,
  code: "TRANSPORT_FAILED: TIMEOUT_ATTEMPT",
  says: "no complete response within 20 s (attempt 1 of 1, 20.",
};
const late: Failure = {
  status: 4,
  code: "TRANSPORT_FAILED: DEADLINE",
  says: "the whole call took longer than `timeoutSeconds` allows",
};

const head = "HTTP/1.1 200 OK\r\ncontent-length: 1000\r\n\r\n";
const stalls: readonly (readonly [FaultName, string, Step])[] = [
  ["headers never come", "headers that never come", ["hang"]],
  ["body stops half way", "a body that stops half way", [{ send: `${head}{"RetCode":0` }, "hang"]],
  [
    "response drips for ever",
    "a response that drips for ever",
    [{ send: head }, { drip: " ", everyMs: 200 }],
  ],
  [
    "response drips for ever",
    "headers that drip for ever",
    [{ send: "HTTP/1.1 200 OK\r\nx-slow: " }, { drip: "x", everyMs: 200 }],
  ],
];

const busyAfter = (wait: number): Step => [{ wait }, http("", { status: 503 })];

/** Slow and stalled responses. An upload fits into the system's buffers, so a server that reads nothing never sees headers either. */
export const slow: readonly Scenario[] = [
  ...stalls.flatMap(([fault, what, step]): Scenario[] => [
    {
      fault,
      what: `${what}: the attempt ends`,
      steps: [step],
      configuration: { maxAttempts: 1 },
      requests: 1,
      result: tooSlow,
      took: [20_000, 20_500],
    },
    {
      fault,
      what: `${what}: the next attempt is answered`,
      steps: [step, honest],
      requests: 2,
      result: tagsFound,
      took: [20_000, 21_000],
    },
    {
      fault,
      what: `${what}: the whole call ends`,
      steps: [step],
      configuration: { timeoutSeconds: 1 },
      requests: 1,
      result: late,
      took: [1000, 1250],
    },
  ]),
  {
    fault: "server reads nothing",
    what: "a server that reads nothing",
    openings: ["hang"],
    scheme: "http",
    configuration: { timeoutSeconds: 1 },
    requests: 0,
    result: late,
    took: [1000, 1250],
  },
  {
    fault: "attempts add up beyond the deadline",
    what: "attempts that end in time, and together do not",
    steps: [busyAfter(1100)],
    configuration: { timeoutSeconds: 3 },
    requests: 3,
    result: late,
    took: [3000, 3250],
  },
  {
    fault: "wait longer than the time left",
    what: "a wait that the time left does not allow",
    steps: [[http("", { status: 429, headers: { "retry-after": "5" } })]],
    configuration: { timeoutSeconds: 2 },
    requests: 1,
    result: {
      status: 8,
      code: "TRANSPORT_FAILED: HTTP_THROTTLED",
      says: "it asks to wait 5 s (attempt 1 of 5, 0.",
    },
    took: [0, 1500],
  },
];
