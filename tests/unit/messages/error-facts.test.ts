import { expect, test } from "@jest/globals";
import { ApiError } from "../../../provider/errors/api-error.ts";
import { ArgumentError } from "../../../provider/errors/argument-error.ts";
import { CancelledError } from "../../../provider/errors/cancelled-error.ts";
import { CompShareError } from "../../../provider/errors/compshare-error.ts";
import { ConfigurationError } from "../../../provider/errors/configuration-error.ts";
import { ResponseShapeError } from "../../../provider/errors/response-shape-error.ts";
import { TransportError } from "../../../provider/errors/transport-error.ts";
import { errorFacts } from "../../../provider/messages/error-facts.ts";
import { createClient } from "../../../provider/ucloud/client.ts";
import { retCodeMeaning } from "../../../provider/ucloud/ret-codes.ts";
import { createSecret } from "../../../provider/ucloud/secret.ts";
import type { Post } from "../../../provider/ucloud/transport.ts";
import { rejectionOf } from "../../support/thrown.ts";
import { clientParts, listRequest, reply } from "../../support/ucloud/client-parts.ts";
import { createVirtualClock } from "../../support/ucloud/virtual-clock.ts";

const refused = (retCode: number, message: string): ApiError =>
  new ApiError({
    action: "DescribeX",
    retCode,
    message,
    requestId: "6f1",
    retryAfterMs: 2000,
    meaning: retCodeMeaning(retCode, message),
  });

test.each<[CompShareError, object]>([
  [
    refused(230, "Params [Region] not available"),
    {
      code: "API_REFUSED",
      category: "caller",
      facts: {
        action: "DescribeX",
        retCode: 230,
        message: "Params [Region] not available",
        requestId: "6f1",
        retryAfterMs: 2000,
        parameter: "Region",
        argument: "region",
        refusesKeys: false,
        noSuchImage: false,
      },
    },
  ],
  [
    new TransportError({ reason: "NET_CONNECT", obstacle: "refused", systemCode: "ECONNREFUSED" }),
    {
      code: "TRANSPORT_FAILED",
      reason: "NET_CONNECT",
      category: "transient",
      facts: { obstacle: "refused", systemCode: "ECONNREFUSED" },
    },
  ],
  [
    new ResponseShapeError({ reason: "PAGE_INCOMPLETE", read: 7, total: 25 }),
    {
      code: "RESPONSE_UNEXPECTED",
      reason: "PAGE_INCOMPLETE",
      category: "internal",
      facts: { read: 7, total: 25 },
    },
  ],
  [
    new ArgumentError([{ property: "limit", problem: { kind: "tooSmall", least: 1 } }]),
    {
      code: "ARGUMENT_INVALID",
      category: "caller",
      facts: {
        problems: [{ property: "limit", text: "`limit` must be at least 1", kind: "tooSmall", least: 1 }],
      },
    },
  ],
  [
    new ConfigurationError([
      {
        property: "privatKey",
        hidden: true,
        problem: {
          kind: "unknownKey",
          allowed: ["publicKey", "privateKey"],
          closest: undefined,
          ofProject: false,
        },
      },
    ]),
    {
      code: "CONFIGURATION_INVALID",
      category: "access",
      facts: {
        problems: [
          {
            property: "privatKey",
            text: "unknown configuration key `privatKey`; known are `publicKey`, `privateKey`",
            kind: "unknownKey",
            allowed: ["publicKey", "privateKey"],
            ofProject: false,
          },
        ],
      },
    },
  ],
  [new CancelledError(), { code: "CANCELLED", category: "cancelled", facts: {} }],
])("%s is plain facts", (error, facts) => {
  expect(errorFacts(error)).toStrictEqual(facts);
  expect(JSON.parse(JSON.stringify(errorFacts(error)))).toStrictEqual(facts);
});

test("how hard it was tried is among the facts, and where the keys come from", () => {
  const error = refused(171, "no");
  error.attemptSummary = {
    attempts: 1,
    maxAttempts: 4,
    elapsedMs: 12,
    quotaSpent: false,
    credentialsSource: "ucloudFiles",
  };
  expect(errorFacts(error)["attempts"]).toStrictEqual({
    attempts: 1,
    maxAttempts: 4,
    elapsedMs: 12,
    quotaSpent: false,
    credentialsSource: "ucloudFiles",
  });
});

test("texts from outside are one plain line, cut", () => {
  const { facts } = errorFacts(refused(999, `\u001b[2J\u202e${"x".repeat(1000)}`));
  expect(JSON.stringify(facts)).toMatch(/"message":"\\\\u\{1b\}\[2J\\\\u\{202e\}x+…"/);
});

const canary = "canary-4711";
const outcomes: readonly (readonly [string, (form: string) => ReturnType<typeof reply> | Error])[] = [
  ["the request in a refusal", (form) => reply(200, JSON.stringify({ RetCode: 171, Message: form }))],
  ["a web page", () => reply(200, `<p>${canary}`)],
  ["half an object", () => reply(200, `{"${canary}`)],
  ["an object of another shape", () => reply(200, `{"RetCode":0,"ImageSet":"${canary}"}`)],
  ["a RetCode that is none", () => reply(200, `{"RetCode":"${canary}"}`)],
  ["a status", () => reply(404, canary, { "content-type": `text/html; ${canary}` })],
  ["an error with a body", () => Object.assign(new Error(canary), { code: "ECONNRESET", body: canary })],
];

test.each(outcomes)("no key, signature or body is among the facts of %s", async (_, outcome) => {
  let signature = "";
  const post: Post = async (_, form) => {
    signature = new URLSearchParams(form).get("Signature") ?? "";
    const given = outcome(form);
    if (given instanceof Error) throw given;
    return given;
  };
  const parts = { ...clientParts(post, createVirtualClock()), maxAttempts: 1 };
  const client = createClient({
    ...parts,
    publicKey: "public-4711",
    privateKey: createSecret("private-4711"),
  });
  const limits = { deadline: 60_000, signal: new AbortController().signal };
  const error = await rejectionOf(client.call("DescribeCompShareImages", listRequest, limits));
  expect(error).toBeInstanceOf(CompShareError);
  const facts = error instanceof CompShareError ? JSON.stringify(errorFacts(error)) : "";
  expect(signature).toMatch(/^[0-9a-f]{40}$/);
  for (const secret of [canary, "public-4711", "private-4711", signature])
    expect(facts).not.toContain(secret);
});

test("the text of a problem is whole beside its facts, and texts from outside are cut short", () => {
  const lookedIn = [
    "configuration",
    "environment",
    "currentProfile",
    "ucloudEnvironment",
    "ucloudFiles",
  ] as const;
  const [noKeys, missing] = (
    errorFacts(
      new ConfigurationError([
        { property: "", problem: { kind: "noKeys", lookedIn } },
        { property: "catalogFile", problem: { kind: "catalogFileMissing", path: "a".repeat(5000) } },
      ]),
    )["facts"] as { readonly problems: readonly Readonly<Record<string, string>>[] }
  ).problems;
  expect(noKeys?.["text"]).toMatch(/^no credentials were found\. .* make them at https:.*\/api_manage$/);
  expect(missing?.["path"]?.length).toBeLessThan(400);
});
