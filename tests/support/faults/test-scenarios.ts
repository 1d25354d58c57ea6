import { afterAll, expect, test } from "@jest/globals";
import { type Outcome, play, type Stage, setStage } from "./run-scenario.ts";
import { isFailure, logOf, type Scenario } from "./scenario.ts";

/** Makes a test of each scenario. So many are played side by side, and each test looks at what came of its own. */
export function testScenarios(scenarios: readonly Scenario[], atOnce = 6): void {
  const stage = setStage();
  const outcomes = playAll(scenarios, stage, atOnce);
  afterAll(async () => {
    await Promise.allSettled(outcomes);
    await (await stage).close();
  });
  test.each(scenarios.map((scenario, index) => ({ ...scenario, index })))(
    "row $row: $what",
    async ({ index, ...scenario }) => judge(scenario, await outcomes[index]),
    120_000,
  );
}

function playAll(
  scenarios: readonly Scenario[],
  stage: Promise<Stage>,
  atOnce: number,
): readonly Promise<Outcome>[] {
  const queue = scenarios.map((scenario) => ({ scenario, ...Promise.withResolvers<Outcome>() }));
  const outcomes = queue.map(({ promise }) => promise);
  for (const outcome of outcomes) outcome.catch(() => undefined);
  const work = async (): Promise<void> => {
    for (let next = queue.shift(); next !== undefined; next = queue.shift()) {
      await play(next.scenario, await stage).then(next.resolve, next.reject);
    }
  };
  for (let worker = 0; worker < atOnce; worker += 1) void work();
  return outcomes;
}

function judge(scenario: Scenario, outcome: Outcome | undefined): void {
  if (outcome === undefined) throw new Error("the scenario was not played");
  const { answer, error, requests, elsewhere, tookMs, log, alive, traces } = outcome;
  if (isFailure(scenario.answer)) {
    expect(answer).toBeUndefined();
    expect(
      error?.details.startsWith(`${scenario.answer.code}: `) ? scenario.answer.code : error?.details,
    ).toBe(scenario.answer.code);
    expect(error?.code).toBe(scenario.answer.status);
    for (const text of [scenario.answer.says].flat()) expect(error?.details).toContain(text);
  } else {
    expect(error?.details).toBeUndefined();
    expect(answer?.failures).toEqual([]);
    expect(answer?.outputs).toMatchObject(scenario.answer);
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
  expect({ elsewhere, alive, traces }).toEqual({ elsewhere: 0, alive: true, traces: [] });
}
