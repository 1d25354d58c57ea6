import { once } from "node:events";
import { createServer, type Server } from "node:http";
import { text } from "node:stream/consumers";
import type { ServiceError } from "@grpc/grpc-js";
import { afterAll, beforeAll, beforeEach, expect, test } from "@jest/globals";
import { type Simulator, startSimulator } from "../../simulator/simulator.ts";
import type { Fault } from "../../simulator/state/fault.ts";
import { type LogEngine, startLogEngine } from "../support/engine/plugin-engine.ts";
import { listeningPort } from "../support/listening-port.ts";
import { type Plugin, startPlugin, stopPlugins } from "../support/plugin/plugin.ts";
import {
  account,
  checkConfig,
  configure,
  invoke,
  type Members,
  secret,
  statusOf,
} from "../support/plugin/plugin-calls.ts";
import {
  canaryPrivateKey as privateKey,
  canaryPublicKey as publicKey,
  tracesIn,
} from "../support/plugin/traces.ts";

let simulator: Simulator;
let engine: LogEngine;
let plugin: Plugin;
const seen: string[] = [];

beforeAll(async () => {
  simulator = await startSimulator({ publicKey, privateKey });
  engine = await startLogEngine();
  plugin = await startPlugin({
    words: [engine.address],
    environment: {
      NODE_DEBUG: "*",
      NODE_OPTIONS: "--trace-warnings --trace-uncaught",
      GRPC_TRACE: "all",
      GRPC_VERBOSITY: "DEBUG",
      PULUMI_CONFIG: JSON.stringify({ "compshare:privateKey": privateKey }),
    },
  });
});

beforeEach(() => simulator.resetRequests());

afterAll(async () => {
  await stopPlugins();
  engine.close();
  await simulator.close();
});

function keep(error: ServiceError): void {
  seen.push(error.details, error.message, JSON.stringify(error.metadata.toJSON()));
}

async function fail(inputs: Members): Promise<void> {
  await configure(plugin, { ...account(simulator), maxAttempts: 1, ...inputs });
  keep(await statusOf(invoke(plugin, "getCompShareImage", { name: "SGLang" })));
}

function expectNoKey(...others: readonly string[]): void {
  const everything = [...seen, ...engine.lines, plugin.stdout(), plugin.stderr()].join("\n");
  expect(tracesIn(everything, [publicKey, privateKey, ...others])).toEqual([]);
}

test.each<Fault>([
  { retCode: 171, message: "Signature VerifyAC Error" },
  { retCode: 172 },
  { retCode: 230, message: "Params [Region] not available" },
  { retCode: 150 },
  { retCode: 99_999 },
  { httpStatus: 503 },
  { httpStatus: 407 },
  { httpStatus: 413 },
  { bodyBytes: 17 * 1024 * 1024 },
  ...(["reset", "html", "empty", "truncated", "wrong-shape", "redirect"] as const),
])("no key is shown when a request meets %j", async (fault) => {
  simulator.failNext(fault);
  await fail({});
  expect(simulator.requests.length).toBeGreaterThan(0);
  expectNoKey();
});

/** A gateway that refuses what it is asked, and quotes of it who asked and how that was signed. */
async function quotingGateway(quote: (value: string) => string): Promise<[Server, signatures: string[]]> {
  const signatures: string[] = [];
  const server = createServer((request, response) => {
    void text(request).then((form) => {
      const { PublicKey = "", Signature = "" } = Object.fromEntries(new URLSearchParams(form));
      signatures.push(Signature);
      const Message = `no ${quote(PublicKey)} signs by ${quote(Signature)}`;
      response.end(JSON.stringify({ RetCode: 230, Message, request_uuid: quote(Signature) }));
    });
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
  return [server, signatures];
}

test.each<[string, (value: string) => string]>([
  ["as they are", (value) => value],
  ["as a form writes them", encodeURIComponent],
])("neither key nor signature is shown of a refusal that quotes them %s", async (_, quote) => {
  const [server, signatures] = await quotingGateway(quote);
  const port = listeningPort(server);
  await fail({ baseUrl: `http://127.0.0.1:${port}` });
  server.closeAllConnections();
  server.close();
  expect(signatures).toEqual([expect.stringMatching(/^[0-9a-f]{40}$/)]);
  expect(seen.at(-2)).toContain("no [publicKey] signs by [signature]");
  expectNoKey(...signatures);
});

test.each<[string, Members]>([
  ["a key that is wrong", { privateKey: `${privateKey}x` }],
  ["a key with white space", { privateKey: `\n ${privateKey} x` }],
  ["a key with characters that no key has", { privateKey: `${privateKey}\u0007键` }],
  ["a key that is a list", { privateKey: [privateKey] }],
  ["a key that is wrapped twice", { privateKey: secret({ of: privateKey }) }],
  ["half a pair", { publicKey: null }],
  ["a profile beside the keys", { profile: "work" }],
  ["a gateway that cannot be reached", { baseUrl: "http://127.0.0.1:1" }],
  ["a gateway with keys in its address", { baseUrl: `https://${publicKey}:${privateKey}@127.0.0.1` }],
])("no key is shown of %s", async (_, inputs) => {
  const { failures } = await checkConfig(plugin, { ...account(simulator), ...inputs });
  seen.push(...failures);
  await fail(inputs);
  expectNoKey();
});

test("no key is shown when all goes well", async () => {
  await configure(plugin, account(simulator));
  const { outputs } = await invoke(plugin, "getCompShareImages", {});
  expect(outputs).toMatchObject({ totalCount: expect.any(Number) });
  seen.push(JSON.stringify(outputs));
  expectNoKey();
  expect(plugin.stderr()).not.toBe("");
});
