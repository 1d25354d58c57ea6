import { execFile } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { tokenOf } from "../../provider/contract/tokens.ts";
import { inTurn, median, type Row, timed } from "./measure.ts";

const run = promisify(execFile);
const program = join(process.cwd(), "dist", "compshare-images");

/** `report` on a preview of 500 resources, of which every fifth is a pin that moves, beside `node -e 0`. */
export async function reports(): Promise<Row[]> {
  const folder = await mkdtemp(join(tmpdir(), "compshare-bench-report-"));
  try {
    const file = join(folder, "preview.json");
    await writeFile(file, JSON.stringify({ steps: Array.from({ length: 500 }, (_, index) => step(index)) }));
    const words = ["report", "--preview", file, "--format", "markdown"];
    const [own, bare] = await inTurn(
      20,
      () => timed(() => run(process.execPath, [program, ...words], { maxBuffer: 1e7 })),
      () => timed(() => run(process.execPath, ["-e", "0"])),
    );
    const [ours, floor] = [median(own), median(bare)];
    return [
      {
        work: "report on a preview of 500 resources",
        plugin: `${ours.toFixed(0)} ms`,
        peer: `${floor.toFixed(0)} ms (node -e 0)`,
        ratio: `+${(ours - floor).toFixed(0)} ms`,
      },
    ];
  } finally {
    await rm(folder, { recursive: true });
  }
}

/** A pin that moves, and four machines that are replaced with it, as Pulumi writes them. */
function step(index: number): object {
  const pin = index - (index % 5);
  const pinType = tokenOf("ImagePin");
  const pinUrn = `urn:pulumi:dev::bench::${pinType}::pin-${pin}`;
  const type = index === pin ? pinType : tokenOf("Instance");
  const urn = index === pin ? pinUrn : `urn:pulumi:dev::bench::${type}::machine-${index}`;
  const state = (id: string): object => ({
    urn,
    type,
    id,
    inputs: { imageId: id, pinned: { imageId: id, name: `image ${id}` }, userData: "x".repeat(2_000) },
    outputs: { imageId: id, name: `image ${id}`, version: "1.0.0", tags: ["a", "b"], price: 0 },
    dependencies: index === pin ? [] : [pinUrn],
    stackTrace: Array.from({ length: 12 }, () => ({ sourcePosition: "project:///index.ts#1" })),
  });
  return {
    op: "replace",
    urn,
    oldState: state(`compshareImage-old${pin}`),
    newState: state(`compshareImage-new${pin}`),
  };
}
