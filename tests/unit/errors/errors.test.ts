import { inspect } from "node:util";
import { afterEach, expect, test } from "@jest/globals";
import { ApiError, type ApiRefusal } from "../../../provider/errors/api-error.ts";
import { ArgumentError } from "../../../provider/errors/argument-error.ts";
import { CancelledError } from "../../../provider/errors/cancelled-error.ts";
import {
  type AttemptSummary,
  type CompShareError,
  type CredentialsSource,
  errorCodes,
} from "../../../provider/errors/compshare-error.ts";
import { ConfigurationError } from "../../../provider/errors/configuration-error.ts";
import { ImageAmbiguousError } from "../../../provider/errors/image-ambiguous-error.ts";
import { ImageNotFoundError } from "../../../provider/errors/image-not-found-error.ts";
import type { InputProblem } from "../../../provider/errors/input-problem.ts";
import { ResponseShapeError, responseReasons } from "../../../provider/errors/response-shape-error.ts";
import { TransportError, transportReasons } from "../../../provider/errors/transport-error.ts";
import { attemptText, errorText } from "../../../provider/messages/error-text.ts";
import { setLanguage } from "../../../provider/messages/messages.ts";

afterEach(() => setLanguage("en"));

const refusal: ApiRefusal = {
  action: "DescribeCompShareImages",
  retCode: 299,
  message: "Denied",
  requestId: "6f1",
  meaning: {
    category: "access",
    hint: "policy",
    refusesKeys: false,
    noSuchImage: false,
    parameter: undefined,
    argument: undefined,
  },
};
const problems: readonly InputProblem[] = [
  { property: "limit", problem: { kind: "tooSmall", least: 1 } },
  { property: "name", problem: { kind: "wrongType", wanted: "string" } },
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
        query: { filters: [], places: [], region: "r", source: "any" },
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
    "API_REFUSED: DescribeCompShareImages was refused with RetCode 299: Denied. [request 6f1] An IAM policy denies the call; allow the listing of CompShare images.",
  ],
  [
    "TransportError",
    "transient",
    new TransportError({ reason: "NET_RESET", systemCode: "EPIPE" }),
    "TRANSPORT_FAILED: NET_RESET: the connection broke before the response was complete [EPIPE]",
  ],
  [
    "ResponseShapeError",
    "internal",
    new ResponseShapeError({ reason: "SCHEMA", problem: "type", action: "A", path: "ImageSet[3].Name" }),
    "RESPONSE_UNEXPECTED: SCHEMA: A: ImageSet[3].Name is not of the type that CompShare documents",
  ],
  [
    "CancelledError",
    "cancelled",
    new CancelledError(),
    "CANCELLED: the call was stopped before it had a result",
  ],
];

test.each(samples)("%s is of category %s and reads as it should", (name, category, error, text) => {
  expect([error.name, error.category, errorText(error)]).toEqual([name, category, text]);
  expect(Object.keys(errorCodes)).toContain(error.code);
});

test("every code has an error that carries it", () => {
  expect(new Set(samples.map(([, , { code }]) => code))).toEqual(new Set(Object.keys(errorCodes)));
});

test("to developers an error gives its reason, whatever the language", () => {
  setLanguage("zh");
  expect(new TransportError({ reason: "NET_RESET", systemCode: "EPIPE" }).message).toBe("NET_RESET");
  expect(new ResponseShapeError({ reason: "BODY_EMPTY", action: "A" }).message).toBe("BODY_EMPTY");
  expect(new ApiError(refusal).message).toBe("RetCode 299");
  expect(new CancelledError().message).toBe("CANCELLED");
  expect(new ArgumentError(problems).message).toBe("limit: tooSmall; name: wrongType");
  expect(new ConfigurationError(problems).message).toBe("limit: tooSmall; name: wrongType");
  expect(ConfigurationError.ofNoProperty({ kind: "notConfigured" }).message).toBe("notConfigured");
});

const summary: AttemptSummary = {
  attempts: 4,
  maxAttempts: 4,
  elapsedMs: 3512,
  credentialsSource: undefined,
  quotaSpent: false,
};

test("how hard it was tried stands at the end", () => {
  const error = new TransportError({ reason: "NET_RESET", systemCode: "EPIPE" });
  error.attemptSummary = summary;
  expect(errorText(error)).toBe(
    "TRANSPORT_FAILED: NET_RESET: the connection broke before the response was complete [EPIPE] (attempt 4 of 4, 3.5 s)",
  );
});

test.each<[CredentialsSource, string, string]>([
  [
    "configuration",
    "the provider's configuration (publicKey, privateKey)",
    "provider 配置（publicKey、privateKey）",
  ],
  [
    "environment",
    "the environment (COMPSHARE_PUBLIC_KEY, COMPSHARE_PRIVATE_KEY)",
    "环境变量（COMPSHARE_PUBLIC_KEY、COMPSHARE_PRIVATE_KEY）",
  ],
  ["profile", "the CompShare CLI's profile file", "CompShare CLI 的配置文件"],
  ["currentProfile", "the CompShare CLI's current profile", "CompShare CLI 的当前 profile"],
  [
    "ucloudEnvironment",
    "the environment (UCLOUD_PUBLIC_KEY, UCLOUD_PRIVATE_KEY)",
    "环境变量（UCLOUD_PUBLIC_KEY、UCLOUD_PRIVATE_KEY）",
  ],
  [
    "ucloudFiles",
    "UCloud's files (~/.ucloud/config.json, ~/.ucloud/credential.json)",
    "UCloud 的文件（~/.ucloud/config.json、~/.ucloud/credential.json）",
  ],
])("keys from %s are named, and so are retries that are used up", (credentialsSource, en, zh) => {
  const spent = { ...summary, attempts: 1, elapsedMs: 0, credentialsSource, quotaSpent: true };
  expect(attemptText(spent)).toBe(
    `attempt 1 of 4, 0.0 s, keys from ${en}, not retried, since too many calls are failing`,
  );
  setLanguage("zh");
  expect(attemptText(spent)).toBe(`第 1/4 次尝试，用时 0.0 秒，密钥来自${zh}，失败的调用过多，不再重试`);
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
])("of responses, %s are %j", (category, reasons) => {
  const found = Object.entries(responseReasons).filter(([, own]) => own === category);
  expect(found.map(([reason]) => reason)).toEqual(reasons);
});

test("a server's words are one plain line, cut, in the message; the facts keep what was received", () => {
  const message = `\u001b[2Jline 1\nline 2 ${"x".repeat(400)}`;
  const error = new ApiError({ ...refusal, message, requestId: `id\n${"y".repeat(200)}` });
  const [line, ...others] = errorText(error).split("\n");
  expect(others).toEqual([]);
  expect(line).toMatch(
    /^API_REFUSED: DescribeCompShareImages was refused with RetCode 299: \\u\{1b\}\[2Jline 1\\u\{a\}line 2 x+…\. \[request id\\u\{a\}y+…\] An IAM policy denies the call; allow the listing of CompShare images\.$/,
  );
  expect(error.retCode).toBe(299);
  expect(inspect(error)).toContain("ApiError");
});

test("an error is written in the language that is chosen when it is read", () => {
  const errors = [new CancelledError(), new ApiError(refusal)];
  setLanguage("zh");
  expect(errors.map(errorText)).toEqual([
    "CANCELLED: 调用在得到结果之前被中止",
    "API_REFUSED: DescribeCompShareImages 被拒绝，RetCode 299：Denied。[请求 6f1] IAM 策略拒绝了此操作，请放行镜像查询接口。",
  ]);
});
