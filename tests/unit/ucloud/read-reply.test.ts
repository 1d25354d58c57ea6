import { inspect } from "node:util";
import { expect, test } from "@jest/globals";
import { CompShareError } from "../../../provider/errors/compshare-error.ts";
import { errorText } from "../../../provider/messages/error-text.ts";
import { readReply } from "../../../provider/ucloud/read-reply.ts";
import { messageOf, thrownBy } from "../../support/thrown.ts";
import { reply } from "../../support/ucloud/client-parts.ts";

const action = "DescribeCompShareImages";

function read(status: number, body: string, headers: Readonly<Record<string, string>> = {}): unknown {
  return readReply(action, reply(status, body, headers), { wallClock: () => 0 });
}

/** Category and text of what a response is refused with. */
function refusal(
  status: number,
  body: string,
  headers: Readonly<Record<string, string>> = {},
): readonly [string, string] {
  const error = thrownBy(() => read(status, body, headers));
  return error instanceof CompShareError ? [error.category, errorText(error)] : ["", inspect(error)];
}

test.each([
  ["a number", '{"RetCode":0,"TotalCount":2}', { RetCode: 0, TotalCount: 2 }],
  ["text", '{"RetCode":"0"}', { RetCode: "0" }],
  ["0 beside a Message", '{"RetCode":0,"Message":"ok"}', { RetCode: 0, Message: "ok" }],
  ["of another action", '{"RetCode":0,"Action":"OtherResponse"}', { RetCode: 0, Action: "OtherResponse" }],
  ["in an object with white space around it", '\n {"RetCode":0} \n', { RetCode: 0 }],
])("a RetCode that is %s is a success", (_, body, members) => {
  expect(read(200, body)).toEqual(members);
  expect(read(201, body)).toEqual(members);
});

const hint171 =
  "Check for white space around the keys, that they were made at https://console.compshare.cn/uaccount/api_manage (keys of other UCloud gateways are refused here), and that both belong together.";

test.each([
  ["access", 200, '{"RetCode":171,"Message":"Signature VerifyAC Error","request_uuid":"6f1"}'],
  ["access", 200, '{"RetCode":"171","Message":"Signature VerifyAC Error","request_uuid":"6f1"}'],
  ["access", 500, '{"RetCode":171,"Message":"Signature VerifyAC Error","request_uuid":"6f1"}'],
  ["access", 403, '{"RetCode":171,"Message":"Signature VerifyAC Error","request_uuid":"6f1"}'],
])("%s: a RetCode says more than HTTP %i", (category, status, body) => {
  expect(refusal(status, body)).toEqual([
    category,
    `API_REFUSED: ${action} was refused with RetCode 171: Signature VerifyAC Error. [request 6f1] ${hint171}`,
  ]);
});

test("the request ID of the header stands in for the one of the body, and a refusal may have neither nor words", () => {
  const throttled = "Too many requests; retry later or run fewer deployments at once.";
  expect(refusal(200, '{"RetCode":153}', { "x-ucloud-request-uuid": "abc" })).toEqual([
    "throttled",
    `API_REFUSED: ${action} was refused with RetCode 153. [request abc] ${throttled}`,
  ]);
  expect(refusal(200, '{"RetCode":153,"Message":7,"request_uuid":7}')).toEqual([
    "throttled",
    `API_REFUSED: ${action} was refused with RetCode 153. ${throttled}`,
  ]);
});

const transport = (reason: string, text: string): string => `TRANSPORT_FAILED: ${reason}: ${text}`;
const refused = "the gateway does not accept the request; check `baseUrl` and the proxy";
const trouble = "the gateway is having trouble";

