import type { ChildProcess } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";

/** Signals a child that was spawned `detached`, and everything that shares its process group. */
export function signalGroup(child: ChildProcess, signal: NodeJS.Signals): void {
  if (child.pid === undefined) {
    return;
  }
  signalPid(process.platform === "win32" ? child.pid : -child.pid, signal);
}

/** Kills a child and all that descends from it, whatever process groups they are in. */
export function killTree(child: ChildProcess): void {
  if (child.pid === undefined) {
    return;
  }
  // The engine starts every plugin in a group of its own, so the group alone would leave orphans.
  const pids = descendants(child.pid);
  signalGroup(child, "SIGKILL");
  for (const pid of [child.pid, ...pids]) {
    signalPid(pid, "SIGKILL");
  }
}

function signalPid(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal);
  } catch {
    // It has ended by itself.
  }
}

/** Known on Linux only; elsewhere the plugins notice by themselves that their engine is gone. */
function descendants(pid: number): number[] {
  try {
    return readdirSync(`/proc/${pid}/task`).flatMap((task) => {
      const children = readFileSync(`/proc/${pid}/task/${task}/children`, "utf8").trim();
      const pids = children === "" ? [] : children.split(" ").map(Number);
      return pids.flatMap((child) => [child, ...descendants(child)]);
    });
  } catch {
    return [];
  }
}
