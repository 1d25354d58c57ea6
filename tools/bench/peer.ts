import { execFile } from "node:child_process";
import { access } from "node:fs/promises";
import { promisify } from "node:util";

const run = promisify(execFile);
const folder = ".bench/python";

/** What the peer prints. */
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
    await access(folder).catch(() =>
      run("python3", ["-m", "pip", "install", "--quiet", "--target", folder, "ucloud-sdk-python3==0.11.100"]),
    );
  } catch {
    console.log(
      "UCloud's Python SDK cannot be installed here (python3 with pip is needed); its column stays empty.",
    );
    return undefined;
  }
  return async (environment, ...words) => {
    const { stdout } = await run("python3", ["tools/bench/peer.py", ...words.map(String)], {
      env: { ...process.env, ...environment, PYTHONPATH: folder },
      maxBuffer: 64 * 1024 * 1024,
    });
    const result: PeerResult = JSON.parse(stdout.trim().split("\n").at(-1) ?? "");
    return result;
  };
}
