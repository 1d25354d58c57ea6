import { Agent } from "undici";
import { encodeRequest } from "../../provider/ucloud/encode-request.ts";
import { signature } from "../../provider/ucloud/signature.ts";
import { median, type Row, type SimulatorProcess, timed, withSimulator } from "./measure.ts";
import type { Peer } from "./peer.ts";
import { peakMegabytes, withPlugin } from "./plugin.ts";

/** A complete listing of the 72 images, by the plugin and by the SDK's documented loop with Limit 20. */
export async function completeness(peer: Peer): Promise<Row[]> {
  const models = [
    ["as it is", []],
    ["server clamps Limit to 7", ["--quirk", "clampLimit=7"]],
    ["server counts 32 too few", ["--quirk", "totalCount=-32"]],
  ] as const;
  const rows: Row[] = [];
  for (const [name, flags] of models) {
    rows.push(
      await withSimulator(flags, async (simulator) => {
        const plugin = await withPlugin(simulator, {}, async (call) =>
          Number(
            (
              await call("getCompShareImages", {
                statuses: ["Available", "Reviewing", "Offline", "UnAvailable"],
              })
            )["totalCount"],
          ),
        );
        const sdk = await peer?.(simulator.environment, "listing", 20);
        return {
          work: `complete listing, ${name}`,
          plugin: `${plugin} of 72`,
          peer: sdk === undefined ? "" : `${sdk.value} of 72 (Python SDK)`,
          ratio: "",
          goal: "72 of 72",
          met: plugin === 72,
        };
      }),
    );
  }
  return rows;
}

/** The floor: a bare loop over 8 sockets, ImageType omitted, Offset advanced by Limit, until an empty page. */
async function bareLoop(simulator: SimulatorProcess): Promise<void> {
  const agent = new Agent({ connections: 8, pipelining: 1 });
  let next = 0;
  let end = false;
  const worker = async (): Promise<void> => {
    while (!end) {
      const offset = next;
      next += 100;
      const form = encodeRequest("DescribeCompShareImages", { region: "cn-wlcb", offset, limit: 100 }).set(
        "PublicKey",
        simulator.environment["COMPSHARE_PUBLIC_KEY"] ?? "",
      );
      form.set("Signature", signature(form, simulator.environment["COMPSHARE_PRIVATE_KEY"] ?? ""));
      const reply = await agent.request({
        origin: simulator.endpoint,
        path: "/",
        method: "POST",
        body: new URLSearchParams([...form]).toString(),
        headers: { "content-type": "application/x-www-form-urlencoded" },
      });
      const { ImageSet }: { ImageSet?: unknown[] } = JSON.parse(await reply.body.text());
      end ||= (ImageSet ?? []).length === 0;
    }
  };
  await Promise.all(Array.from({ length: 8 }, worker));
  await agent.close();
}

/** 20,000 rows at 50 ms: the plugin's walk, the SDK's loop with Limit 100, and the bare loop; memory beside it. */
export async function large(peer: Peer): Promise<Row[]> {
  return withSimulator(["--images", "20000", "--latency", "50"], (simulator) =>
    withPlugin(simulator, { cacheSeconds: 0 }, async (call, plugin) => {
      const walk = () => call("getCompShareImages", { limit: 1 });
      await walk();
      await simulator.requests();
      const times: [number[], number[]] = [[], []];
      const requests = [0, 0];
      for (let run = 0; run < 3; run += 1) {
        times[0].push(await timed(walk));
        requests[0] = await simulator.requests();
        times[1].push(await timed(() => bareLoop(simulator)));
        requests[1] = await simulator.requests();
      }
      const [ours, floor] = [median(times[0]) / 1000, median(times[1]) / 1000];
      const memory = await peakMegabytes(plugin.process.pid);
      const sdk = await peer?.(simulator.environment, "listing", 100);
      const faster = sdk === undefined ? Number.NaN : sdk.seconds / ours;
      const [own = 0, bare = 1] = requests;
      return [
        {
          work: "20,000 rows at 50 ms",
          plugin: `${ours.toFixed(2)} s`,
          peer: sdk === undefined ? "" : `${sdk.seconds.toFixed(1)} s (Python SDK)`,
          ratio: `${faster.toFixed(1)} times faster`,
          goal: "at least 8 times faster",
          met: sdk && faster >= 8,
        },
        {
          work: "20,000 rows at 50 ms",
          plugin: `${ours.toFixed(2)} s`,
          peer: `${floor.toFixed(2)} s (bare undici loop)`,
          ratio: (ours / floor).toFixed(2),
          goal: "",
          met: undefined,
        },
        {
          work: "requests for 20,000 rows",
          plugin: String(own),
          peer: `${bare} (bare undici loop)`,
          ratio: (own / bare).toFixed(3),
          goal: "at most 1.05",
          met: own / bare <= 1.05,
        },
        {
          work: "resident memory, 20,000 rows",
          plugin: `${memory.toFixed(0)} MB`,
          peer: sdk === undefined ? "" : `${sdk.megabytes.toFixed(0)} MB (Python SDK)`,
          ratio: "",
          goal: "at most 150 MB",
          met: memory <= 150,
        },
      ];
    }),
  );
}

/** 200 lookups by name over 1,000 rows at 50 ms, all at once; the SDK one after another, 40 of them, times five. */
export async function lookups(peer: Peer): Promise<Row[]> {
  return withSimulator(["--images", "1000", "--latency", "50"], (simulator) =>
    withPlugin(simulator, { cacheSeconds: 0 }, async (call) => {
      // The peer has loaded its libraries before its clock starts, so the plugin has too.
      await call("getCompShareImageTags", {});
      await simulator.requests();
      const ours = await timed(() =>
        Promise.all(
          Array.from({ length: 200 }, (_, index) => call("getCompShareImages", { name: `image ${index}` })),
        ),
      );
      const requests = await simulator.requests();
      const sdk = await peer?.(simulator.environment, "lookups", 40);
      const seconds = sdk === undefined ? Number.NaN : sdk.seconds * 5;
      const faster = (seconds * 1000) / ours;
      return [
        {
          work: "200 lookups by name, 1,000 rows at 50 ms",
          plugin: `${(ours / 1000).toFixed(2)} s, ${requests} requests`,
          peer: sdk === undefined ? "" : `${seconds.toFixed(1)} s, 200 requests (Python SDK)`,
          ratio: `${faster.toFixed(0)} times faster`,
          goal: "one walk, at least 50 times faster",
          met: sdk && faster >= 50,
        },
      ];
    }),
  );
}
