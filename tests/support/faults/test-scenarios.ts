import { afterAll, expect, test } from "@jest/globals";
import { createFixtures, type Fixtures, type Outcome, runScenario } from "./run-scenario.ts";
import { isFailure, logOf, type Scenario } from "./scenario.ts";

/** Makes a test of each scenario. So many run side by side, and each test looks at what came of its own. */
export function testScenarios(scenarios: readonly Scenario[], atOnce = 6): void {
  const fixtures = createFixtures();
  const outcomes = runAll(scenarios, fixtures, atOnce);
  afterAll(async () => {
    await Promise.allSettled(outcomes);
    await (await fixtures).close();
  });
  test.each(scenarios.map((scenario, index) => ({ ...scenario, index })))(
    "$fault: $what",
    async ({ index, ...scenario }) => assertOutcome(scenario, await outcomes[index]),
    120_000,
  );
}

function runAll(
  scenarios: readonly Scenario[],
  fixtures: Promise<Fixtures>,
  atOnce: number,
): readonly Promise<Outcome>[] {
  const queue = scenarios.map((scenario) => ({ scenario, ...Promise.withResolvers<Outcome>() }));
  const outcomes = queue.map(({ promise }) => promise);
  for (const outcome of outcomes) outcome.catch(() => undefined);
  const work = async (): Promise<void> => {
    for (let next = queue.shift(); next !== undefined; next = queue.shift()) {
      await runScenario(next.scenario, await fixtures).then(next.resolve, next.reject);
    }
  };
  for (let worker = 0; worker < atOnce; worker += 1) void work();
  return outcomes;
}

function assertOutcome(scenario: Scenario, outcome: Outcome | undefined): void {
  if (outcome === undefined) throw new Error("the scenario was not run");
  const { result, error, requests, strayConnections, tookMs, log, alive, traces } = outcome;
  if (isFailure(scenario.result)) {
    expect(result).toBeUndefined();
    expect(
      error?.details.startsWith(`${scenario.result.code}: `) ? scenario.result.code : error?.details,
    ).toBe(scenario.result.code);
    expect(error?.code).toBe(scenario.result.status);
    for (const text of [scenario.result.says].flat()) expect(error?.details).toContain(text);
  } else {
    expect(error?.details).toBeUndefined();
    expect(result?.failures).toEqual([]);
    expect(result?.outputs).toMatchObject(scenario.result);
  }
  const [least, most] =
    typeof scenario.requests === "number" ? [scenario.requests, scenario.requests] : scenario.requests;
  expect(requests).toBeGreaterThanOrEqual(least);
  expect(requests).toBeLessThanOrEqual(most);
  const expectedLog = logOf(scenario);
  expect(log).toHaveLength(expectedLog.length);
  for (const [index, line] of expectedLog.entries()) expect(log[index]).toMatch(line);
  const deadline = Number(scenario.configuration?.["timeoutSeconds"] ?? 60) * 1000 + 250;
  const [soonest, latest] = scenario.took ?? [0, deadline];
  expect(tookMs).toBeGreaterThanOrEqual(soonest);
  expect(tookMs).toBeLessThanOrEqual(Math.min(latest, deadline));
  expect({ strayConnections, alive, traces }).toEqual({ strayConnections: 0, alive: true, traces: [] });
}
