import { inspect } from "node:util";
import { afterEach, expect, test } from "@jest/globals";
import { ApiError, type ApiRefusal } from "../../../provider/errors/api-error.ts";
import { ArgumentError } from "../../../provider/errors/argument-error.ts";
import { CancelledError } from "../../../provider/errors/cancelled-error.ts";
import { type CompShareError, errorCodes } from "../../../provider/errors/compshare-error.ts";
import { ConfigurationError } from "../../../provider/errors/configuration-error.ts";
import { ImageAmbiguousError } from "../../../provider/errors/image-ambiguous-error.ts";
import { ImageNotFoundError } from "../../../provider/errors/image-not-found-error.ts";
import { ResponseShapeError, responseReasons } from "../../../provider/errors/response-shape-error.ts";
import { TransportError, transportReasons } from "../../../provider/errors/transport-error.ts";
import { errorText } from "../../../provider/messages/error-text.ts";
import { setLanguage } from "../../../provider/messages/messages.ts";

afterEach(() => setLanguage("en"));

const refusal: ApiRefusal = {
  action: "DescribeCompShareImages",
  retCode: 171,
  message: "Signature VerifyAC Error",
  requestId: "6f1",
  category: "access",
  parameter: undefined,
  hint: "Check the keys.",
};
const problems = [
  { property: "limit", reason: "`limit` must be at least 1" },
  { property: "name", reason: "`name` must be text" },
];

const samples: readonly (readonly [string, string, CompShareError, string])[] = [
  [
    "ConfigurationError",
    "access",
    new ConfigurationError(problems),
    "CONFIGURATION_INVALID: `limit` must be at least 1; `name` must be text",
  ],
  [
    "ArgumentError",
    "caller",
    new ArgumentError(problems),
    "ARGUMENT_INVALID: `limit` must be at least 1; `name` must be text",
  ],
  [
    "ImageNotFoundError",
    "caller",
    new ImageNotFoundError({ tooFew: { found: 1, least: 2 } }),
    "IMAGE_NOT_FOUND: 1 image matches, and `minCount` asks for 2.",
  ],
  [
    "ImageAmbiguousError",
    "caller",
    new ImageAmbiguousError({
      tooMany: {
        query: { filters: [], region: "r", source: "any" },
        found: 3,
        most: 2,
        first: [{ id: "a", name: "b" }],
      },
    }),
    'IMAGE_AMBIGUOUS: 3 images match , and `maxCount` allows 2: "b" a, …. Narrow the query or raise `maxCount`.',
  ],
  [
    "ApiError",
    "access",
    new ApiError(refusal),
    "API_REFUSED: DescribeCompShareImages was refused with RetCode 171: Signature VerifyAC Error. [request 6f1] Check the keys.",
  ],
  [
    "TransportError",
    "transient",
    new TransportError("NET_RESET", "broken"),
    "TRANSPORT_FAILED: NET_RESET: broken",
  ],
  [
    "ResponseShapeError",
    "internal",
    new ResponseShapeError("SCHEMA", "odd"),
    "RESPONSE_UNEXPECTED: SCHEMA: odd",
  ],
  [
    "CancelledError",
    "cancelled",
    new CancelledError(),
    "CANCELLED: the call was stopped before it was answered",
  ],
];

test.each(samples)("%s is of category %s and reads as it should", (name, category, error, text) => {
  expect([error.name, error.category, errorText(error)]).toEqual([name, category, text]);
  expect(Object.keys(errorCodes)).toContain(error.code);
});

test("every code has an error that carries it", () => {
  expect(new Set(samples.map(([, , { code }]) => code))).toEqual(new Set(Object.keys(errorCodes)));
});

test("how hard it was tried stands at the end", () => {
  const error = new TransportError("NET_RESET", "broken");
  error.attemptSummary = "attempt 4 of 4, 3.5 s";
  expect(errorText(error)).toBe("TRANSPORT_FAILED: NET_RESET: broken (attempt 4 of 4, 3.5 s)");
});

test.each([
  ["transient", ["NET_CONNECT", "NET_RESET", "HTTP_RETRYABLE", "TIMEOUT_ATTEMPT"]],
  ["throttled", ["HTTP_THROTTLED"]],
  ["retryOnce", ["NET_DNS", "PROXY_REFUSED", "HTTP_PROTOCOL"]],
  ["caller", ["TLS_CERT", "TLS_PROTOCOL", "PROXY_AUTH", "HTTP_REFUSED", "REDIRECT"]],
  ["cancelled", ["DEADLINE"]],
])("of the transport, %s are %j", (category, reasons) => {
  const found = Object.entries(transportReasons).filter(([, own]) => own === category);
  expect(found.map(([reason]) => reason)).toEqual(reasons);
});

test.each([
  ["retryOnce", ["BODY_EMPTY", "BODY_NOT_JSON", "BODY_TRUNCATED"]],
  [
    "internal",
    ["BODY_TOO_LARGE", "BODY_ENCODING", "SCHEMA", "PAGE_STUCK", "PAGE_INCOMPLETE", "LISTING_TOO_LARGE"],
  ],
])("of answers, %s are %j", (category, reasons) => {
  const found = Object.entries(responseReasons).filter(([, own]) => own === category);
  expect(found.map(([reason]) => reason)).toEqual(reasons);
});

test("a server's words are one plain line, cut, in the message; the fields keep what was received", () => {
  const message = `\u001b[2Jline 1\nline 2 ${"x".repeat(400)}`;
  const error = new ApiError({ ...refusal, message, requestId: `id\n${"y".repeat(200)}` });
  const [line, ...others] = errorText(error).split("\n");
  expect(others).toEqual([]);
  expect(line).toMatch(
    /^API_REFUSED: DescribeCompShareImages was refused with RetCode 171: \\u\{1b\}\[2Jline 1\\u\{a\}line 2 x+…\. \[request id\\u\{a\}y+…\] Check the keys\.$/,
  );
  expect(error.retCode).toBe(171);
  expect(inspect(error)).toContain("ApiError");
});

test("an error speaks the language that was chosen when it was written", () => {
  setLanguage("zh");
  expect(errorText(new CancelledError())).toBe("CANCELLED: 调用在得到结果之前被中止");
  expect(errorText(new ApiError({ ...refusal, hint: "请检查密钥。" }))).toBe(
    "API_REFUSED: DescribeCompShareImages 被拒绝，RetCode 171：Signature VerifyAC Error。[请求 6f1] 请检查密钥。",
  );
});
