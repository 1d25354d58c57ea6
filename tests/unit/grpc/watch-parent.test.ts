import { setTimeout as sleep } from "node:timers/promises";
import { expect, test } from "@jest/globals";
import { type ParentView, systemParent, watchParent } from "../../../provider/grpc/watch-parent.ts";

/** A parent that the test can take away. */
function fakeParent(): { view: ParentView; state: { pid: number; alive: boolean } } {
  const state = { pid: 100, alive: true };
  return { state, view: { pid: () => state.pid, alive: () => state.alive } };
}

test.each<[string, Partial<{ pid: number; alive: boolean }>]>([
  ["another process has become the parent", { pid: 1 }],
  ["the parent is no longer alive", { alive: false }],
])("when %s it calls back, once", async (_, change) => {
  const { view, state } = fakeParent();
  let calls = 0;
  watchParent(view, () => (calls += 1), 5);
  await sleep(30);
  expect(calls).toBe(0);
  Object.assign(state, change);
  await sleep(50);
  expect(calls).toBe(1);
});

test("the system sees this process and its parent, and no process of an impossible number", () => {
  expect(systemParent.pid()).toBe(process.ppid);
  expect(systemParent.alive(process.pid)).toBe(true);
  expect(systemParent.alive(2 ** 30)).toBe(false);
});
