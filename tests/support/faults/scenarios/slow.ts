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
const stalls: readonly (readonly [number, string, Step])[] = [
  [26, "headers that never come", ["hang"]],
  [27, "a body that stops half way", [{ send: `${head}{"RetCode":0` }, "hang"]],
  [28, "an answer that drips for ever", [{ send: head }, { drip: " ", everyMs: 200 }]],
  [28, "headers that drip for ever", [{ send: "HTTP/1.1 200 OK\r\nx-slow: " }, { drip: "x", everyMs: 200 }]],
];

const busyAfter = (wait: number): Step => [{ wait }, http("", { status: 503 })];

/** Slow and stalled answers: the rows 26 to 31. An upload fits into the system's buffers, so row 29 is row 26. */
export const slow: readonly Scenario[] = [
  ...stalls.flatMap(([row, what, step]): Scenario[] => [
    {
      row,
      what: `${what}: the attempt ends`,
      steps: [step],
      configuration: { maxAttempts: 1 },
      requests: 1,
      answer: tooSlow,
      took: [20_000, 20_500],
    },
    {
      row,
      what: `${what}: the next attempt is answered`,
      steps: [step, honest],
      requests: 2,
      answer: tagsFound,
      took: [20_000, 21_000],
    },
    {
      row,
      what: `${what}: the whole call ends`,
      steps: [step],
      configuration: { timeoutSeconds: 1 },
      requests: 1,
      answer: late,
      took: [1000, 1250],
    },
  ]),
  {
    row: 29,
    what: "a server that reads nothing",
    openings: ["hang"],
    scheme: "http",
    configuration: { timeoutSeconds: 1 },
    requests: 0,
    answer: late,
    took: [1000, 1250],
  },
  {
    row: 30,
    what: "attempts that end in time, and together do not",
    steps: [busyAfter(1100)],
    configuration: { timeoutSeconds: 3 },
    requests: 3,
    answer: late,
    took: [3000, 3250],
  },
  {
    row: 31,
    what: "a wait that the time left does not allow",
    steps: [[http("", { status: 429, headers: { "retry-after": "5" } })]],
    configuration: { timeoutSeconds: 2 },
    requests: 1,
    answer: {
      status: 8,
      code: "TRANSPORT_FAILED: HTTP_THROTTLED",
      says: "it asks to wait 5 s (attempt 1 of 4, 0.",
    },
    took: [0, 1500],
  },
];
