import { textTable } from "../../provider/images/text-table.ts";
import { faults } from "./faults.ts";
import { completeness, large, lookups } from "./listing.ts";
import type { Row } from "./measure.ts";
import { getPeer, type Peer } from "./peer.ts";
import { queries } from "./queries.ts";
import { signing } from "./signing.ts";
import { preview, start } from "./start.ts";

/** Every piece of work by its name; `npm run bench -- NAME` runs one of them. */
const works: Readonly<Record<string, (peer: Peer) => Promise<Row[]>>> = {
  completeness,
  large,
  lookups,
  start,
  preview,
  faults,
  signing,
  queries,
};

async function main(): Promise<void> {
  const wanted = process.argv.slice(2);
  const unknown = wanted.find((name) => !Object.hasOwn(works, name));
  if (unknown !== undefined)
    throw new Error(`unknown work ${unknown}; known are ${Object.keys(works).join(", ")}`);
  const peer = await getPeer();
  const rows: Row[] = [];
  for (const [name, work] of Object.entries(works)) {
    if (wanted.length > 0 && !wanted.includes(name)) continue;
    console.log(`measuring: ${name}`);
    rows.push(...(await work(peer)));
  }
  const header = ["work", "plugin", "peer or floor", "ratio", "goal", "met"];
  const met = (row: Row): string => (row.met === undefined ? "" : row.met ? "yes" : "no");
  console.log("");
  for (const line of textTable([
    header,
    ...rows.map((row) => [row.work, row.plugin, row.peer, row.ratio, row.goal, met(row)]),
  ]))
    console.log(line);
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
