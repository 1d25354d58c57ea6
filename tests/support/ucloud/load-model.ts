import { type Client, createClient } from "../../../provider/ucloud/client.ts";
import type { Clock } from "../../../provider/ucloud/clock.ts";
import { createSecret } from "../../../provider/ucloud/secret.ts";
import type { SharedLimits } from "../../../provider/ucloud/shared-limits.ts";
import type { HttpReply, Post } from "../../../provider/ucloud/transport.ts";
import { seededRandom } from "../../../simulator/catalogue/seeded-random.ts";
import { createSimulatedTime } from "./simulated-time.ts";

/** How calls are retried: what is compared. */
export interface Rule {
  readonly name: string;
  readonly maxAttempts: number;
  readonly limits: (random: () => number) => SharedLimits;
}

/** A fault of the gateway. */
export type ModelFault = "503" | "153" | "reset";

/** A gateway and what is asked of it. */
export interface Load {
  readonly calls: number;
  /** Requests of a call, one after the other; it succeeds if all do. @default 1 */
  readonly requests?: number;
  /** Calls that are made side by side. @default all of them */
  readonly width?: number;
  /** Share of the requests that meet a fault. @default 0 */
  readonly faultRate?: number;
  readonly faults?: readonly ModelFault[];
  /** Time of a response. */
  readonly latencyMs: number;
  /** Requests a second that the gateway takes; it throttles the others. @default any number */
  readonly perSecond?: number;
}

/** What came of a load. */
export interface LoadOutcome {
  /** Share of the calls that succeeded. */
  readonly success: number;
  readonly requestsPerCall: number;
  readonly medianMs: number;
  readonly totalMs: number;
}

/** The faults that the goals name, each as likely as the others. */
const mixedFaults: readonly ModelFault[] = ["503", "153", "reset"];

const reply = (status: number, body: string): HttpReply => ({ status, body, header: () => undefined });
const fine = reply(200, '{"RetCode":0,"TotalCount":0,"ImageSet":[]}');
const throttled = reply(200, '{"RetCode":153}');

/** The real client of the plugin, its gateway a model, its time simulated: 2,000 calls take a second. */
export async function runLoad(rule: Rule, load: Load, seed: number): Promise<LoadOutcome> {
  const time = createSimulatedTime();
  const { clock } = time;
  const random = seededRandom(seed);
  const { post, sent } = createGateway(load, clock, seededRandom(seed + 1));
  const client = createClient({
    endpoint: { origin: "https://api.compshare.cn", loopback: false },
    publicKey: "public",
    privateKey: createSecret("private"),
    credentialsSource: "environment",
    maxAttempts: rule.maxAttempts,
    sharedLimits: rule.limits(random),
    warn: () => undefined,
    post,
    clock,
    random,
  });
  const took: number[] = [];
  let [next, done] = [0, 0];
  const worker = async (): Promise<void> => {
    while (next < load.calls) {
      next += 1;
      const start = clock.now();
      if (await succeeds(client, load.requests ?? 1, start + 60_000)) done += 1;
      took.push(clock.now() - start);
    }
  };
  const workers = Array.from({ length: load.width ?? load.calls }, worker);
  await time.run();
  await Promise.all(workers);
  took.sort((one, other) => one - other);
  return {
    success: done / load.calls,
    requestsPerCall: sent() / load.calls,
    medianMs: took[Math.floor(took.length / 2)] ?? Number.NaN,
    totalMs: clock.now(),
  };
}

async function succeeds(client: Client, requests: number, deadline: number): Promise<boolean> {
  const limits = { deadline, signal: new AbortController().signal };
  try {
    for (let offset = 0; offset < requests; offset += 1)
      await client.call("DescribeCompShareImages", { region: "cn-wlcb", offset, limit: 100 }, limits);
    return true;
  } catch {
    return false;
  }
}

function createGateway(load: Load, clock: Clock, random: () => number) {
  const { faultRate = 0, faults = mixedFaults, latencyMs, perSecond } = load;
  let sent = 0;
  // A bucket that holds a second's worth of requests, full at first.
  let [tokens, filledAt] = [perSecond ?? 0, 0];
  const overLimit = (): boolean => {
    if (perSecond === undefined) return false;
    tokens = Math.min(perSecond, tokens + ((clock.now() - filledAt) / 1000) * perSecond);
    filledAt = clock.now();
    if (tokens < 1) return true;
    tokens -= 1;
    return false;
  };
  const post: Post = async (_, _form, signal) => {
    sent += 1;
    await responseTime(clock, latencyMs, signal);
    if (overLimit()) return throttled;
    const fault = random() < faultRate ? faults[Math.floor(random() * faults.length)] : undefined;
    if (fault === "reset") throw Object.assign(new Error("reset"), { code: "ECONNRESET" });
    if (fault === "503") return reply(503, "busy");
    return fault === "153" ? throttled : fine;
  };
  return { post, sent: () => sent };
}

function responseTime(clock: Clock, ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const cancel = clock.after(ms, resolve);
    const stop = (): void => {
      cancel();
      reject(new Error("aborted"));
    };
    signal.addEventListener("abort", stop, { once: true });
  });
}
