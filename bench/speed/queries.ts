import { monitorEventLoopDelay } from "node:perf_hooks";
import type { Catalogue } from "../../provider/listings/catalogue.ts";
import { createYieldToEventLoop } from "../../provider/lookup/yield-to-event-loop.ts";
import { decodeImage } from "../../provider/ucloud/decode-row.ts";
import { generateCatalogue } from "../../simulator/catalogue/generate-catalogue.ts";
import { runFunction } from "../../tests/support/functions/run-function.ts";
import { type Row, timed } from "./measure.ts";

/** 1,000 different queries over 20,000 images at once in one process, and the longest stall of its event loop. */
export async function queries(): Promise<Row[]> {
  const origin = { action: "DescribeCompShareImages", path: "", source: "platform" } as const;
  const images = generateCatalogue(20_000, 1).map((row) => decodeImage(row, origin));
  const catalogue: Catalogue = {
    images: async () => images,
    search: async () => ({ images, complete: true, changedDuringRead: false }),
    imageById: async () => undefined,
    tags: async () => ({ tags: [], categories: {} }),
  };
  const context = {
    catalogue,
    scope: {},
    yieldToEventLoop: createYieldToEventLoop(),
    warn: () => undefined,
    inform: () => undefined,
  };
  const never = new AbortController().signal;
  const ask = (index: number) => {
    const kinds = [
      { nameContains: `${index}` },
      { nameGlob: `*${index}*` },
      { tags: ["pytorch"], version: `>=1.${index % 30}` },
      { cudaVersion: `>=12.${index % 9}`, orderBy: ["-version"] },
    ];
    return runFunction(
      "getCompShareImages",
      { ...kinds[index % kinds.length], limit: 3 },
      () => context,
      never,
    );
  };
  await ask(2);
  await ask(3);
  const delay = monitorEventLoopDelay({ resolution: 5 });
  delay.enable();
  const seconds =
    (await timed(() => Promise.all(Array.from({ length: 1000 }, (_, index) => ask(index))))) / 1000;
  delay.disable();
  const stall = delay.max / 1e6;
  return [
    {
      work: "1,000 queries over 20,000 images at once",
      plugin: `${seconds.toFixed(1)} s, longest stall ${stall.toFixed(0)} ms`,
      peer: "",
      ratio: "",
      goal: "stall at most 100 ms",
      met: stall <= 100,
    },
  ];
}
