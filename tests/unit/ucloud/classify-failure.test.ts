import { inspect } from "node:util";
import { expect, test } from "@jest/globals";
import * as fc from "fast-check";
import type { Category } from "../../../provider/errors/compshare-error.ts";
import { TransportError } from "../../../provider/errors/transport-error.ts";
import { classifyFailure } from "../../../provider/ucloud/classify-failure.ts";
import { messageOf } from "../../support/thrown.ts";

function failed(code: string, more: object = {}): Error {
  return Object.assign(new Error(`${code} canary`), { code, ...more });
}

const unreachable = "NET_CONNECT: the gateway cannot be reached";
const broken = "NET_RESET: the connection broke before the response was complete";
const certificate =
  "TLS_CERT: the gateway's certificate cannot be trusted; behind an inspecting proxy, put its CA into NODE_EXTRA_CA_CERTS";
const noTls = "TLS_PROTOCOL: the gateway does not speak TLS on this port; check `baseUrl`";

test.each<[string, Category, string]>([
  [
    "ENOTFOUND",
    "retryOnce",
    "NET_DNS: the gateway's name is unknown; check `baseUrl` and this machine's name servers",
  ],
  ["EAI_AGAIN", "transient", "NET_CONNECT: the gateway's name cannot be looked up for now"],
  [
    "ECONNREFUSED",
    "transient",
    "NET_CONNECT: the gateway refused the connection; check `baseUrl` and proxy settings",
  ],
  ["EHOSTUNREACH", "transient", unreachable],
  ["ENETUNREACH", "transient", unreachable],
  ["ETIMEDOUT", "transient", unreachable],
  ["UND_ERR_CONNECT_TIMEOUT", "transient", "NET_CONNECT: connecting took too long"],
  ["ERR_SOCKET_CONNECTION_TIMEOUT", "transient", "NET_CONNECT: connecting took too long"],
  ["UND_ERR_PRX_CONN", "transient", "NET_CONNECT: the proxy cannot be reached"],
  ["ECONNRESET", "transient", broken],
  ["EPIPE", "transient", broken],
  ["UND_ERR_SOCKET", "transient", broken],
  ["UND_ERR_RES_CONTENT_LENGTH_MISMATCH", "transient", broken],
  [
    "UND_ERR_ABORTED",
    "retryOnce",
    "PROXY_REFUSED: the proxy refused to connect; check its address and NO_PROXY",
  ],
  ["UND_ERR_HEADERS_OVERFLOW", "caller", "HTTP_REFUSED: the headers of the response are too large"],
  ["DEPTH_ZERO_SELF_SIGNED_CERT", "caller", certificate],
  ["SELF_SIGNED_CERT_IN_CHAIN", "caller", certificate],
  ["CERT_HAS_EXPIRED", "caller", certificate],
  ["UNABLE_TO_VERIFY_LEAF_SIGNATURE", "caller", certificate],
  ["UNABLE_TO_GET_ISSUER_CERT_LOCALLY", "caller", certificate],
  ["ERR_TLS_CERT_ALTNAME_INVALID", "caller", certificate],
  ["ERR_SSL_WRONG_VERSION_NUMBER", "caller", noTls],
  ["EPROTO", "caller", noTls],
])("%s is %s: %s", (code, category, text) => {
  const failure = classifyFailure(failed(code));
  expect(failure).toMatchObject({ category, facts: { systemCode: code } });
  expect(messageOf(failure)).toBe(`${text} [${code}]`);
});

test("bytes that are no HTTP are known by the name of undici's error, which has a code of its own kind", () => {
  const error = Object.assign(new Error("Expected HTTP/"), {
    name: "HTTPParserError",
    code: "HPE_INVALID_CONSTANT",
  });
  expect(classifyFailure(error)).toMatchObject({ reason: "HTTP_PROTOCOL", category: "retryOnce" });
  expect(messageOf(classifyFailure(error))).toBe("HTTP_PROTOCOL: the response is not HTTP; check `baseUrl`");
});

