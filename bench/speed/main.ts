import { textTable } from "../../provider/messages/text-table.ts";
import { commandLine } from "./command-line.ts";
import { completeness } from "./completeness.ts";
import { faults } from "./faults.ts";
import { hostile } from "./hostile.ts";
import { large } from "./large.ts";
import { lookups } from "./lookups.ts";
import type { Row } from "./measure.ts";
import { getPeer, type Peer } from "./peer.ts";
import { preview } from "./preview.ts";
import { queries } from "./queries.ts";
import { reports } from "./reports.ts";
import { getRivals, type Rivals } from "./rivals.ts";
import { signing } from "./signing.ts";
import { start } from "./start.ts";

/** Every piece of work by its name; `npm run bench -- NAME` runs one of them. */
const works: Readonly<Record<string, (peer: Peer, rivals: Rivals) => Promise<Row[]>>> = {
  completeness,
  large,
  lookups,
  start,
  preview,
  commandLine,
  reports,
  faults,
  hostile,
  signing,
  queries,
};

function line({ work, plugin, peer = "", ratio = "", goal = "", met }: Row): string[] {
  return [work, plugin, peer, ratio, goal, met === undefined ? "" : met ? "yes" : "no"];
}

async function main(): Promise<void> {
  const wanted = process.argv.slice(2);
  const unknown = wanted.find((name) => !Object.hasOwn(works, name));
  if (unknown !== undefined)
    throw new Error(`unknown work ${unknown}; known are ${Object.keys(works).join(", ")}`);
  const peer = await getPeer();
  const rivals = await getRivals();
  const table = [["work", "plugin", "peer or floor", "ratio", "goal", "met"]];
  for (const [name, work] of Object.entries(works)) {
    if (wanted.length > 0 && !wanted.includes(name)) continue;
    console.log(`measuring: ${name}`);
    try {
      table.push(...(await work(peer, rivals)).map(line));
    } catch (error) {
      // The other figures are not lost with this one.
      console.error(`${name} could not be measured:`, error);
      process.exitCode = 1;
    }
  }
  console.log(`\n${textTable(table).join("\n")}`);
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
