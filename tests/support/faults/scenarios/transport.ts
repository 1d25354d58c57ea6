import { type Failure, honest, type Scenario, tagsFound } from "../scenario.ts";

const unavailable = 14;
const notForRetry = 9;

const fails = (reason: string, status: number, says: string): Failure => ({
  status,
  code: `TRANSPORT_FAILED: ${reason}`,
  says,
});

const untrusted = (code: string): Failure =>
  fails("TLS_CERT", notForRetry, `put its CA into NODE_EXTRA_CA_CERTS [${code}] (attempt 1 of 4, `);

/** Name servers, connections, TLS: the rows 1 to 13. */
export const transport: readonly Scenario[] = [
  {
    row: 1,
    what: "a name that nobody knows",
    names: ["ENOTFOUND"],
    requests: 0,
    answer: fails(
      "NET_DNS",
      unavailable,
      "check `baseUrl` and this machine's name servers [ENOTFOUND] (attempt 2 of 4, ",
    ),
  },
  {
    row: 2,
    what: "a name server that is not there twice",
    names: ["EAI_AGAIN", "EAI_AGAIN", "127.0.0.1"],
    requests: 1,
    answer: tagsFound,
  },
  {
    row: 2,
    what: "a name server that is never there",
    names: ["EAI_AGAIN"],
    requests: 0,
    answer: fails("NET_CONNECT", unavailable, "cannot be looked up for now [EAI_AGAIN] (attempt 4 of 4, "),
  },
  {
    row: 3,
    what: "a port at which nobody listens",
    configuration: { baseUrl: "http://127.0.0.1:1" },
    requests: 0,
    answer: fails(
      "NET_CONNECT",
      unavailable,
      "refused the connection; check `baseUrl` and proxy settings [ECONNREFUSED] (attempt 4 of 4, ",
    ),
  },
  {
    row: 3,
    what: "two addresses at which nobody listens",
    names: ["::1 127.0.0.1"],
    configuration: { baseUrl: "http://gateway.compshare.test:1" },
    requests: 0,
    answer: fails("NET_CONNECT", unavailable, "[ECONNREFUSED] (attempt 4 of 4, "),
  },
  {
    row: 5,
    what: "a connection that is reset at once",
    openings: ["reset", "plain"],
    requests: 1,
    answer: tagsFound,
  },
  {
    row: 5,
    what: "a reset instead of an answer",
    steps: [["reset"], honest],
    requests: 2,
    answer: tagsFound,
    took: [0, 1500],
  },
  {
    row: 5,
    what: "a reset on a connection that was kept open",
    warm: true,
    steps: [["reset"], honest],
    requests: 2,
    answer: tagsFound,
  },
  {
    row: 5,
    what: "a connection that is closed just when it is used again",
    warm: true,
    steps: [["end"], honest],
    requests: 2,
    answer: tagsFound,
  },
  // The codes come from the system; here they come with the name, since no machine can be made to send them.
  ...["EPIPE", "EHOSTUNREACH", "ENETUNREACH", "ETIMEDOUT"].map((code) => ({
    row: 6,
    what: `${code} once`,
    names: [code, "127.0.0.1"],
    requests: 1,
    answer: tagsFound,
  })),
  {
    row: 6,
    what: "connections that end without an answer",
    steps: [["end"]],
    requests: 4,
    answer: fails(
      "NET_RESET",
      unavailable,
      "the connection broke before the response was complete [UND_ERR_SOCKET] (attempt 4 of 4, ",
    ),
  },
  {
    row: 7,
    what: "a certificate that is signed by itself",
    openings: ["self-signed"],
    requests: 0,
    answer: untrusted("DEPTH_ZERO_SELF_SIGNED_CERT"),
  },
  {
    row: 7,
    what: "a certificate that has expired",
    openings: ["expired"],
    requests: 0,
    answer: untrusted("CERT_HAS_EXPIRED"),
  },
  {
    row: 7,
    what: "a certificate of another authority than the one that is known",
    openings: ["self-signed"],
    trusts: "trusted",
    requests: 0,
    answer: fails("TLS_CERT", notForRetry, "put its CA into NODE_EXTRA_CA_CERTS ["),
  },
  {
    row: 8,
    what: "a certificate for another name",
    openings: ["other name"],
    requests: 0,
    answer: untrusted("ERR_TLS_CERT_ALTNAME_INVALID"),
  },
  {
    row: 9,
    what: "plain HTTP at the port of TLS",
    openings: ["no TLS"],
    scheme: "https",
    requests: 0,
    answer: fails("TLS_PROTOCOL", notForRetry, "does not speak TLS on this port; check `baseUrl` ["),
  },
  {
    row: 10,
    what: "a TLS handshake that never ends, once",
    openings: ["hang", "trusted"],
    requests: 1,
    answer: tagsFound,
    took: [4900, 8000],
  },
  {
    row: 10,
    what: "TLS handshakes that never end",
    openings: ["hang"],
    scheme: "https",
    configuration: { maxAttempts: 1 },
    requests: 0,
    answer: fails(
      "NET_CONNECT",
      unavailable,
      "connecting took too long [UND_ERR_CONNECT_TIMEOUT] (attempt 1 of 1, ",
    ),
    took: [4900, 8000],
  },
  {
    row: 11,
    what: "a certificate that nobody trusts, with NODE_TLS_REJECT_UNAUTHORIZED=0",
    openings: ["self-signed"],
    environment: { NODE_TLS_REJECT_UNAUTHORIZED: "0" },
    requests: 0,
    answer: untrusted("DEPTH_ZERO_SELF_SIGNED_CERT"),
  },
  {
    row: 13,
    what: "an answer that is no HTTP",
    steps: [[{ send: "SSH-2.0-OpenSSH_9.9 canary-of-a-body\r\n" }]],
    requests: 2,
    answer: fails(
      "HTTP_PROTOCOL",
      unavailable,
      "the response is not HTTP; check `baseUrl` (attempt 2 of 4, ",
    ),
  },
];
