import { once } from "node:events";
import { createServer } from "node:https";
import { getCACertificates, setDefaultCACertificates } from "node:tls";
import { inspect } from "node:util";
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from "@jest/globals";
import { type Simulator, startSimulator } from "../../simulator/simulator.ts";
import { listeningPort } from "../support/listening-port.ts";
import { rejectionOf, textOf } from "../support/thrown.ts";
import { selfSignedCertificate } from "../support/ucloud/self-signed-certificate.ts";
import { startProxy, type TestProxy } from "../support/ucloud/test-proxy.ts";
import { startTlsFront } from "../support/ucloud/tls-front.ts";
import { listImages, wireClient } from "../support/ucloud/wire-client.ts";

type Environment = Readonly<Record<string, string>>;

// A name that no name server knows: only the proxy can lead there.
const secure = "https://gateway.compshare.test";
const plain = "http://gateway.compshare.test";
const trusted = getCACertificates("default");
const certificate = selfSignedCertificate(["gateway.compshare.test", "localhost"]);
const tlsGateway = createServer({ ...certificate }, (_, response) =>
  response.end('{"RetCode":0,"TotalCount":7}'),
);

let simulator: Simulator;
let proxies: TestProxy[] = [];

beforeAll(async () => {
  simulator = await startSimulator();
  await once(tlsGateway.listen(0, "127.0.0.1"), "listening");
  setDefaultCACertificates([certificate.cert]);
});

beforeEach(() => simulator.resetRequests());

afterEach(() => {
  for (const proxy of proxies) proxy.close();
  proxies = [];
});

afterAll(async () => {
  setDefaultCACertificates(trusted);
  tlsGateway.close();
  await simulator.close();
});

const portOf = ({ endpoint }: Simulator): number => Number(new URL(endpoint).port);
const tlsPort = (): number => listeningPort(tlsGateway);

async function proxyTo(port: number, refuseWith?: number): Promise<TestProxy> {
  const proxy = await startProxy(port, refuseWith);
  proxies.push(proxy);
  return proxy;
}

/** The port at which a proxy speaks TLS. */
async function overTls(proxy: TestProxy): Promise<number> {
  const front = await startTlsFront(certificate, Number(proxy.address.split(":")[1]));
  proxies.push({ ...proxy, close: front.close });
  return front.port;
}

const through = (baseUrl: string, environment: Environment) => wireClient(baseUrl, {}, { environment });

test.each([
  ["HTTPS_PROXY", "http://"],
  ["https_proxy", "http://"],
  ["HTTPS_PROXY without a scheme", ""],
])("https goes through a tunnel of %s, which sees the name and nothing else", async (name, scheme) => {
  const proxy = await proxyTo(tlsPort());
  const variable = name.split(" ")[0] ?? "";
  const client = through(secure, { [variable]: `${scheme}${proxy.address}` });
  expect(await listImages(client)).toEqual({ TotalCount: 7 });
  expect(proxy.requests).toEqual([
    { method: "CONNECT", target: "gateway.compshare.test:443", authorization: undefined },
  ]);
});

test("https goes through a tunnel of a proxy that speaks TLS itself", async () => {
  const proxy = await proxyTo(tlsPort());
  const client = through(secure, { HTTPS_PROXY: `https://localhost:${await overTls(proxy)}` });
  expect(await listImages(client)).toEqual({ TotalCount: 7 });
  expect(proxy.requests).toMatchObject([{ method: "CONNECT", target: "gateway.compshare.test:443" }]);
});

