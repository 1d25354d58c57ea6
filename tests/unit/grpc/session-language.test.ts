import { afterAll, afterEach, beforeAll, expect, test } from "@jest/globals";
import { composeProvider } from "../../../provider/compose.ts";
import type { Provider } from "../../../provider/grpc/provider.ts";
import { setLanguage } from "../../../provider/messages/messages.ts";
import { type Simulator, startSimulator } from "../../../simulator/simulator.ts";
import { environmentOf } from "../../support/simulator/environment-of.ts";

let simulator: Simulator;

beforeAll(async () => {
  simulator = await startSimulator();
});
afterEach(() => setLanguage("en"));
afterAll(() => simulator.close());

/** The provider of a session whose configuration names the language. */
function providerIn(lang: "en" | "zh"): Provider {
  const provider = composeProvider("0.0.0", environmentOf(simulator), () => "");
  provider.configure({ values: { lang }, secret: false, secrets: [], unknown: [] }, "");
  return provider;
}

async function problemOf(provider: Provider, values: Readonly<Record<string, unknown>>): Promise<string> {
  const urn = "urn:pulumi:dev::shop::compshare:index:ImagePin::base";
  const call = { urn, signal: new AbortController().signal, lookup: () => provider.lookup() };
  const none = { inputs: {}, outputs: {} };
  const { problems = [] } = await provider.resource(urn).check({ values, unknown: [] }, none, call);
  return problems.map(({ reason }) => reason).join("\n");
}

test("a check that waits tells its problems in the language of its own session", async () => {
  const waiting = problemOf(providerIn("zh"), { name: "nothing has this name" });
  const other = problemOf(providerIn("en"), { policy: "never" });
  expect(await other).toBe('`policy` must be one of "hold", "follow", "withinRange"');
  expect(await waiting).toMatch(/^IMAGE_NOT_FOUND: 没有 CompShare 镜像符合/);
});
