import { once } from "node:events";
import { createServer } from "node:https";
import { getCACertificates, setDefaultCACertificates } from "node:tls";
import { afterEach, expect, test } from "@jest/globals";
import { startSimulator } from "../../simulator/simulator.ts";
import { listeningPort } from "../support/listening-port.ts";
import { messageOf, rejectionOf } from "../support/thrown.ts";
import { type Certificate, issueCertificate, withChain } from "../support/ucloud/issued-certificate.ts";
import { selfSignedCertificate } from "../support/ucloud/self-signed-certificate.ts";
import { listImages, wireClient } from "../support/ucloud/wire-client.ts";

const trusted = getCACertificates("default");
const ends: (() => void)[] = [];

afterEach(() => {
  setDefaultCACertificates(trusted);
  for (const end of ends.splice(0)) end();
});

/** A gateway over TLS; `bodies` are what reached it. */
async function startGateway(
  certificate: Certificate,
): Promise<{ readonly baseUrl: string; readonly bodies: string[] }> {
  const bodies: string[] = [];
  // A server of its own would refuse weak keys too.
  const weak = { ciphers: "DEFAULT@SECLEVEL=0" };
  const server = createServer({ ...certificate, ...weak }, (request, response) => {
    request.setEncoding("utf8").on("data", (part: string) => bodies.push(part));
    request.on("end", () => response.end('{"RetCode":0,"TotalCount":7}'));
  });
  server.on("tlsClientError", () => undefined);
  await once(server.listen(0, "127.0.0.1"), "listening");
  ends.push(() => {
    server.closeAllConnections();
    server.close();
  });
  return { baseUrl: `https://localhost:${listeningPort(server)}`, bodies };
}

const refusal = (code: string): string =>
  `TLS_CERT: the gateway's certificate cannot be trusted; behind an inspecting proxy, put its CA into NODE_EXTRA_CA_CERTS [${code}]`;

test("a certificate of a trusted authority for the right name is accepted", async () => {
  const certificate = selfSignedCertificate(["localhost"]);
  setDefaultCACertificates([certificate.cert]);
  const { baseUrl, bodies } = await startGateway(certificate);
  expect(await listImages(wireClient(baseUrl))).toEqual({ TotalCount: 7 });
  expect(bodies).toEqual([
    expect.stringMatching(/^Action=DescribeCompShareImages&.*&Signature=[0-9a-f]{40}$/),
  ]);
});

test.each([
  ["nobody trusts", [], ["localhost"], 30, "DEPTH_ZERO_SELF_SIGNED_CERT"],
  ["is for another name", ["trust"], ["api.compshare.cn"], 30, "ERR_TLS_CERT_ALTNAME_INVALID"],
  ["has expired", ["trust"], ["localhost"], -1, "CERT_HAS_EXPIRED"],
])(
  "a certificate that %s is refused at once, and nothing of the request is sent",
  async (_, trust, names, daysLeft, code) => {
    const certificate = selfSignedCertificate(names, daysLeft);
    setDefaultCACertificates(trust.length === 0 ? trusted : [certificate.cert]);
    const { baseUrl, bodies } = await startGateway(certificate);
    const error = await rejectionOf(listImages(wireClient(baseUrl)));
    expect(messageOf(error)).toBe(refusal(code));
    expect(error).toMatchObject({ category: "caller", attemptSummary: { attempts: 1, maxAttempts: 4 } });
    expect(bodies).toEqual([]);
  },
);

const root = issueCertificate({ name: "root", authority: true });
const first = issueCertificate({ name: "first", authority: true, pathLength: 0 }, root);
const second = issueCertificate({ name: "second", authority: true }, first);
const noAuthority = issueCertificate({ name: "no authority" }, root);
const gateway = { name: "gateway", names: ["localhost"] } as const;

test.each<[string, Certificate, string]>([
  ["is not valid yet", issueCertificate({ ...gateway, days: [1, 30] }, root), "CERT_NOT_YET_VALID"],
  ["is for clients alone", issueCertificate({ ...gateway, purpose: "clientAuth" }, root), "INVALID_PURPOSE"],
  [
    "has a key that may only issue",
    issueCertificate({ ...gateway, keyUsage: ["keyCertSign"] }, root),
    "INVALID_PURPOSE",
  ],
  [
    "has a weak key",
    issueCertificate({ ...gateway, rsaBits: 1024 }, root),
    "UNSPECIFIED: EE certificate key too weak",
  ],
  [
    "is signed over a weak digest",
    issueCertificate({ ...gateway, digest: "sha1" }, root),
    "UNSPECIFIED: CA signature digest algorithm too weak",
  ],
  [
    "has a critical extension that nobody knows",
    issueCertificate({ ...gateway, unknownExtension: true }, root),
    "UNSPECIFIED: unhandled critical extension",
  ],
  [
    "stands behind more authorities than one of them allows",
    withChain(issueCertificate(gateway, second), second, first),
    "PATH_LENGTH_EXCEEDED",
  ],
  [
    "is issued by what is no authority",
    withChain(issueCertificate(gateway, noAuthority), noAuthority),
    "INVALID_PURPOSE",
  ],
])("a certificate that %s is a certificate that cannot be trusted", async (_, certificate, code) => {
  setDefaultCACertificates([root.cert]);
  const { baseUrl, bodies } = await startGateway(certificate);
  const error = await rejectionOf(listImages(wireClient(baseUrl)));
  expect(messageOf(error)).toBe(refusal(code));
  expect(error).toMatchObject({ category: "caller", attemptSummary: { attempts: 1 } });
  expect(bodies).toEqual([]);
});

test("a certificate through as many authorities as are allowed is accepted", async () => {
  setDefaultCACertificates([root.cert]);
  const { baseUrl } = await startGateway(withChain(issueCertificate(gateway, first), first));
  expect(await listImages(wireClient(baseUrl))).toEqual({ TotalCount: 7 });
});

test("NODE_TLS_REJECT_UNAUTHORIZED=0 makes no difference", async () => {
  const { baseUrl, bodies } = await startGateway(selfSignedCertificate(["localhost"]));
  process.env["NODE_TLS_REJECT_UNAUTHORIZED"] = "0";
  try {
    expect(await rejectionOf(listImages(wireClient(baseUrl)))).toMatchObject({ reason: "TLS_CERT" });
  } finally {
    delete process.env["NODE_TLS_REJECT_UNAUTHORIZED"];
  }
  expect(bodies).toEqual([]);
});

test("https to a port that speaks plain http is named", async () => {
  const simulator = await startSimulator();
  ends.push(() => void simulator.close());
  const baseUrl = simulator.endpoint.replace("http:", "https:");
  const error = await rejectionOf(listImages(wireClient(baseUrl)));
  expect(error).toMatchObject({ reason: "TLS_PROTOCOL", category: "caller" });
  expect(messageOf(error)).toMatch(
    /^TLS_PROTOCOL: the gateway does not speak TLS on this port; check `baseUrl` \[E\w+\]$/,
  );
});
