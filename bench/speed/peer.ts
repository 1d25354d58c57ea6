import { execFile } from "node:child_process";
import { access, rename, rm } from "node:fs/promises";
import { promisify } from "node:util";

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
    await access(folder).catch(install);
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

/** Under another name first, so that half an installation is not taken for a whole one. */
async function install(): Promise<void> {
  const half = `${folder}.half`;
  await rm(half, { recursive: true, force: true });
  await run("python3", ["-m", "pip", "install", "--quiet", "--no-cache-dir", "--target", half, sdk]);
  await rename(half, folder);
}
