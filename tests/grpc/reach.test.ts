import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { status } from "@grpc/grpc-js";
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from "@jest/globals";
import { build } from "esbuild";
import { type Simulator, startSimulator } from "../../simulator/simulator.ts";
import { leaveOut } from "../../tools/leave-out.ts";
import { type Environment, startPlugin, stopPlugins } from "../support/plugin/plugin.ts";
import {
  account,
  configure,
  type InvokeResult,
  invoke,
  type Members,
  statusOf,
} from "../support/plugin/plugin-calls.ts";
import { selfSignedCertificate } from "../support/ucloud/self-signed-certificate.ts";
import { startProxy, type TestProxy } from "../support/ucloud/test-proxy.ts";
import { startTlsFront } from "../support/ucloud/tls-front.ts";

// A name that no name server knows: only a proxy can lead there.
const gatewayName = "gateway.compshare.test";
const plain = { baseUrl: `http://${gatewayName}`, allowInsecureEndpoint: true };
// One for gateway and proxy: of two with the same subject OpenSSL finds only one.
const certificate = selfSignedCertificate([gatewayName, "localhost"]);
const folder = mkdtempSync(join(tmpdir(), "compshare-reach-"));
const authority = join(folder, "authority.pem");

let simulator: Simulator;
/** The port at which the simulator speaks TLS. */
let securePort: number;
const ends: (() => void)[] = [];
let closeFront: () => void;

beforeAll(async () => {
  writeFileSync(authority, certificate.cert);
  simulator = await startSimulator();
  const front = await startTlsFront(certificate, plainPort());
  securePort = front.port;
  closeFront = front.close;
});

beforeEach(() => simulator.resetRequests());

afterEach(async () => {
  await stopPlugins();
  for (const end of ends.splice(0)) end();
});

afterAll(async () => {
  closeFront();
  await simulator.close();
  rmSync(folder, { recursive: true });
});

function plainPort(): number {
  return Number(new URL(simulator.endpoint).port);
}

/** A proxy that leads everything to one port, or refuses it. */
async function proxyTo(port: number, refuseWith?: number): Promise<TestProxy> {
  const proxy = await startProxy(port, refuseWith);
  ends.push(proxy.close);
  return proxy;
}

/** The port at which a proxy speaks TLS. */
async function overTls(proxy: TestProxy): Promise<number> {
  const front = await startTlsFront(certificate, Number(proxy.address.split(":")[1]));
  ends.push(front.close);
  return front.port;
}

/** Asks a plugin of its own for an image. */
async function lookUp(inputs: Members, environment: Environment = {}): Promise<InvokeResult> {
  const plugin = await startPlugin({ environment });
  await configure(plugin, { ...account(simulator), ...inputs });
  return invoke(plugin, "getCompShareImage", { name: "cuda128_torch291_py312" });
}

const found: InvokeResult = {
  outputs: expect.objectContaining({ id: "compshareImage-1minbz219ceq" }),
  failures: [],
};

test("a gateway off loopback is reached", async () => {
  const baseUrl = simulator.endpoint.replace("127.0.0.1", "0.0.0.0");
  expect(await lookUp({ baseUrl, allowInsecureEndpoint: true })).toEqual(found);
  expect(simulator.requests).toHaveLength(2);
});

test("a gateway is reached over plain http through a proxy", async () => {
  const proxy = await proxyTo(plainPort());
  expect(await lookUp(plain, { HTTP_PROXY: proxy.address })).toEqual(found);
  expect(proxy.requests).toMatchObject(Array(2).fill({ method: "POST", target: `${plain.baseUrl}/` }));
});

test("a gateway is reached over TLS through a tunnel, with its CA in NODE_EXTRA_CA_CERTS", async () => {
  const proxy = await proxyTo(securePort);
  const environment = { HTTPS_PROXY: `http://li:pass@${proxy.address}`, NODE_EXTRA_CA_CERTS: authority };
  expect(await lookUp({ baseUrl: `https://${gatewayName}` }, environment)).toEqual(found);
  expect(proxy.requests[0]).toEqual({
    method: "CONNECT",
    target: `${gatewayName}:443`,
    authorization: "Basic bGk6cGFzcw==",
  });
});

test("a gateway is reached through a proxy that speaks TLS itself", async () => {
  const proxy = await proxyTo(securePort);
  const port = await overTls(proxy);
  const environment = { HTTPS_PROXY: `https://localhost:${port}`, NODE_EXTRA_CA_CERTS: authority };
  expect(await lookUp({ baseUrl: `https://${gatewayName}` }, environment)).toEqual(found);
  expect(proxy.requests[0]).toMatchObject({ method: "CONNECT", target: `${gatewayName}:443` });
});