test.each(["UND_ERR_ABORTED", "UND_ERR_INVALID_ARG"])(
  "a proxy's 407 comes as %s and is told apart",
  (code) => {
    const error = Object.assign(new Error("Proxy response (407) !== 200 when HTTP Tunneling"), { code });
    expect(classifyFailure(error)).toMatchObject({ reason: "PROXY_AUTH", category: "caller" });
  },
);

/** An error of a call of the system, as Node.js makes them. */
function systemError(syscall: string, code: string): Error {
  return failed(code, { errno: -1, syscall });
}

test.each([
  ["connect", "EACCES", "NET_CONNECT", { obstacle: "unreachable" }],
  ["connect", "EINVAL", "NET_CONNECT", { obstacle: "unreachable" }],
  ["connect", "EADDRNOTAVAIL", "NET_CONNECT", { obstacle: "unreachable" }],
  ["connect", "ENETDOWN", "NET_CONNECT", { obstacle: "unreachable" }],
  ["connect", "EPERM", "NET_CONNECT", { obstacle: "unreachable" }],
  ["connect", "EMFILE", "NET_CONNECT", { obstacle: "unreachable" }],
  ["connect", "ECONNRESET", "NET_CONNECT", { obstacle: "unreachable" }],
  ["connect", "ECONNREFUSED", "NET_CONNECT", { obstacle: "refused" }],
  ["connect", "ENEW", "NET_CONNECT", { obstacle: "unreachable" }],
  ["getaddrinfo", "ENOTFOUND", "NET_DNS", {}],
  ["getaddrinfo", "EAI_AGAIN", "NET_CONNECT", { obstacle: "name" }],
  ["getaddrinfo", "EAI_FAIL", "NET_CONNECT", { obstacle: "name" }],
  ["getaddrinfo", "EAI_MEMORY", "NET_CONNECT", { obstacle: "name" }],
  ["read", "ECONNRESET", "NET_RESET", {}],
  ["read", "ENETDOWN", "NET_RESET", {}],
  ["read", "ENEW", "NET_RESET", {}],
  ["write", "ECANCELED", "NET_RESET", {}],
  ["write", "EPROTO", "TLS_PROTOCOL", {}],
  ["shutdown", "ENOTCONN", "NET_RESET", {}],
])("%s that fails with %s is %s: the call counts, its code is a detail", (syscall, code, reason, facts) => {
  expect(classifyFailure(systemError(syscall, code))).toMatchObject({
    reason,
    facts: { ...facts, systemCode: code },
  });
});

/** OpenSSL's verdict, as Node.js makes an error of it. */
const verdict = (code: string, message: string): Error => Object.assign(new Error(message), { code });

test.each([
  ["INVALID_PURPOSE", "unsuitable certificate purpose", "INVALID_PURPOSE"],
  ["PATH_LENGTH_EXCEEDED", "path length constraint exceeded", "PATH_LENGTH_EXCEEDED"],
  ["UNSPECIFIED", "EE certificate key too weak", "UNSPECIFIED: EE certificate key too weak"],
  ["UNSPECIFIED", "unhandled critical extension", "UNSPECIFIED: unhandled critical extension"],
  ["UNSPECIFIED", "<script>\u001b[2J", "UNSPECIFIED"],
  ["UNSPECIFIED", "a verdict\nand canary", "UNSPECIFIED"],
  ["UNSPECIFIED", "x".repeat(101), "UNSPECIFIED"],
  ["CRL_HAS_EXPIRED", "CRL has expired", "CRL_HAS_EXPIRED"],
  ["INVALID_CA: canary", "x", undefined],
  ["OUT_OF_MEM", "out of memory", "OUT_OF_MEM"],
  ["A_VERDICT_OF_TOMORROW_7", "x", undefined],
  ["NEW_VERDICT_OF_TOMORROW_7", "x", "NEW_VERDICT_OF_TOMORROW_7"],
])("the verdict %s (%s) on a certificate is known by its kind", (code, message, shown) => {
  const failure = classifyFailure(verdict(code, message));
  if (shown === undefined) expect(failure).toBeUndefined();
  else expect(failure).toMatchObject({ reason: "TLS_CERT", facts: { systemCode: shown } });
});