test.each(["", "0"])(
  "certificates are checked through a tunnel, with NODE_TLS_REJECT_UNAUTHORIZED=%j",
  async (value) => {
    const proxy = await proxyTo(tlsPort());
    const port = await overTls(proxy);
    process.env["NODE_TLS_REJECT_UNAUTHORIZED"] = value;
    try {
      const clients = [
        through("https://other.compshare.test", { HTTPS_PROXY: proxy.address }),
        // The gateway's name would fit; it is the proxy's that does not.
        through(secure, { HTTPS_PROXY: `https://127.0.0.1:${port}` }),
      ];
      for (const client of clients)
        expect(await rejectionOf(listImages(client))).toMatchObject({
          reason: "TLS_CERT",
          facts: { systemCode: "ERR_TLS_CERT_ALTNAME_INVALID" },
        });
    } finally {
      delete process.env["NODE_TLS_REJECT_UNAUTHORIZED"];
    }
    expect(proxy.requests).toMatchObject([{ target: "other.compshare.test:443" }]);
  },
);

test("plain http goes through HTTP_PROXY, and the signature arrives as it was sent", async () => {
  const proxy = await proxyTo(portOf(simulator));
  const client = through(plain, { HTTP_PROXY: `http://${proxy.address}` });
  expect(await listImages(client)).toMatchObject({ TotalCount: 72 });
  expect(proxy.requests).toMatchObject([{ method: "POST", target: `${plain}/` }]);
  expect(simulator.requests).toHaveLength(1);
});

test("user and password of the proxy's address are sent to the proxy", async () => {
  const proxy = await proxyTo(portOf(simulator));
  const client = through(plain, { HTTP_PROXY: `http://li:p%40ss@${proxy.address}` });
  await listImages(client);
  expect(proxy.requests).toMatchObject([
    { authorization: `Basic ${Buffer.from("li:p@ss").toString("base64")}` },
  ]);
});

test.each([
  ["a tunnel", secure, 407, "PROXY_AUTH", 1],
  ["plain http", plain, 407, "PROXY_AUTH", 1],
  ["a tunnel", secure, 502, "PROXY_REFUSED", 2],
  ["plain http", plain, 502, "HTTP_RETRYABLE", 4],
])(
  "for %s to %s a proxy that responds %i is %s after %i requests, and its password stays hidden",
  async (_, baseUrl, status, reason, requests) => {
    const proxy = await proxyTo(portOf(simulator), status);
    const address = `http://li:canary@${proxy.address}`;
    const error = await rejectionOf(
      listImages(through(baseUrl, { HTTP_PROXY: address, HTTPS_PROXY: address })),
    );
    expect(error).toMatchObject({ code: "TRANSPORT_FAILED", reason });
    expect(proxy.requests).toHaveLength(requests);
    expect(inspect(error, { depth: null, showHidden: true })).not.toMatch(/canary|Signature|bGk6Y2FuYXJ5/);
  },
);

test("a proxy that is down is a failure to connect", async () => {
  const proxy = await proxyTo(1);
  proxy.close();
  const error = await rejectionOf(listImages(through(secure, { HTTPS_PROXY: proxy.address })));
  expect(error).toMatchObject({
    reason: "NET_CONNECT",
    attemptSummary: { attempts: 4, maxAttempts: 4 },
  });
});

test("an address that is none is told by the variable's name before anything is sent", async () => {
  const error = await rejectionOf(
    listImages(through(secure, { HTTPS_PROXY: "socks5://li:canary@127.0.0.1:1080" })),
  );
  expect(textOf(error)).toMatch(/^CONFIGURATION_INVALID: HTTPS_PROXY in /);
  expect(inspect(error, { depth: null, showHidden: true })).not.toContain("canary");
});

test("a proxy that would not be used is not judged", async () => {
  const socks = "socks5://li:canary@127.0.0.1:1080";
  const proxy = await proxyTo(tlsPort());
  const client = through(secure, { HTTP_PROXY: socks, HTTPS_PROXY: proxy.address });
  expect(await listImages(client)).toEqual({ TotalCount: 7 });
  const direct = through(notLoopback(), { HTTP_PROXY: socks, HTTPS_PROXY: socks, NO_PROXY: "0.0.0.0" });
  expect(await listImages(direct)).toMatchObject({ TotalCount: 72 });
});