test.each([
  [
    300,
    "caller",
    transport(
      "REDIRECT",
      `HTTP 300: the gateway redirected ${action}; redirects are not followed; check \`baseUrl\``,
    ),
  ],
  [
    301,
    "caller",
    transport(
      "REDIRECT",
      `HTTP 301: the gateway redirected ${action}; redirects are not followed; check \`baseUrl\``,
    ),
  ],
  [
    307,
    "caller",
    transport(
      "REDIRECT",
      `HTTP 307: the gateway redirected ${action}; redirects are not followed; check \`baseUrl\``,
    ),
  ],
  [400, "caller", transport("HTTP_REFUSED", `HTTP 400: ${refused}`)],
  [401, "caller", transport("HTTP_REFUSED", `HTTP 401: ${refused}`)],
  [404, "caller", transport("HTTP_REFUSED", `HTTP 404: ${refused}`)],
  [405, "caller", transport("HTTP_REFUSED", `HTTP 405: ${refused}`)],
  [
    407,
    "caller",
    transport("PROXY_AUTH", "HTTP 407: the proxy wants other credentials; check HTTPS_PROXY and HTTP_PROXY"),
  ],
  [408, "transient", transport("HTTP_RETRYABLE", `HTTP 408: ${trouble}`)],
  [425, "transient", transport("HTTP_RETRYABLE", `HTTP 425: ${trouble}`)],
  [429, "throttled", transport("HTTP_THROTTLED", "HTTP 429: too many requests")],
  [500, "transient", transport("HTTP_RETRYABLE", `HTTP 500: ${trouble}`)],
  [501, "caller", transport("HTTP_REFUSED", `HTTP 501: ${refused}`)],
  [502, "transient", transport("HTTP_RETRYABLE", `HTTP 502: ${trouble}`)],
  [503, "transient", transport("HTTP_RETRYABLE", `HTTP 503: ${trouble}`)],
  [504, "transient", transport("HTTP_RETRYABLE", `HTTP 504: ${trouble}`)],
  [505, "caller", transport("HTTP_REFUSED", `HTTP 505: ${refused}`)],
])("HTTP %i is %s, whatever the body says short of a RetCode", (status, category, text) => {
  for (const body of ["", "<html>error</html>", "{}", "[1]", '{"RetCode":0}', '{"RetCode":null}'])
    expect(refusal(status, body)).toEqual([category, text]);
});

test("a RetCode below 0 is a refusal", () => {
  expect(refusal(200, '{"RetCode":-1}')).toEqual([
    "caller",
    `API_REFUSED: ${action} was refused with RetCode -1. Look the code up in CompShare's list of error codes.`,
  ]);
});

test("part of a second counts as a whole one in the text", () => {
  const error = thrownBy(() =>
    readReply(action, reply(503, "", { "retry-after": "Thu, 01 Jan 1970 00:00:02 GMT" }), {
      wallClock: () => 500,
    }),
  );
  expect(error).toMatchObject({ retryAfterMs: 1500 });
  expect(messageOf(error)).toBe(
    "HTTP_RETRYABLE: HTTP 503: the gateway is having trouble; it asks to wait 2 s",
  );
});

test("the server's wish to be left alone is kept and shown", () => {
  const error = thrownBy(() => read(503, "", { "retry-after": "2" }));
  expect(error).toMatchObject({ reason: "HTTP_RETRYABLE", retryAfterMs: 2000 });
  expect(refusal(429, "", { "retry-after": "86400" })[1]).toBe(
    transport("HTTP_THROTTLED", "HTTP 429: too many requests; it asks to wait 86400 s"),
  );
});

const shape = (text: string): string => `RESPONSE_UNEXPECTED: ${text}`;
const portal = "a portal or proxy may have responded in CompShare's place";

