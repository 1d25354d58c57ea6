import { type Failure, honest, http, json, type Scenario, type Step, tagsFound } from "../scenario.ts";

const portal = "<!doctype html><title>canary-of-a-body</title>";
const page = (status: number, headers: Readonly<Record<string, string>> = {}): Step => [
  http(portal, { status, headers: { "content-type": "text/html", ...headers } }),
];

const fails = (reason: string, status: number, says: string): Failure => ({
  status,
  code: `TRANSPORT_FAILED: ${reason}`,
  says,
});

/** A date of the server, whose clock is years behind ours, and one two seconds later. */
const dated = { date: "Mon, 01 Jan 2018 00:00:00 GMT", "retry-after": "Mon, 01 Jan 2018 00:00:02 GMT" };

export const httpStatus: readonly Scenario[] = [
  { fault: "HTTP 429", what: "HTTP 429 once", steps: [page(429), honest], requests: 2, result: tagsFound },
  {
    fault: "HTTP 429",
    what: "HTTP 429 for ever",
    steps: [page(429)],
    configuration: { maxAttempts: 2 },
    requests: 2,
    result: fails("HTTP_THROTTLED", 8, "HTTP 429: too many requests (attempt 2 of 2, "),
  },
  ...[429, 503].flatMap((status): Scenario[] => [
    {
      fault: "Retry-After that fits",
      what: `HTTP ${status} that asks to wait 2 s`,
      steps: [page(status, { "retry-after": "2" }), honest],
      requests: 2,
      result: tagsFound,
      took: [2000, 4000],
    },
    {
      fault: "Retry-After that fits",
      what: `HTTP ${status} that asks to wait until two seconds after its own date`,
      steps: [page(status, dated), honest],
      requests: 2,
      result: tagsFound,
      took: [2000, 4000],
    },
  ]),
  {
    fault: "Retry-After that cannot be kept",
    what: "HTTP 429 that asks to wait a day",
    steps: [page(429, { "retry-after": "86400" })],
    requests: 1,
    result: fails("HTTP_THROTTLED", 8, "it asks to wait 86400 s (attempt 1 of 5, 0."),
    took: [0, 1500],
  },
  ...["-1", "NaN", "1e309", "Mon, 01 Jan 2018 00:00:00 GMT"].map(
    (wait): Scenario => ({
      fault: "Retry-After that cannot be kept",
      what: `HTTP 503 with Retry-After: ${wait}`,
      steps: [page(503, { "retry-after": wait }), honest],
      requests: 2,
      result: tagsFound,
      took: [0, 1500] as const,
    }),
  ),
  ...[500, 502, 503, 504].map(
    (status): Scenario => ({
      fault: "HTTP 5xx that may pass",
      what: `HTTP ${status} three times`,
      steps: [page(status), page(status), page(status), honest],
      requests: 4,
      result: tagsFound,
    }),
  ),
  {
    fault: "HTTP 5xx that may pass",
    what: "HTTP 502 for ever",
    steps: [page(502)],
    requests: 5,
    result: fails("HTTP_RETRYABLE", 14, "HTTP 502: the gateway is having trouble (attempt 5 of 5, "),
  },
  ...[501, 505].map(
    (status): Scenario => ({
      fault: "HTTP 5xx that stays",
      what: `HTTP ${status}`,
      steps: [page(status)],
      requests: 1,
      result: fails(
        "HTTP_REFUSED",
        9,
        `HTTP ${status}: the gateway does not accept the request; check \`baseUrl\``,
      ),
    }),
  ),
  ...[400, 401, 403, 404, 405, 413, 415].map(
    (status): Scenario => ({
      fault: "HTTP 4xx that stays",
      what: `HTTP ${status}`,
      steps: [page(status)],
      requests: 1,
      result: fails(
        "HTTP_REFUSED",
        9,
        `HTTP ${status}: the gateway does not accept the request; check \`baseUrl\``,
      ),
    }),
  ),
  {
    fault: "HTTP 4xx that stays",
    what: "HTTP 403 whose body is a refusal in JSON",
    steps: [json({ RetCode: 299, Message: "Access Denied" }, 403)],
    requests: 1,
    result: {
      status: 7,
      code: "API_REFUSED",
      says: "RetCode 299: Access Denied. An IAM policy denies the call",
    },
  },
  ...[408, 425].map(
    (status): Scenario => ({
      fault: "HTTP 4xx that may pass",
      what: `HTTP ${status} once`,
      steps: [page(status), honest],
      requests: 2,
      result: tagsFound,
    }),
  ),
  ...[301, 302, 303, 307, 308].flatMap((status): Scenario[] => [
    {
      fault: "redirect",
      what: `HTTP ${status} to another host`,
      steps: [({ strayAddress }) => [http("", { status, headers: { location: `${strayAddress}/` } })]],
      requests: 1,
      result: fails(
        "REDIRECT",
        9,
        `HTTP ${status}: the gateway redirected DescribeCompShareImageTags; redirects are not followed`,
      ),
    },
    {
      fault: "redirect",
      what: `HTTP ${status} to itself`,
      steps: [page(status, { location: "/" }), honest],
      requests: 1,
      result: fails("REDIRECT", 9, "redirects are not followed; check `baseUrl`"),
    },
  ]),
  {
    fault: "web page as response",
    what: "a web page instead of a response",
    steps: [page(200)],
    requests: 2,
    result: {
      status: 14,
      code: "RESPONSE_UNEXPECTED: BODY_NOT_JSON",
      says: "not a JSON object but text/html of 46 characters; a portal or proxy may have responded in CompShare's place (attempt 2 of 5, ",
    },
  },
  ...[
    ["HTTP 204", [{ send: "HTTP/1.1 204 No Content\r\n\r\n" }]] as const,
    ["an empty response", [http("")]] as const,
  ].map(
    ([what, step]): Scenario => ({
      fault: "empty response",
      what,
      steps: [step],
      requests: 2,
      result: {
        status: 14,
        code: "RESPONSE_UNEXPECTED: BODY_EMPTY",
        says: "the response is empty (attempt 2 of 5, ",
      },
    }),
  ),
  {
    fault: "informational or unsolicited response",
    what: "103 Early Hints before the response",
    steps: [[{ send: "HTTP/1.1 103 Early Hints\r\n\r\n" }, ...json({ RetCode: 0, Tags: ["a", "b"] })]],
    requests: 1,
    result: tagsFound,
  },
  {
    // undici closes the connection of a server that says so without being asked.
    fault: "informational or unsolicited response",
    what: "100 Continue before the response, once",
    steps: [[{ send: "HTTP/1.1 100 Continue\r\n\r\n" }, ...json({ RetCode: 0, Tags: ["poison"] })], honest],
    requests: 2,
    result: tagsFound,
  },
  {
    fault: "informational or unsolicited response",
    what: "a second response that nobody asked for",
    steps: [[...json({ RetCode: 0, Tags: ["a", "b"] }), ...json({ RetCode: 0, Tags: ["poison"] })]],
    requests: 1,
    result: tagsFound,
  },
  {
    fault: "refusal behind an HTTP error",
    what: "HTTP 500 with RetCode 171",
    steps: [json({ RetCode: 171, Message: "Signature VerifyAC Error" }, 500)],
    requests: 1,
    result: {
      status: 7,
      code: "API_REFUSED",
      says: "RetCode 171: Signature VerifyAC Error. Check for white space around the keys",
    },
  },
];
