import { status } from "@grpc/grpc-js";
import { expect, test } from "@jest/globals";
import { ApiError } from "../../../provider/errors/api-error.ts";
import { ArgumentError } from "../../../provider/errors/argument-error.ts";
import { CancelledError } from "../../../provider/errors/cancelled-error.ts";
import { ConfigurationError } from "../../../provider/errors/configuration-error.ts";
import { ImageAmbiguousError } from "../../../provider/errors/image-ambiguous-error.ts";
import { ImageNotFoundError } from "../../../provider/errors/image-not-found-error.ts";
import type { InputProblem } from "../../../provider/errors/input-problem.ts";
import { ResponseShapeError } from "../../../provider/errors/response-shape-error.ts";
import { TransportError } from "../../../provider/errors/transport-error.ts";
import { grpcFault } from "../../../provider/grpc/status-of-error.ts";
import { retCodeMeaning } from "../../../provider/ucloud/ret-codes.ts";

const problem: readonly InputProblem[] = [{ property: "", problem: { kind: "notConfigured" } }];
const refusal = (retCode: number): ApiError =>
  new ApiError({
    action: "A",
    retCode,
    message: undefined,
    requestId: undefined,
    meaning: retCodeMeaning(retCode, undefined),
  });

test.each<[string, Error, number]>([
  ["a configuration that cannot be used", new ConfigurationError(problem), status.FAILED_PRECONDITION],
  ["an argument that cannot be used", new ArgumentError(problem), status.INVALID_ARGUMENT],
  ["no image", new ImageNotFoundError({}), status.NOT_FOUND],
  ["several images", new ImageAmbiguousError({}), status.FAILED_PRECONDITION],
  ["a call that was stopped", new CancelledError(), status.CANCELLED],
  ["time that is up", new TransportError({ reason: "DEADLINE" }), status.DEADLINE_EXCEEDED],
  [
    "a connection that broke",
    new TransportError({ reason: "NET_RESET", systemCode: "ECONNRESET" }),
    status.UNAVAILABLE,
  ],
  [
    "too many requests",
    new TransportError({ reason: "HTTP_THROTTLED", status: 429 }),
    status.RESOURCE_EXHAUSTED,
  ],
  [
    "a certificate that is not trusted",
    new TransportError({ reason: "TLS_CERT", systemCode: "CERT_HAS_EXPIRED" }),
    status.FAILED_PRECONDITION,
  ],
  ["a wrong key", refusal(171), status.PERMISSION_DENIED],
  ["a parameter that is not available", refusal(230), status.INVALID_ARGUMENT],
  ["a throttled account", refusal(153), status.RESOURCE_EXHAUSTED],
  ["a gateway in trouble", refusal(150), status.UNAVAILABLE],
  [
    "an answer of the wrong shape",
    new ResponseShapeError({ reason: "SCHEMA", problem: "retCode", action: "A" }),
    status.INTERNAL,
  ],
  ["a fault that nobody foresaw", new RangeError("with a secret"), status.INTERNAL],
])("%s has a status that says who can act", (_, error, code) => {
  expect(grpcFault(error).code).toBe(code);
});

test("the text is the code, the message and how hard it was tried", () => {
  const error = new TransportError({ reason: "NET_RESET", systemCode: "EPIPE" });
  error.attemptSummary = {
    attempts: 4,
    maxAttempts: 4,
    elapsedMs: 1234,
    credentialsSource: undefined,
    quotaSpent: false,
  };
  expect(grpcFault(error).details).toBe(
    "TRANSPORT_FAILED: NET_RESET: the connection broke before the response was complete [EPIPE] (attempt 4 of 4, 1.2 s)",
  );
});

test("a fault of ours asks for a report", () => {
  expect(
    grpcFault(new ResponseShapeError({ reason: "SCHEMA", problem: "retCode", action: "A" })).details,
  ).toBe(
    "RESPONSE_UNEXPECTED: SCHEMA: A: RetCode must be a whole number\nThis is a bug in the plugin or a change in the API; please report it with the text above.",
  );
});

test("what nobody foresaw is told by its frame and never by its own words", () => {
  const { details } = grpcFault(new RangeError("key=hunter2"));
  expect(details).toMatch(/^Unexpected RangeError in .*status-of-error\.test\.ts.*please report/);
  expect(details).not.toContain("hunter2");
  expect(grpcFault("hunter2").details).toMatch(/^Unexpected string\. /);
});

test("a stack whose message fills the first lines shows no line of it", () => {
  expect(grpcFault(new Error("first\n    at hunter2 (file.ts:1:1)")).details).not.toContain("hunter2");
});

test.each([
  ["镜", 1],
  ["𠀀", 2],
  ["a\u{1f600}", 3],
])("a text of many %j is cut so that it fits and ends at a character", (character, length) => {
  const { details } = grpcFault(
    new ArgumentError([
      { property: "limit", problem: { kind: "wrongType", wanted: character.repeat(5000 * length) } },
    ]),
  );
  expect(encodeURI(details).length).toBeLessThanOrEqual(12_000);
  expect(details.endsWith("…")).toBe(true);
  expect(details).not.toContain("\ufffd");
});

test("half a surrogate pair in a text does not stop the status", () => {
  const half: InputProblem = { property: "limit", problem: { kind: "wrongType", wanted: "a\ud800b" } };
  expect(grpcFault(new ArgumentError([half])).details).toBe("ARGUMENT_INVALID: `limit` must be a\ufffdb");
});
