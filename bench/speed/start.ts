import { mkdtemp, rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pluginFile } from "../../tests/support/plugin/plugin.ts";
import { runCommand } from "../../tools/process/run-command.ts";
import { inTurn, median, type Row, timed } from "./measure.ts";
import type { Peer } from "./peer.ts";
import { type Command, withProvider } from "./provider-process.ts";
import type { RivalPlugin, Rivals } from "./rivals.ts";
import { type SimulatorProcess, withSimulator } from "./simulator.ts";

/** A start of a provider, in milliseconds since it was spawned. */
interface Start {
  readonly handshake: number;
  readonly invoke: number;
  /** From the signal to the end of the process. */
  readonly leaving: number;
}

const rounds = 25;

const bareNode = (): Promise<number> =>
  timed(() => runCommand(process.execPath, ["-e", "0"], { output: "dropped" }));

/** Starts a provider, does with it what a command with one lookup does, and ends it. */
function startOnce(
  command: Command,
  environment: Readonly<Record<string, string>>,
  functionName: string,
): Promise<Start> {
  return withProvider(command, environment, async (provider) => {
    await provider.handshake();
    const handshake = provider.age();
    await provider.configure({});
    await provider.invoke(functionName, { name: "ComfyUI" });
    const invoke = provider.age();
    await provider.cancel();
    return { handshake, invoke, leaving: await provider.leave() };
  });
}

/**
 * From spawn to the answered handshake and to the first answered function, and from the signal to the end: ours with
 * compiled code of an earlier start and without, `node -e 0`, version 0.1.0 and a provider in Go, 25 rounds in turn.
 */
export async function start(_peer: Peer, { release, go }: Rivals): Promise<Row[]> {
  const home = await mkdtemp(join(tmpdir(), "compshare-bench-home-"));
  try {
    return await withSimulator([], async ({ environment }: SimulatorProcess) => {
      const ours: Command = [process.execPath, pluginFile];
      const kept = { ...environment, PULUMI_HOME: home };
      const image = "getCompShareImage";
      const other = (rival: RivalPlugin | undefined, name: string) => async () =>
        rival && (await startOnce(rival.command, environment, name));
      await startOnce(ours, kept, image);
      const [bare, later, first, released, inGo] = await inTurn(
        rounds,
        bareNode,
        () => startOnce(ours, kept, image),
        () => startOnce(ours, environment, image),
        other(release, image),
        other(go, "getImage"),
      );
      return rows(
        { bare: median(bare), later: middle(later), first: middle(first) },
        middle(released),
        middle(inGo),
      );
    });
  } finally {
    await rm(home, { recursive: true });
  }
}

function middle(starts: readonly (Start | undefined)[]): Start {
  const of = (part: keyof Start): number => median(starts.map((one) => one?.[part] ?? Number.NaN));
  return { handshake: of("handshake"), invoke: of("invoke"), leaving: of("leaving") };
}

async function rows(
  { bare, later, first }: { readonly bare: number; readonly later: Start; readonly first: Start },
  release: Start,
  go: Start,
): Promise<Row[]> {
  const handshake = "spawn to Handshake answered";
  const invoke = "spawn to the first function answered";
  const bytes = (await stat(pluginFile)).size;
  return [
    beside(handshake, later.handshake, bare, "node -e 0", 2.1),
    beside(handshake, later.handshake, go.handshake, "Go", 0.95),
    beside(handshake, later.handshake, release.handshake, "0.1.0"),
    beside(invoke, later.invoke, release.invoke, "0.1.0", 0.65),
    beside(`${invoke}, the very first time`, first.invoke, release.invoke, "0.1.0"),
    beside(`${invoke} (Go sends no request)`, later.invoke, go.invoke, "Go"),
    beside("signal to the end of the process", later.leaving, release.leaving, "0.1.0"),
    beside("signal to the end of the process", later.leaving, go.leaving, "Go"),
    {
      work: "size of the plugin",
      plugin: `${Math.round(bytes / 1000)} kB`,
      goal: "under 400 kB",
      met: bytes < 400_000,
    },
  ];
}

/** A row of two times in milliseconds; nothing is said of one that was not measured. */
function beside(work: string, own: number, other: number, name: string, most?: number): Row {
  return {
    work,
    plugin: `${own.toFixed(0)} ms`,
    ...(!Number.isNaN(other) && {
      peer: `${other.toFixed(0)} ms (${name})`,
      ratio: (own / other).toFixed(2),
    }),
    ...(most !== undefined && {
      goal: `at most ${most}`,
      ...(!Number.isNaN(other) && { met: own / other <= most }),
    }),
  };
}