test("https does not go through HTTP_PROXY, as with curl and the engine itself", async () => {
  const proxy = await proxyTo(tlsPort());
  const client = wireClient(secure, { maxAttempts: 1 }, { environment: { HTTP_PROXY: proxy.address } });
  // Without a proxy nobody knows the name.
  expect(await rejectionOf(listImages(client))).toMatchObject({
    reason: expect.stringMatching(/^NET_(DNS|CONNECT)$/),
  });
  expect(proxy.requests).toEqual([]);
});

test("a loopback gateway is never asked through a proxy", async () => {
  const proxy = await proxyTo(portOf(simulator));
  const environment = { HTTP_PROXY: proxy.address, HTTPS_PROXY: proxy.address };
  for (const baseUrl of [simulator.endpoint, simulator.endpoint.replace("127.0.0.1", "localhost")])
    expect(await listImages(through(baseUrl, environment))).toMatchObject({ TotalCount: 72 });
  expect(proxy.requests).toEqual([]);
});

// 0.0.0.0 leads to this machine but is no loopback address, so that proxies apply to it.
const notLoopback = (): string => simulator.endpoint.replace("127.0.0.1", "0.0.0.0");

test.each(["0.0.0.0", "*", "other.example,0.0.0.0", " other.example 0.0.0.0"])(
  "NO_PROXY=%j leads past the proxy",
  async (noProxy) => {
    const proxy = await proxyTo(portOf(simulator));
    for (const name of ["NO_PROXY", "no_proxy"]) {
      const client = through(notLoopback(), { HTTP_PROXY: proxy.address, [name]: noProxy });
      expect(await listImages(client)).toMatchObject({ TotalCount: 72 });
    }
    expect(proxy.requests).toEqual([]);
  },
);

test.each(["", "other.example", "127.0.0.1", "0.0.0.0:1"])(
  "NO_PROXY=%j does not lead past the proxy",
  async (noProxy) => {
    const proxy = await proxyTo(portOf(simulator));
    await listImages(through(notLoopback(), { HTTP_PROXY: proxy.address, NO_PROXY: noProxy }));
    expect(proxy.requests).toHaveLength(1);
  },
);

test.each([
  ["gateway.compshare.test", false],
  ["GATEWAY.compshare.test", false],
  [".compshare.test", false],
  ["*.compshare.test", false],
  ["gateway.compshare.test:443", false],
  ["gateway.compshare.test:8443", true],
  [".other.test", true],
  ["way.compshare.test", true],
])("NO_PROXY=%s: gateway.compshare.test is asked through the proxy: %s", async (noProxy, proxied) => {
  const proxy = await proxyTo(tlsPort(), 502);
  const client = wireClient(
    "https://gateway.compshare.test",
    { maxAttempts: 1 },
    { environment: { HTTPS_PROXY: `http://${proxy.address}`, NO_PROXY: noProxy } },
  );
  // Past the proxy nobody knows the name.
  const error = await rejectionOf(listImages(client));
  expect(String(error)).toMatch(proxied ? /PROXY_REFUSED/ : /NET_(DNS|CONNECT)/);
  expect(proxy.requests.length > 0).toBe(proxied);
});

test("the variables are those that the transport was given, not those of the process", async () => {
  const proxy = await proxyTo(portOf(simulator));
  process.env["HTTP_PROXY"] = proxy.address;
  try {
    expect(await listImages(through(notLoopback(), {}))).toMatchObject({ TotalCount: 72 });
  } finally {
    delete process.env["HTTP_PROXY"];
  }
  expect(proxy.requests).toEqual([]);
});

test.each([
  ["tunnels", secure, tlsPort],
  ["forwards", plain, () => portOf(simulator)],
])("40 calls at once through a proxy that %s use no more than 8 connections", async (_, baseUrl, port) => {
  const proxy = await proxyTo(port());
  const client = through(baseUrl, { HTTP_PROXY: proxy.address, HTTPS_PROXY: proxy.address });
  await Promise.all(Array.from({ length: 40 }, () => listImages(client)));
  expect(proxy.connections()).toBeLessThanOrEqual(8);
});
