import type { Row } from "./measure.ts";
import type { Peer } from "./peer.ts";
import { withPlugin } from "./plugin.ts";
import { withSimulator } from "./simulator.ts";

const models: readonly (readonly [string, readonly string[]])[] = [
  ["as it is", []],
  ["server clamps Limit to 7", ["--quirk", "clampLimit=7"]],
  ["server counts 32 too few", ["--quirk", "totalCount=-32"]],
  ["server says True as a boolean", ["--quirk", "containerAsBoolean=true"]],
];

/** A complete listing of the 72 images, by the plugin and by the two loops over Limit 20 that one writes with the SDK. */
export async function completeness(peer: Peer): Promise<Row[]> {
  const rows: Row[] = [];
  for (const [name, flags] of models) {
    const row = await withSimulator(flags, async ({ environment, ...simulator }) => {
      const inputs = { statuses: ["Available", "Reviewing", "Offline", "UnAvailable"] };
      const found = await withPlugin({ environment, ...simulator }, {}, (call) =>
        call("getCompShareImages", inputs),
      );
      const count = Number(found["totalCount"]);
      // A loop that raises an error has read nothing.
      const sdk = async (loop: string): Promise<string> =>
        (await peer?.(environment, loop, 20).catch(() => undefined))?.value.toString() ?? "none";
      const peers = `${await sdk("by_rows")} by rows, ${await sdk("by_limit")} by Limit (Python SDK)`;
      return {
        work: `complete listing, ${name}`,
        plugin: `${count} of 72`,
        ...(peer === undefined ? {} : { peer: peers }),
        goal: "72 of 72",
        met: count === 72,
      };
    });
    rows.push(row);
  }
  return rows;
}
