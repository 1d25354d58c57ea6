import { execFile } from "node:child_process";
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { fillOnce } from "../../tools/process/fill-once.ts";
import { inTurn, median, type Row, timed } from "./measure.ts";
import { type SimulatorProcess, withSimulator } from "./simulator.ts";

const run = promisify(execFile);
const program = join(process.cwd(), "dist", "compshare-images");
const peerPackage = "compshare-cli==0.5.6";
const venv = ".bench/compshare-cli";

/** Where a command runs: a home of its own, in which compiled code is kept as in a user's. */
interface Place {
  readonly folder: string;
  readonly environment: Readonly<Record<string, string>>;
}

/** The command line's start beside `node -e 0`, its lookups beside compshare-cli's, and a large snapshot. */
export async function commandLine(): Promise<Row[]> {
  const folder = await mkdtemp(join(tmpdir(), "compshare-bench-cli-"));
  try {
    await mkdir(join(folder, ".pulumi"), { mode: 0o700 });
    return await withSimulator([], (simulator) =>
      small({ folder, environment: environmentOf(folder, simulator) }),
    ).then(async (rows) => [...rows, await large(folder)]);
  } finally {
    await rm(folder, { recursive: true });
  }
}

function environmentOf(folder: string, { environment }: SimulatorProcess): Record<string, string> {
  return { PATH: process.env["PATH"] ?? "", HOME: folder, LANG: "C.UTF-8", ...environment };
}

function own(place: Place, ...words: readonly string[]): () => Promise<number> {
  return () =>
    timed(() => run(process.execPath, [program, ...words], { cwd: place.folder, env: place.environment }));
}

/** The same place with a home of Pulumi's of its own. */
async function home({ folder, environment }: Place, name: string): Promise<Place> {
  const path = join(folder, name);
  await mkdir(path, { mode: 0o700 });
  return { folder, environment: { ...environment, PULUMI_HOME: path } };
}

const query = ["--name", "vLLM v0.12.0", "--json"];

async function small(place: Place): Promise<Row[]> {
  await own(place, "snapshot")();
  const peer = await getPeer(place);
  // Compiled code is kept as the first command needed it, so each of the two kinds of users has a home.
  const [ofFile, ofLive] = await Promise.all(["file", "live"].map((name) => home(place, name)));
  const [bare, help, file, live, theirs] = await inTurn(
    20,
    () => timed(() => run(process.execPath, ["-e", "0"])),
    own(place, "--help"),
    own(ofFile ?? place, "find", ...query, "--catalog", "compshare.catalog.json"),
    own(ofLive ?? place, "find", ...query),
    async () => (peer === undefined ? Number.NaN : timed(peer)),
  );
  const floor = median(bare);
  const [ours, other] = [median(live), median(theirs)];
  return [
    above("compshare-images --help", median(help), floor, 10),
    above("find from a file of 114 images", median(file), floor, 50),
    {
      work: "find by name, live",
      plugin: `${ours.toFixed(0)} ms`,
      goal: "at least 3 times faster",
      ...(peer !== undefined && {
        peer: `${other.toFixed(0)} ms (compshare-cli 0.5.6)`,
        ratio: `${(other / ours).toFixed(1)} times faster`,
        met: other / ours >= 3,
      }),
    },
  ];
}

function above(work: string, ms: number, floor: number, most: number): Row {
  return {
    work,
    plugin: `${ms.toFixed(0)} ms`,
    peer: `${floor.toFixed(0)} ms (node -e 0)`,
    ratio: `+${(ms - floor).toFixed(0)} ms`,
    goal: `at most +${most} ms`,
    met: ms - floor <= most,
  };
}

/** A snapshot of 20,000 images at 50 ms, 3 times anew. */
function large(folder: string): Promise<Row> {
  return withSimulator(["--images", "20000", "--latency", "50"], async (simulator) => {
    const place = { folder, environment: environmentOf(folder, simulator) };
    const words = ["snapshot", "--source", "platform", "-o", "large.json"];
    const [runs] = await inTurn(3, async () => {
      await rm(join(folder, "large.json"), { force: true });
      return own(place, ...words)();
    });
    return { work: "snapshot of 20,000 images at 50 ms", plugin: `${(median(runs) / 1000).toFixed(1)} s` };
  });
}

/** The same lookup by the CompShare CLI, from PyPI; `undefined` where it cannot be had. */
async function getPeer({ folder, environment }: Place): Promise<(() => Promise<unknown>) | undefined> {
  try {
    await fillOnce(venv, install);
  } catch {
    console.log(
      "compshare-cli cannot be installed here (python3 with venv is needed); its column stays empty.",
    );
    return undefined;
  }
  const file = join(folder, "compshare.json");
  const { COMPSHARE_PUBLIC_KEY: public_key, COMPSHARE_PRIVATE_KEY: private_key } = environment;
  await writeFile(
    file,
    JSON.stringify({ current_profile: "default", profiles: { default: { public_key, private_key } } }),
  );
  const words = [
    "bench/speed/compshare-cli.py",
    "--json",
    "image",
    "list",
    "--name",
    "vLLM v0.12.0",
    "--all",
  ];
  const env = { ...environment, COMPSHARE_CONFIG_FILE: file };
  return async () => {
    const { stdout } = await run(join(venv, "bin", "python"), words, { env });
    if (!stdout.includes("compshareImage-")) throw new Error(`compshare-cli found nothing: ${stdout}`);
  };
}

/** An environment may be moved when it is complete: Python finds its packages from where it stands. */
async function install(folder: string): Promise<void> {
  await run("python3", ["-m", "venv", folder]);
  const python = join(folder, "bin", "python");
  await run(python, ["-m", "pip", "install", "--quiet", "--no-cache-dir", peerPackage]);
}
