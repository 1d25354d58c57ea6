import { StandardRetryStrategy } from "@smithy/core/retry";
import { Agent, type Dispatcher, RetryAgent } from "undici";
import { createSecret } from "../../provider/ucloud/secret.ts";
import { signedForm } from "../../provider/ucloud/signed-form.ts";
import { startPlugin } from "../../tests/support/plugin/plugin.ts";
import { configure, invoke } from "../../tests/support/plugin/plugin-calls.ts";
import type { SimulatorProcess } from "../speed/simulator.ts";

/** A call: the IDs that it asks for, one after the other. */
export type IdCall = readonly string[];

/** What came of calls. */
export interface CallsOutcome {
  /** How many had everything that they asked for. */
  readonly done: number;
  /** How long each took, in milliseconds. */
  readonly took: readonly number[];
}

/** Makes many calls at once. */
export type Caller = (simulator: SimulatorProcess, calls: readonly IdCall[]) => Promise<CallsOutcome>;

async function makeCalls(
  calls: readonly IdCall[],
  ask: (id: string) => Promise<unknown>,
): Promise<CallsOutcome> {
  const took: number[] = [];
  const make = async (ids: IdCall): Promise<void> => {
    const start = performance.now();
    try {
      for (const id of ids) await ask(id);
    } finally {
      took.push(performance.now() - start);
    }
  };
  const ends = await Promise.allSettled(calls.map(make));
  return { done: ends.filter(({ status }) => status === "fulfilled").length, took };
}

/** The built plugin, in a process of its own. */
export const plugin: Caller = async ({ environment }, calls) => {
  const one = await startPlugin({ environment });
  try {
    await configure(one, { cacheSeconds: 0 });
    return await makeCalls(calls, (id) =>
      invoke(one, "getCompShareImages", { id, source: "platform", statuses: ["Available", "Offline"] }),
    );
  } finally {
    one.client.close();
    one.process.kill("SIGKILL");
  }
};

/** The form that the plugin would send. */
function formOf({ environment }: SimulatorProcess, id: string): string {
  const request = { region: "cn-wlcb", offset: 0, limit: 100, id };
  return signedForm("DescribeCompShareImages", request, {
    publicKey: environment["COMPSHARE_PUBLIC_KEY"] ?? "",
    privateKey: createSecret(environment["COMPSHARE_PRIVATE_KEY"] ?? ""),
  }).form;
}

async function send(dispatcher: Dispatcher, simulator: SimulatorProcess, id: string) {
  const reply = await dispatcher.request({
    origin: simulator.endpoint,
    path: "/",
    method: "POST",
    body: formOf(simulator, id),
    headers: { "content-type": "application/x-www-form-urlencoded" },
  });
  const text = await reply.body.text();
  if (reply.statusCode !== 200) throw Object.assign(new Error("refused"), { statusCode: reply.statusCode });
  const { RetCode: retCode }: { RetCode: unknown } = JSON.parse(text);
  if (retCode !== 0) throw Object.assign(new Error("refused"), { retCode });
}

/** undici's RetryAgent with its defaults, allowed to retry POST; it knows nothing of a RetCode. */
export const retryAgent: Caller = async (simulator, calls) => {
  const dispatcher = new RetryAgent(new Agent({ connections: 8 }), { methods: ["POST"] });
  try {
    return await makeCalls(calls, (id) => send(dispatcher, simulator, id));
  } finally {
    await dispatcher.close();
  }
};

/** smithy's standard retry strategy with its defaults; what the plugin takes for throttling is throttling here too. */
export const smithy: Caller = async (simulator, calls) => {
  const dispatcher = new Agent({ connections: 8 });
  const strategy = new StandardRetryStrategy(3);
  const ask = async (id: string): Promise<void> => {
    let token = await strategy.acquireInitialRetryToken("images");
    for (;;) {
      try {
        await send(dispatcher, simulator, id);
        strategy.recordSuccess(token);
        return;
      } catch (error) {
        const throttled = error instanceof Error && "retCode" in error && error.retCode === 153;
        token = await strategy.refreshRetryTokenForRetry(token, {
          errorType: throttled ? "THROTTLING" : "TRANSIENT",
        });
        await new Promise((resolve) => setTimeout(resolve, token.getRetryDelay()));
      }
    }
  };
  try {
    return await makeCalls(calls, ask);
  } finally {
    await dispatcher.close();
  }
};