test("the certificate of a proxy is checked", async () => {
  const proxy = await proxyTo(securePort);
  const port = await overTls(proxy);
  const environment = { HTTPS_PROXY: `https://localhost:${port}`, NODE_TLS_REJECT_UNAUTHORIZED: "0" };
  const error = await statusOf(lookUp({ baseUrl: `https://${gatewayName}` }, environment));
  expect(error.details).toMatch(/^TRANSPORT_FAILED: TLS_CERT: .* \[DEPTH_ZERO_SELF_SIGNED_CERT\] /);
  expect(proxy.requests).toEqual([]);
});

test("a gateway on loopback is reached over TLS with its CA, past the proxy", async () => {
  const proxy = await proxyTo(securePort);
  const environment = { HTTPS_PROXY: proxy.address, NODE_EXTRA_CA_CERTS: authority };
  expect(await lookUp({ baseUrl: `https://localhost:${securePort}` }, environment)).toEqual(found);
  expect(proxy.requests).toEqual([]);
});

test("NO_PROXY leads past the proxy", async () => {
  const proxy = await proxyTo(plainPort());
  const baseUrl = simulator.endpoint.replace("127.0.0.1", "0.0.0.0");
  const environment = { HTTP_PROXY: proxy.address, NO_PROXY: "0.0.0.0" };
  expect(await lookUp({ baseUrl, allowInsecureEndpoint: true }, environment)).toEqual(found);
  expect(proxy.requests).toEqual([]);
});

test.each<[string, Environment]>([
  ["without its CA", {}],
  ["whatever NODE_TLS_REJECT_UNAUTHORIZED says", { NODE_TLS_REJECT_UNAUTHORIZED: "0" }],
])("a certificate that nobody trusts is refused %s", async (_, environment) => {
  const error = await statusOf(lookUp({ baseUrl: `https://localhost:${securePort}` }, environment));
  expect(error.code).toBe(status.FAILED_PRECONDITION);
  expect(error.details).toMatch(
    /^TRANSPORT_FAILED: TLS_CERT: the gateway's certificate cannot be trusted; behind an inspecting proxy, put its CA into NODE_EXTRA_CA_CERTS \[DEPTH_ZERO_SELF_SIGNED_CERT\] \(attempt 1 of 5, /,
  );
  expect(simulator.requests).toEqual([]);
});

test.each([
  ["http", plain.baseUrl],
  ["https", `https://${gatewayName}`],
])(
  "over %s a proxy that wants a password is named, and the password that it got is not",
  async (_, baseUrl) => {
    const proxy = await proxyTo(plainPort(), 407);
    const address = `http://li:canary@${proxy.address}`;
    const environment = { HTTP_PROXY: address, HTTPS_PROXY: address };
    const error = await statusOf(lookUp({ ...plain, baseUrl }, environment));
    expect(error.code).toBe(status.FAILED_PRECONDITION);
    expect(error.details).toMatch(/^TRANSPORT_FAILED: PROXY_AUTH: HTTP 407: /);
    expect(error.details).not.toContain("canary");
  },
);

const used = ["Agent", "Pool", "ProxyAgent"];

test("of undici the transport uses three classes", () => {
  const transport = readFileSync("provider/ucloud/transport.ts", "utf8");
  const names = [...transport.matchAll(/\bundici\.(\w+)/g)].flatMap(([, name]) => name ?? []);
  expect([...new Set(names)].toSorted()).toEqual(used);
  // Another way to take a part of it would escape the search above.
  expect(transport.match(/import\("undici"\)/g)).toEqual(['import("undici")', 'import("undici")']);
  expect(transport.match(/^import (?!type).*"undici"/gm)).toBeNull();
});

test("the bundle's entry of undici has those three classes", async () => {
  const { outputFiles } = await build({
    stdin: { contents: 'module.exports = require("undici");', resolveDir: process.cwd() },
    bundle: true,
    platform: "node",
    format: "cjs",
    write: false,
    plugins: [leaveOut],
  });
  const file = join(folder, "undici.cjs");
  writeFileSync(file, outputFiles[0]?.contents ?? "");
  const undici: Readonly<Record<string, unknown>> = createRequire(file)(file);
  expect(Object.keys(undici).toSorted()).toEqual(used);
  for (const name of used) expect(undici[name]).toEqual(expect.any(Function));
});
