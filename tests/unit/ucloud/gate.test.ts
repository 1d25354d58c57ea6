import { getEventListeners } from "node:events";
import { expect, test } from "@jest/globals";
import { createGate } from "../../../provider/ucloud/gate.ts";

const never = new AbortController().signal;

/** Lets everything happen that needs no more than promises. */
const settle = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

test("as many go in as there are places, and the others in the order in which they came", async () => {
  const gate = createGate(2);
  const inside: string[] = [];
  const leaves: (() => void)[] = [];
  for (const name of ["first", "second", "third", "fourth"])
    void gate.enter(never).then((leave) => {
      inside.push(name);
      if (leave !== undefined) leaves.push(leave);
    });
  await settle();
  expect(inside).toEqual(["first", "second"]);
  leaves.shift()?.();
  await settle();
  expect(inside).toEqual(["first", "second", "third"]);
  leaves.shift()?.();
  leaves.shift()?.();
  await settle();
  expect(inside).toEqual(["first", "second", "third", "fourth"]);
});

test("who gives up while waiting takes no place and leaves no listener", async () => {
  const gate = createGate(1);
  const leave = await gate.enter(never);
  const controller = new AbortController();
  const waiting = gate.enter(controller.signal);
  const next = gate.enter(never);
  controller.abort();
  expect(await waiting).toBeUndefined();
  expect(getEventListeners(controller.signal, "abort")).toHaveLength(0);
  leave?.();
  expect(await next).toBeInstanceOf(Function);
});

test("who has given up before takes no place", async () => {
  const gate = createGate(1);
  expect(await gate.enter(AbortSignal.abort())).toBeUndefined();
  expect(await gate.enter(never)).toBeInstanceOf(Function);
});

test("who got in leaves no listener and is not thrown out", async () => {
  const gate = createGate(1);
  const leave = await gate.enter(never);
  const controller = new AbortController();
  const waiting = gate.enter(controller.signal);
  leave?.();
  const own = await waiting;
  controller.abort();
  expect(own).toBeInstanceOf(Function);
  expect(getEventListeners(controller.signal, "abort")).toHaveLength(0);
  const third = gate.enter(never);
  let entered = false;
  void third.then(() => (entered = true));
  await settle();
  expect(entered).toBe(false);
  own?.();
  await third;
});
