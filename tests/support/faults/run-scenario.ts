import { once } from "node:events";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { inspect } from "node:util";
import type { ServiceError } from "@grpc/grpc-js";
import type { PluginInfo } from "@pulumi/pulumi/proto/plugin_pb.js";
import { Empty } from "google-protobuf/google/protobuf/empty_pb.js";
import { startLogEngine } from "../engine/plugin-engine.ts";
import { listeningPort } from "../listening-port.ts";
import { type Plugin, startPlugin } from "../plugin/plugin.ts";
import { answer, configure, type InvokeResult, invoke, type Members } from "../plugin/plugin-calls.ts";
import { canaryPrivateKey, canaryPublicKey, tracesIn } from "../plugin/traces.ts";
import { issueCertificate } from "../ucloud/issued-certificate.ts";
import { selfSignedCertificate } from "../ucloud/self-signed-certificate.ts";
import { type Certificates, type FaultServer, startFaultServer } from "./fault-server.ts";
import { logOf, type Scenario, securedOpenings } from "./scenario.ts";

/** Stands in the bodies of responses that no error may quote. */
const bodyMarker = "canary-of-a-body";

/** What came of a scenario. */
export interface Outcome {
  readonly result: InvokeResult | undefined;
  readonly error: ServiceError | undefined;
  readonly requests: number;
  /** Connections to where nobody should go. */
  readonly strayConnections: number;
  readonly tookMs: number;
  readonly log: readonly string[];
  /** Whether the plugin still responds. */
  readonly alive: boolean;
  /** Secrets that were found in anything that the plugin said. */
  readonly traces: readonly string[];
}

const gatewayName = "gateway.compshare.test";

/** What scenarios share: certificates, and where nobody should go. */
export interface Fixtures {
  readonly folder: string;
  readonly certificates: Certificates;
  close(): Promise<void>;
}

/** Makes ready what scenarios share. */
export async function createFixtures(): Promise<Fixtures> {
  const folder = await mkdtemp(join(tmpdir(), "compshare-faults-"));
  const own = { name: "test", names: ["localhost"], authority: true };
  const certificates = {
    trusted: selfSignedCertificate(["localhost"]),
    "self-signed": selfSignedCertificate(["localhost"]),
    expired: selfSignedCertificate(["localhost"], -1),
    "other name": selfSignedCertificate(["api.compshare.cn"]),
    "other purpose": issueCertificate({ ...own, purpose: "clientAuth" }),
    "weak key": issueCertificate({ ...own, rsaBits: 1024 }),
  };
  // One file each: of two authorities with the same subject OpenSSL finds only one.
  for (const [name, { cert }] of Object.entries(certificates))
    await writeFile(join(folder, `${name}.pem`), cert);
  return { folder, certificates, close: () => rm(folder, { recursive: true }) };
}

/** Runs a scenario on a plugin and a server of its own. */
export async function runScenario(scenario: Scenario, fixtures: Fixtures): Promise<Outcome> {
  const strays = await startStrayServer();
  const server = await startFaultServer(scenario, fixtures.certificates, strays.address);
  const engine = await startLogEngine();
  const environment = await environmentOf(scenario, fixtures.folder);
  const plugin = await startPlugin({ words: [engine.address], environment });
  try {
    await configure(plugin, configurationOf(scenario, server));
    if (scenario.warm === true) await invoke(plugin, "getCompShareImageTags", {});
    server.begin();
    const start = performance.now();
    const [name, inputs] = scenario.call ?? ["getCompShareImageTags", {}];
    const ended = await invoke(plugin, name, inputs).then(
      (value) => ({ value, error: undefined }),
      (error: ServiceError) => ({ value: undefined, error }),
    );
    const tookMs = performance.now() - start;
    const alive = await isAlive(plugin);
    // Lines of the log travel beside the result.
    for (let round = 0; round < 100 && engine.lines.length < logOf(scenario).length; round += 1)
      await sleep(10);
    const said = JSON.stringify([
      ended.value,
      ended.error?.details,
      ended.error?.message,
      ended.error?.metadata.toJSON(),
    ]);
    const shown = inspect([ended.value, ended.error], { depth: null, showHidden: true });
    const everything = [said, shown, ...engine.lines, plugin.stdout(), plugin.stderr()].join("\n");
    const signatures = server.forms.flatMap((form) => new URLSearchParams(form).get("Signature") ?? []);
    return {
      result: ended.value,
      error: ended.error,
      requests: server.forms.length,
      strayConnections: strays.connections(),
      tookMs,
      log: engine.lines,
      alive,
      traces: tracesIn(everything, [canaryPublicKey, canaryPrivateKey, bodyMarker, ...signatures]),
    };
  } finally {
    plugin.client.close();
    plugin.process.kill("SIGKILL");
    engine.close();
    server.close();
    strays.close();
  }
}

async function isAlive(plugin: Plugin): Promise<boolean> {
  const info = answer<PluginInfo>((callback) => plugin.client.getPluginInfo(new Empty(), callback));
  return info.then(
    () => plugin.process.exitCode === null,
    () => false,
  );
}

const secured: readonly string[] = securedOpenings;

function configurationOf(scenario: Scenario, server: FaultServer): Members {
  const { openings = [], names, configuration } = scenario;
  const scheme = scenario.scheme ?? (openings.some((one) => secured.includes(one)) ? "https" : "http");
  const host = names !== undefined ? gatewayName : scheme === "https" ? "localhost" : "127.0.0.1";
  return {
    baseUrl: `${scheme}://${host}:${server.port}`,
    ...(names !== undefined && { allowInsecureEndpoint: true }),
    publicKey: canaryPublicKey,
    privateKey: canaryPrivateKey,
    cacheSeconds: 0,
    ...configuration,
  };
}

/** Variables of the plugin; the name server is one of our own inside its process. */
async function environmentOf(scenario: Scenario, folder: string): Promise<Record<string, string>> {
  const { names, openings = [], environment } = scenario;
  const known = scenario.trusts ?? openings.find((one) => secured.includes(one) && one !== "self-signed");
  const given = {
    ...(known !== undefined && { NODE_EXTRA_CA_CERTS: join(folder, `${known}.pem`) }),
    ...environment,
  };
  if (names === undefined) return given;
  const preload = join(await mkdtemp(join(folder, "names-")), "names.cjs");
  await writeFile(preload, nameServer(names));
  return { ...given, NODE_OPTIONS: `--require ${JSON.stringify(preload)}` };
}

const nameServer = (names: readonly string[]): string => `
  const dns = require("node:dns");
  const { lookup } = dns;
  const results = ${JSON.stringify(names)};
  dns.lookup = (name, options, callback) => {
    if (name !== "${gatewayName}") return lookup(name, options, callback);
    const one = results.length > 1 ? results.shift() : results[0];
    const [, syscall, code] = /^(?:(connect) )?(E.*)$/.exec(one) ?? [];
    const error = code ? Object.assign(new Error(one + " ${bodyMarker}"), syscall ? { code, syscall, errno: -1 } : { code }) : null;
    const list = error ? [] : one.split(" ").map((address) => ({ address, family: address.includes(":") ? 6 : 4 }));
    setImmediate(() => options.all ? callback(error, list) : callback(error, list[0]?.address, list[0]?.family));
  };
`;

/** An address at which connections are counted. */
async function startStrayServer() {
  let connections = 0;
  const server = createServer((socket) => {
    connections += 1;
    socket.destroy();
  });
  await once(server.listen(0, "127.0.0.1"), "listening");
  const port = listeningPort(server);
  return { address: `http://127.0.0.1:${port}`, connections: () => connections, close: () => server.close() };
}
