import { spawn } from "node:child_process";
import { once } from "node:events";
import { connect, type Socket } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";

/** A port that takes no connection any more: its process is stopped, and its queue is full. */
export interface BlackHole {
  readonly port: number;
  readonly close: () => void;
}

export async function startBlackHole(): Promise<BlackHole> {
  const script =
    'const s = require("net").createServer(); s.listen(0, "127.0.0.1", 1, () => console.log(s.address().port));';
  const child = spawn(process.execPath, ["-e", script], { stdio: ["ignore", "pipe", "ignore"] });
  const [line] = await once(child.stdout, "data");
  const port = Number(String(line));
  child.kill("SIGSTOP");
  const fillers = Array.from(
    { length: 4 },
    (): Socket => connect(port, "127.0.0.1").on("error", () => undefined),
  );
  await sleep(200);
  return {
    port,
    close: () => {
      child.kill("SIGKILL");
      for (const filler of fillers) filler.destroy();
    },
  };
}
