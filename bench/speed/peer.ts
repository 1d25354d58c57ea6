import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { fillOnce } from "../../tools/process/fill-once.ts";

const run = promisify(execFile);
const sdk = "ucloud-sdk-python3==0.11.100";
const folder = ".bench/python";

export interface PeerResult {
  readonly value: number;
  readonly seconds: number;
  readonly megabytes: number;
}

/** UCloud's own Python SDK; `undefined` where it cannot be had. */
export type Peer =
  | ((
      environment: Readonly<Record<string, string>>,
      ...words: readonly (string | number)[]
    ) => Promise<PeerResult>)
  | undefined;

/** Installs the SDK into an ignored folder, once. */
export async function getPeer(): Promise<Peer> {
  try {
    await fillOnce(folder, install);
  } catch {
    console.log(
      "UCloud's Python SDK cannot be installed here (python3 with pip is needed); its column stays empty.",
    );
    return undefined;
  }
  return async (environment, ...words) => {
    const { stdout } = await run("python3", ["bench/speed/peer.py", ...words.map(String)], {
      // Nothing of the user's: a proxy in the environment would stand between the SDK and the simulator.
      env: { PATH: process.env["PATH"] ?? "", ...environment, PYTHONPATH: folder },
    });
    const result: PeerResult = JSON.parse(stdout.trim().split("\n").at(-1) ?? "");
    return result;
  };
}

function install(target: string): Promise<unknown> {
  return run("python3", ["-m", "pip", "install", "--quiet", "--no-cache-dir", "--target", target, sdk]);
}
