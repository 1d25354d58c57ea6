import { once } from "node:events";
import { createServer, type Socket } from "node:net";
import { Agent, RetryAgent } from "undici";
import { createFixtures, runScenario } from "../../tests/support/faults/run-scenario.ts";
import type { Scenario } from "../../tests/support/faults/scenario.ts";
import { slow } from "../../tests/support/faults/scenarios/slow.ts";
import { listeningPort } from "../../tests/support/listening-port.ts";
import { startPlugin } from "../../tests/support/plugin/plugin.ts";
import { configure, invokeRequest } from "../../tests/support/plugin/plugin-calls.ts";
import { type Check, percentile } from "./check.ts";

const seconds = 1;
const stall = { requests: [0, 1], result: {}, configuration: { timeoutSeconds: seconds } } as const;

/** G5: how long after its deadline a call ends, whatever stalls. */
export async function overshoot(): Promise<readonly Check[]> {
  const fixtures = await createFixtures();
  const unresponsive = await listen(() => undefined);
  const scenarios: readonly Scenario[] = [
    ...slow.filter(
      ({ what }) => what.endsWith("the whole call ends") || what === "a server that reads nothing",
    ),
    {
      ...stall,
      fault: "TLS handshake that never ends",
      what: "a TLS handshake that never ends",
      openings: ["hang"],
      scheme: "https",
    },
    {
      ...stall,
      fault: "proxy that refuses or is down",
      what: "a proxy that never responds",
      environment: { HTTPS_PROXY: `http://127.0.0.1:${unresponsive.port}` },
      configuration: { timeoutSeconds: seconds, baseUrl: "https://gateway.compshare.test" },
    },
  ];
  const outcomes = await Promise.all(scenarios.map((scenario) => runScenario(scenario, fixtures)));
  const over = outcomes.map(({ tookMs }) => tookMs - seconds * 1000);
  const worst = Math.max(...over);
  const late = outcomes.filter(({ error }) => !error?.details.includes("DEADLINE")).length;
  const rivals = await undiciOvershoot(unresponsive.port);
  unresponsive.close();
  await fixtures.close();
  return [
    {
      goal: "G5",
      what: `worst time beyond a deadline of ${seconds} s, ${scenarios.length} kinds of stalls`,
      plugin: `${worst.toFixed(0)} ms`,
      undici: `${rivals.toFixed(0)} ms (headersTimeout of 1 s)`,
      wanted: "at most 250 ms, and DEADLINE",
      met: worst <= 250 && late === 0,
    },
  ];
}

/** undici has no time for a whole call; this is its time for headers, without a repetition. */
async function undiciOvershoot(port: number): Promise<number> {
  const dispatcher = new RetryAgent(new Agent({ headersTimeout: seconds * 1000 }), { maxRetries: 0 });
  const start = performance.now();
  await dispatcher
    .request({ origin: `http://127.0.0.1:${port}`, path: "/", method: "POST", body: "x" })
    .catch(() => undefined);
  await dispatcher.destroy();
  return performance.now() - start - seconds * 1000;
}

/** G6: how long after a cancel the connection to the gateway is closed. */
export async function cancels(): Promise<readonly Check[]> {
  const half = "HTTP/1.1 200 OK\r\ncontent-length: 1000\r\n\r\n{";
  const times: number[] = [];
  for (const reply of ["", half]) {
    const arrived: ((socket: Socket) => void)[] = [];
    const server = await listen((socket) => {
      socket.on("data", () => {
        if (reply !== "") socket.write(reply);
        arrived.shift()?.(socket);
      });
    });
    const plugin = await startPlugin();
    await configure(plugin, {
      baseUrl: `http://127.0.0.1:${server.port}`,
      publicKey: "a",
      privateKey: "b",
      cacheSeconds: 0,
    });
    for (let cancel = 0; cancel < 100; cancel += 1) {
      const socket = new Promise<Socket>((resolve) => arrived.push(resolve));
      const call = plugin.client.invoke(invokeRequest("getCompShareImageTags", {}), () => undefined);
      const closed = once(await socket, "close");
      const start = performance.now();
      call.cancel();
      await closed;
      times.push(performance.now() - start);
    }
    plugin.client.close();
    plugin.process.kill("SIGKILL");
    server.close();
  }
  const [middle, slowest] = [percentile(times, 0.5), percentile(times, 0.99)];
  return [
    {
      goal: "G6",
      what: `from a cancel to the closed connection, ${times.length} cancels`,
      plugin: `p50 ${middle.toFixed(1)} ms, p99 ${slowest.toFixed(1)} ms`,
      wanted: "p99 at most 50 ms",
      met: slowest <= 50,
    },
  ];
}

async function listen(connected: (socket: Socket) => void) {
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket.on("error", () => undefined));
    connected(socket);
  });
  await once(server.listen(0, "127.0.0.1"), "listening");
  const close = (): void => {
    server.close();
    for (const socket of sockets) socket.destroy();
  };
  return { port: listeningPort(server), close };
}