test.each([
  ["ERR_TLS_CERT_ALTNAME_FORMAT", "TLS_CERT"],
  ["ERR_OSSL_ASN1_ILLEGAL_PADDING", "TLS_CERT"],
  ["ERR_SSL_CERTIFICATE_VERIFY_FAILED", "TLS_CERT"],
  ["ERR_SSL_KEY_USAGE_BIT_INCORRECT", "TLS_CERT"],
  ["ERR_SSL_DH_KEY_TOO_SMALL", "TLS_CERT"],
  ["ERR_SSL_CA_MD_TOO_WEAK", "TLS_CERT"],
  ["ERR_SSL_TLSV13_ALERT_CERTIFICATE_REQUIRED", "TLS_PROTOCOL"],
  ["ERR_SSL_SSL/TLS_ALERT_HANDSHAKE_FAILURE", "TLS_PROTOCOL"],
])("%s is %s", (code, reason) => {
  expect(classifyFailure(failed(code, { library: "SSL routines", reason: "x" }))).toMatchObject({ reason });
});

test.each([
  ["a module that is missing", failed("MODULE_NOT_FOUND", { requireStack: [] })],
  ["an error of another kind", Object.assign(new TypeError("x"), { code: "INVALID_CA" })],
  ["a call of the system without a code", Object.assign(new Error("x"), { syscall: "read" })],
  ["an abort", Object.assign(new DOMException("stopped", "AbortError"))],
  ["a file that cannot be opened", systemError("open", "EACCES")],
])("%s is no verdict on a certificate and no failure of the network", (_, error) => {
  expect(classifyFailure(error)).toBeUndefined();
});

test("the innermost cause counts: it says what really happened", () => {
  const inner = failed("CERT_HAS_EXPIRED");
  const outer = failed("UND_ERR_SOCKET", { cause: failed("UND_ERR_PRX_TLS", { cause: inner }) });
  expect(classifyFailure(outer)).toMatchObject({ reason: "TLS_CERT" });
});

test("several addresses that all fail are one failure to connect", () => {
  const both = new AggregateError([failed("ECONNREFUSED"), failed("EHOSTUNREACH")], "");
  expect(classifyFailure(Object.assign(both, { code: "ECONNREFUSED" }))).toMatchObject({
    reason: "NET_CONNECT",
    facts: { obstacle: "refused", systemCode: "ECONNREFUSED" },
  });
  const wrapped = failed("UND_ERR_SOCKET", { cause: new AggregateError([failed("ENOTFOUND")], "") });
  expect(classifyFailure(wrapped)).toMatchObject({ reason: "NET_DNS" });
});

test("errors of another realm count: only their members are looked at", () => {
  expect(classifyFailure({ code: "ECONNRESET" })).toMatchObject({ reason: "NET_RESET" });
});

test.each([
  ["a fault of our own", new TypeError("x is not a function")],
  ["an argument that undici refuses", failed("UND_ERR_INVALID_ARG")],
  ["a code that nobody knows", failed("E_NEW")],
  ["a code of Object.prototype", failed("constructor")],
  ["a code that is a number", Object.assign(new Error("old"), { code: 20 })],
  ["text", "ECONNRESET"],
  ["nothing", undefined],
  ["null", null],
])("%s is no failure of the network", (_, error) => {
  expect(classifyFailure(error)).toBeUndefined();
});

test("a chain that leads back to itself ends", () => {
  const error = failed("E_NEW");
  expect(classifyFailure(Object.assign(error, { cause: error, errors: [error, error] }))).toBeUndefined();
});

test("the original error is not kept: it may hold the socket, headers or bytes of a body", () => {
  const error = failed("ECONNRESET", {
    socket: { secret: "canary" },
    cause: failed("ECONNRESET", { headers: "canary" }),
  });
  expect(inspect(classifyFailure(error), { depth: null, showHidden: true })).not.toContain("canary");
});

test("anything that can be thrown is either a TransportError or left alone", () => {
  fc.assert(
    fc.property(fc.anything({ withNullPrototype: true }), (thrown) => {
      const failure = classifyFailure(thrown);
      expect(failure === undefined || failure instanceof TransportError).toBe(true);
    }),
  );
});
