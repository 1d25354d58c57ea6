import { readFile, rm, stat, utimes, writeFile } from "node:fs/promises";
import { hostname } from "node:os";
import { setTimeout as sleep } from "node:timers/promises";
import type { Report } from "./report.ts";
import { withTicking } from "./report.ts";

const HEARTBEAT_MS = 1_000;
const STALE_MS = 10_000;
const POLL_MS = 200;

/**
 * Runs work while no other process that uses the same lock file does.
 * The lock only spares double work: what runs under it must itself be safe to run twice, because a lock whose owner
 * seems dead is taken over.
 */
export async function withLock<T>(
  lockFile: string,
  waitingFor: string,
  report: Report,
  work: () => Promise<T>,
): Promise<T> {
  if (!(await tryAcquire(lockFile))) {
    await withTicking(
      report,
      (elapsed) => `Waiting for another process that builds ${waitingFor}: ${elapsed}`,
      () => acquire(lockFile),
    );
  }
  const heartbeat = setInterval(() => {
    const now = new Date();
    // A lock that somebody has removed is not worth failing a build for.
    utimes(lockFile, now, now).catch(() => undefined);
  }, HEARTBEAT_MS);
  try {
    return await work();
  } finally {
    clearInterval(heartbeat);
    await rm(lockFile, { force: true });
  }
}

async function acquire(lockFile: string): Promise<void> {
  while (!(await tryAcquire(lockFile))) {
    if (await isStale(lockFile)) {
      await rm(lockFile, { force: true });
    } else {
      await sleep(POLL_MS);
    }
  }
}

async function tryAcquire(lockFile: string): Promise<boolean> {
  try {
    await writeFile(lockFile, `${hostname()} ${process.pid}\n`, { flag: "wx" });
    return true;
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "EEXIST") {
      return false;
    }
    throw error;
  }
}

async function isStale(lockFile: string): Promise<boolean> {
  try {
    const [host, pid] = (await readFile(lockFile, "utf8")).trim().split(" ");
    const silentFor = Date.now() - (await stat(lockFile)).mtimeMs;
    return silentFor > STALE_MS || (host === hostname() && isDead(Number(pid)));
  } catch {
    // Gone in the meantime: the next attempt to acquire it decides.
    return false;
  }
}

function isDead(pid: number): boolean {
  if (!Number.isInteger(pid) || pid <= 0) {
    return false;
  }
  try {
    process.kill(pid, 0);
    return false;
  } catch (error) {
    return error instanceof Error && "code" in error && error.code === "ESRCH";
  }
}
