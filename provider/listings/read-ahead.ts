import type { Listed, Page, ReadPage } from "./page.ts";

/** Pages that are asked for before they are needed. */
export interface ReadAhead<Item extends Listed> {
  ask(offset: number): void;
  take(offset: number): Promise<Page<Item>>;
  size(): number;
  /** Aborts what nobody waits for any more. */
  stop(): void;
}

/** Pages of one walk through a listing. */
export function createReadAhead<Item extends Listed>(
  readPage: ReadPage<Item>,
  signal: AbortSignal,
): ReadAhead<Item> {
  const asked = new Map<number, Promise<Page<Item>>>();
  const controller = new AbortController();
  const either = AbortSignal.any([signal, controller.signal]);
  const ask = (offset: number): Promise<Page<Item>> => {
    const page = asked.get(offset) ?? readPage(offset, either);
    asked.set(offset, page);
    // A page behind one that fails is never taken; its own failure must not end the process.
    page.catch(() => undefined);
    return page;
  };
  return {
    ask: (offset) => void ask(offset),
    take: async (offset) => {
      const page = await ask(offset);
      asked.delete(offset);
      return page;
    },
    size: () => asked.size,
    stop: () => controller.abort(),
  };
}
