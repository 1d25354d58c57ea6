import { getEventListeners } from "node:events";
import { expect, test } from "@jest/globals";
import { createSemaphore } from "../../../provider/ucloud/semaphore.ts";

const never = new AbortController().signal;

/** Lets everything happen that needs no more than promises. */
const settle = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

test("as many are admitted as there are permits, and the others in the order in which they came", async () => {
  const semaphore = createSemaphore(2);
  const admitted: string[] = [];
  const releases: (() => void)[] = [];
  for (const name of ["first", "second", "third", "fourth"])
    void semaphore.acquire(never, false).then((release) => {
      admitted.push(name);
      if (release !== undefined) releases.push(release);
    });
  await settle();
  expect(admitted).toEqual(["first", "second"]);
  releases.shift()?.();
  await settle();
  expect(admitted).toEqual(["first", "second", "third"]);
  releases.shift()?.();
  releases.shift()?.();
  await settle();
  expect(admitted).toEqual(["first", "second", "third", "fourth"]);
});

test("retries are admitted before first attempts", async () => {
  const semaphore = createSemaphore(1);
  const release = await semaphore.acquire(never, false);
  const admitted: string[] = [];
  const come = async (name: string, retry: boolean): Promise<void> => {
    const own = await semaphore.acquire(never, retry);
    admitted.push(name);
    own?.();
  };
  const all = [come("first 1", false), come("retry 1", true), come("first 2", false), come("retry 2", true)];
  release?.();
  await Promise.all(all);
  expect(admitted).toEqual(["retry 1", "retry 2", "first 1", "first 2"]);
});

test("who gives up while waiting takes no permit and leaves no listener", async () => {
  const semaphore = createSemaphore(1);
  const release = await semaphore.acquire(never, false);
  const controller = new AbortController();
  const waiting = semaphore.acquire(controller.signal, false);
  const next = semaphore.acquire(never, false);
  controller.abort();
  expect(await waiting).toBeUndefined();
  expect(getEventListeners(controller.signal, "abort")).toHaveLength(0);
  release?.();
  expect(await next).toBeInstanceOf(Function);
});

test("who has given up before takes no permit", async () => {
  const semaphore = createSemaphore(1);
  expect(await semaphore.acquire(AbortSignal.abort(), false)).toBeUndefined();
  expect(await semaphore.acquire(never, false)).toBeInstanceOf(Function);
});

test("who was admitted leaves no listener and keeps the permit", async () => {
  const semaphore = createSemaphore(1);
  const release = await semaphore.acquire(never, false);
  const controller = new AbortController();
  const waiting = semaphore.acquire(controller.signal, false);
  release?.();
  const own = await waiting;
  controller.abort();
  expect(own).toBeInstanceOf(Function);
  expect(getEventListeners(controller.signal, "abort")).toHaveLength(0);
  const third = semaphore.acquire(never, false);
  let admitted = false;
  void third.then(() => (admitted = true));
  await settle();
  expect(admitted).toBe(false);
  own?.();
  await third;
});
