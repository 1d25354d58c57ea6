import { systemCode } from "../errors/system-code.ts";

/** How this process sees the one that started it. */
export interface ParentView {
  /** Process ID of the parent now. */
  readonly pid: () => number;
  /** Whether a process of this ID is alive. */
  readonly alive: (pid: number) => boolean;
}

/** The operating system's view. */
export const systemParent: ParentView = {
  pid: () => process.ppid,
  alive: (pid) => {
    try {
      return process.kill(pid, 0);
    } catch (error) {
      // Not being allowed to signal it means that it is there.
      return systemCode(error) === "EPERM";
    }
  },
};

/** Calls back once the parent is gone. An engine that is killed cannot say goodbye, and a plugin without one is an orphan. */
export function watchParent(view: ParentView, gone: () => void, everyMs = 500): void {
  const parent = view.pid();
  const timer = setInterval(() => {
    if (view.pid() === parent && view.alive(parent)) return;
    clearInterval(timer);
    gone();
  }, everyMs);
  timer.unref();
}
