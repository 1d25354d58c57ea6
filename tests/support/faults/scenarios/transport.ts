import { type Failure, honest, type Scenario, tagsFound } from "../scenario.ts";

const unavailable = 14;
const notForRetry = 9;

const fails = (reason: string, status: number, says: string): Failure => ({
  status,
  code: `TRANSPORT_FAILED: ${reason}`,
  says,
});

const untrusted = (code: string): Failure =>
  fails("TLS_CERT", notForRetry, `put its CA into NODE_EXTRA_CA_CERTS [${code}] (attempt 1 of 5, `);

/** Name servers, connections, TLS. */
export const transport: readonly Scenario[] = [
  {
    fault: "unknown host name",
    what: "a name that nobody knows",
    names: ["ENOTFOUND"],
    requests: 0,
    result: fails(
      "NET_DNS",
      unavailable,
      "check `baseUrl` and this machine's name servers [ENOTFOUND] (attempt 2 of 5, ",
    ),
  },
  {
    fault: "name server unavailable",
    what: "a name server that is not there twice",
    names: ["EAI_AGAIN", "EAI_AGAIN", "127.0.0.1"],
    requests: 1,
    result: tagsFound,
  },
  {
    fault: "name server unavailable",
    what: "a name server that is never there",
    names: ["EAI_AGAIN"],
    requests: 0,
    result: fails("NET_CONNECT", unavailable, "cannot be looked up for now [EAI_AGAIN] (attempt 5 of 5, "),
  },
  {
    fault: "connection refused",
    what: "a port at which nobody listens",
    configuration: { baseUrl: "http://127.0.0.1:1" },
    requests: 0,
    result: fails(
      "NET_CONNECT",
      unavailable,
      "refused the connection; check `baseUrl` and proxy settings [ECONNREFUSED] (attempt 5 of 5, ",
    ),
  },
  {
    fault: "connection refused",
    what: "two addresses at which nobody listens",
    names: ["::1 127.0.0.1"],
    configuration: { baseUrl: "http://gateway.compshare.test:1" },
    requests: 0,
    result: fails("NET_CONNECT", unavailable, "[ECONNREFUSED] (attempt 5 of 5, "),
  },
  {
    fault: "connection reset",
    what: "a connection that is reset at once",
    openings: ["reset", "plain"],
    requests: 1,
    result: tagsFound,
  },
  {
    fault: "connection reset",
    what: "a reset instead of a response",
    steps: [["reset"], honest],
    requests: 2,
    result: tagsFound,
    took: [0, 1500],
  },
  {
    fault: "connection reset",
    what: "a reset on a connection that was kept open",
    warm: true,
    steps: [["reset"], honest],
    requests: 2,
    result: tagsFound,
  },
  {
    fault: "connection reset",
    what: "a connection that is closed just when it is used again",
    warm: true,
    steps: [["end"], honest],
    requests: 2,
    result: tagsFound,
  },
  // The codes come from the system; here they come with the name, so that they pass after one attempt and every machine can
  // have them. tests/namespaces/ has the system itself refuse.
  ...["EPIPE", "EHOSTUNREACH", "ENETUNREACH", "ETIMEDOUT"].map(
    (code): Scenario => ({
      fault: "connection broken by the network",
      what: `${code} once`,
      names: [code, "127.0.0.1"],
      requests: 1,
      result: tagsFound,
    }),
  ),
  {
    fault: "connection broken by the network",
    what: "connections that end without a response",
    steps: [["end"]],
    requests: 5,
    result: fails(
      "NET_RESET",
      unavailable,
      "the connection broke before the response was complete [UND_ERR_SOCKET] (attempt 5 of 5, ",
    ),
  },
  ...["EACCES", "EINVAL"].map(
    (code): Scenario => ({
      fault: "connection that the system refuses",
      what: `connect fails with ${code}`,
      names: [`connect ${code}`],
      requests: 0,
      result: fails("NET_CONNECT", unavailable, `the gateway cannot be reached [${code}] (attempt 5 of 5, `),
    }),
  ),
  ...[
    { HTTPS_PROXY: "socks5://li:canary@127.0.0.1:1080" },
    { HTTP_PROXY: "socks5://li:canary@127.0.0.1:1080", NO_PROXY: ".compshare.test" },
  ].map(
    (environment): Scenario => ({
      fault: "proxy that would not be used",
      what: `SOCKS in ${Object.keys(environment).join(" beside ")} for plain http`,
      names: ["127.0.0.1"],
      environment,
      requests: 1,
      result: tagsFound,
    }),
  ),
  {
    fault: "untrusted certificate",
    what: "a certificate that is signed by itself",
    openings: ["self-signed"],
    requests: 0,
    result: untrusted("DEPTH_ZERO_SELF_SIGNED_CERT"),
  },
  {
    fault: "untrusted certificate",
    what: "a certificate that has expired",
    openings: ["expired"],
    requests: 0,
    result: untrusted("CERT_HAS_EXPIRED"),
  },
  {
    fault: "untrusted certificate",
    what: "a certificate of another authority than the one that is known",
    openings: ["self-signed"],
    trusts: "trusted",
    requests: 0,
    result: fails("TLS_CERT", notForRetry, "put its CA into NODE_EXTRA_CA_CERTS ["),
  },
  {
    fault: "certificate for another name",
    what: "a certificate for another name",
    openings: ["other name"],
    requests: 0,
    result: untrusted("ERR_TLS_CERT_ALTNAME_INVALID"),
  },
  {
    fault: "certificate for another purpose",
    what: "a certificate for clients alone",
    openings: ["other purpose"],
    requests: 0,
    result: untrusted("INVALID_PURPOSE"),
  },
  {
    fault: "certificate with a weak key",
    what: "a certificate whose key is too weak",
    openings: ["weak key"],
    requests: 0,
    result: untrusted("UNSPECIFIED: EE certificate key too weak"),
  },
  {
    fault: "plain HTTP on the TLS port",
    what: "plain HTTP at the port of TLS",
    openings: ["no TLS"],
    scheme: "https",
    requests: 0,
    result: fails("TLS_PROTOCOL", notForRetry, "does not speak TLS on this port; check `baseUrl` ["),
  },
  {
    fault: "TLS handshake that never ends",
    what: "a TLS handshake that never ends, once",
    openings: ["hang", "trusted"],
    requests: 1,
    result: tagsFound,
    took: [4900, 8000],
  },
  {
    fault: "TLS handshake that never ends",
    what: "TLS handshakes that never end",
    openings: ["hang"],
    scheme: "https",
    configuration: { maxAttempts: 1 },
    requests: 0,
    result: fails(
      "NET_CONNECT",
      unavailable,
      "connecting took too long [UND_ERR_CONNECT_TIMEOUT] (attempt 1 of 1, ",
    ),
    took: [4900, 8000],
  },
  {
    fault: "certificate checks switched off",
    what: "a certificate that nobody trusts, with NODE_TLS_REJECT_UNAUTHORIZED=0",
    openings: ["self-signed"],
    environment: { NODE_TLS_REJECT_UNAUTHORIZED: "0" },
    requests: 0,
    result: untrusted("DEPTH_ZERO_SELF_SIGNED_CERT"),
  },
  {
    fault: "response that is not HTTP",
    what: "a response that is no HTTP",
    steps: [[{ send: "SSH-2.0-OpenSSH_9.9 canary-of-a-body\r\n" }]],
    requests: 2,
    result: fails(
      "HTTP_PROTOCOL",
      unavailable,
      "the response is not HTTP; check `baseUrl` (attempt 2 of 5, ",
    ),
  },
];