test.each([
  ["no text at all", "", "retryOnce", `BODY_EMPTY: ${action}: the response is empty`],
  ["white space", " \n\t", "retryOnce", `BODY_EMPTY: ${action}: the response is empty`],
  [
    "a cut object",
    '{"RetCode":0,"Image',
    "retryOnce",
    `BODY_TRUNCATED: ${action}: the response ends in the middle, after 19 characters`,
  ],
  [
    "a web page",
    "<!doctype html>",
    "retryOnce",
    `BODY_NOT_JSON: ${action}: the response is not a JSON object but text/html of 15 characters; ${portal}`,
  ],
  [
    "a list",
    "[1]",
    "retryOnce",
    `BODY_NOT_JSON: ${action}: the response is not a JSON object but text/html of 3 characters; ${portal}`,
  ],
  [
    "null",
    "null",
    "retryOnce",
    `BODY_NOT_JSON: ${action}: the response is not a JSON object but text/html of 4 characters; ${portal}`,
  ],
  [
    "NaN in JSON",
    '{"RetCode":NaN}',
    "retryOnce",
    `BODY_NOT_JSON: ${action}: the response is not a JSON object but text/html of 15 characters; ${portal}`,
  ],
  [
    "two documents",
    '{"RetCode":0}{"RetCode":0}',
    "retryOnce",
    `BODY_NOT_JSON: ${action}: the response is not a JSON object but text/html of 26 characters; ${portal}`,
  ],
  ["an object without RetCode", "{}", "internal", `SCHEMA: ${action}: RetCode must be a whole number`],
  ["RetCode null", '{"RetCode":null}', "internal", `SCHEMA: ${action}: RetCode must be a whole number`],
  ["RetCode true", '{"RetCode":true}', "internal", `SCHEMA: ${action}: RetCode must be a whole number`],
  ["RetCode {}", '{"RetCode":{}}', "internal", `SCHEMA: ${action}: RetCode must be a whole number`],
  ["RetCode 1.5", '{"RetCode":1.5}', "internal", `SCHEMA: ${action}: RetCode must be a whole number`],
  ["RetCode in words", '{"RetCode":"zero"}', "internal", `SCHEMA: ${action}: RetCode must be a whole number`],
  [
    "RetCode of nobody",
    '{"__proto__":{"RetCode":0}}',
    "internal",
    `SCHEMA: ${action}: RetCode must be a whole number`,
  ],
])("HTTP 200 with %s is no response", (_, body, category, text) => {
  expect(refusal(200, body, { "content-type": "text/html; charset=utf-8" })).toEqual([category, shape(text)]);
});

test.each([
  ["NaN", '{"RetCode":NaN}'],
  ["a comma too many", '{"RetCode":0,}'],
  ["a call around it", 'callback({"RetCode":0})'],
  ["two documents", '{"RetCode":0}{"RetCode":0}'],
  ["a list", "[1]"],
])("what is no web page is not retried: %s", (_, body) => {
  const [category, text] = refusal(200, body, { "content-type": "application/json" });
  expect(category).toBe("internal");
  expect(text).toContain(
    `BODY_NOT_JSON: ${action}: the response is not a JSON object but application/json of `,
  );
});

test("a web page that calls itself JSON is known by its first character", () => {
  expect(refusal(200, "\n<html>", { "content-type": "application/json" })[0]).toBe("retryOnce");
});

test("HTTP 204 is an empty response", () => {
  expect(refusal(204, "")).toEqual(["retryOnce", shape(`BODY_EMPTY: ${action}: the response is empty`)]);
});

test("nothing of a body gets into an error but a refusal's Message and request ID, in plain text and cut", () => {
  const canary = "canary-4711";
  for (const body of [
    `<p>${canary}`,
    `{"${canary}`,
    `{"RetCode":"${canary}"}`,
    `{"RetCode":9,"Other":"${canary}"}`,
  ])
    for (const status of [200, 302, 404, 503]) {
      const error = thrownBy(() => read(status, body, { "content-type": `text/html; ${canary}` }));
      expect(inspect(error, { depth: null, showHidden: true })).not.toContain(canary);
    }
  const message = `\u001b[2Jbad\n${"x".repeat(1000)}`;
  const [, text] = refusal(200, JSON.stringify({ RetCode: 9, Message: message }));
  expect(text).toContain("RetCode 9: \\u{1b}[2Jbad\\u{a}xxx");
  expect(text.length).toBeLessThan(500);
});

test("a refusal that quotes the request is shown without what is hidden", () => {
  const body = JSON.stringify({ RetCode: 171, Message: "bad \u0073ecret", request_uuid: "of secret" });
  const hide = (text: string): string => text.replaceAll("secret", "[hidden]");
  expect(thrownBy(() => readReply(action, reply(200, body), { hide }))).toMatchObject({
    facts: { message: "bad [hidden]", requestId: "of [hidden]" },
  });
});
