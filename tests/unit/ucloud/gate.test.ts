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
    void gate.enter(never, false).then((leave) => {
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

test("who comes back goes in before who comes for the first time", async () => {
  const gate = createGate(1);
  const leave = await gate.enter(never, false);
  const inside: string[] = [];
  const come = async (name: string, again: boolean): Promise<void> => {
    const own = await gate.enter(never, again);
    inside.push(name);
    own?.();
  };
  const all = [come("new 1", false), come("back 1", true), come("new 2", false), come("back 2", true)];
  leave?.();
  await Promise.all(all);
  expect(inside).toEqual(["back 1", "back 2", "new 1", "new 2"]);
});

test("who gives up while waiting takes no place and leaves no listener", async () => {
  const gate = createGate(1);
  const leave = await gate.enter(never, false);
  const controller = new AbortController();
  const waiting = gate.enter(controller.signal, false);
  const next = gate.enter(never, false);
  controller.abort();
  expect(await waiting).toBeUndefined();
  expect(getEventListeners(controller.signal, "abort")).toHaveLength(0);
  leave?.();
  expect(await next).toBeInstanceOf(Function);
});

test("who has given up before takes no place", async () => {
  const gate = createGate(1);
  expect(await gate.enter(AbortSignal.abort(), false)).toBeUndefined();
  expect(await gate.enter(never, false)).toBeInstanceOf(Function);
});

test("who got in leaves no listener and is not thrown out", async () => {
  const gate = createGate(1);
  const leave = await gate.enter(never, false);
  const controller = new AbortController();
  const waiting = gate.enter(controller.signal, false);
  leave?.();
  const own = await waiting;
  controller.abort();
  expect(own).toBeInstanceOf(Function);
  expect(getEventListeners(controller.signal, "abort")).toHaveLength(0);
  const third = gate.enter(never, false);
  let entered = false;
  void third.then(() => (entered = true));
  await settle();
  expect(entered).toBe(false);
  own?.();
  await third;
});
