import { link, readFile, rename, rm, stat, utimes, writeFile } from "node:fs/promises";
import { hostname } from "node:os";
import { setTimeout as sleep } from "node:timers/promises";
import type { Report } from "./report.ts";
import { withTicking } from "./report.ts";

const heartbeatMs = 1_000;
const staleMs = 10_000;
const pollMs = 200;

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
  if (!(await tryAcquire(lockFile)) && !(await takeOver(lockFile))) {
    await withTicking(
      report,
      (elapsed) => `Waiting for another process that gets ${waitingFor}: ${elapsed}`,
      () => acquire(lockFile),
    );
  }
  const heartbeat = setInterval(() => {
    const now = new Date();
    // A lock that somebody has removed is not worth failing a build for.
    utimes(lockFile, now, now).catch(() => undefined);
  }, heartbeatMs);
  try {
    return await work();
  } finally {
    clearInterval(heartbeat);
    await rm(lockFile, { force: true });
  }
}

async function acquire(lockFile: string): Promise<void> {
  while (!(await tryAcquire(lockFile)) && !(await takeOver(lockFile))) {
    await sleep(pollMs);
  }
}

async function tryAcquire(lockFile: string): Promise<boolean> {
  try {
    await writeFile(lockFile, `${hostname()} ${process.pid}\n`, { flag: "wx" });
    return true;
  } catch (error) {
    if (errorCode(error) === "EEXIST") {
      return false;
    }
    throw error;
  }
}

async function takeOver(lockFile: string): Promise<boolean> {
  const seen = await staleContent(lockFile);
  if (seen === undefined) {
    return false;
  }
  const aside = `${lockFile}.${process.pid}`;
  try {
    await rename(lockFile, aside);
    if ((await readFile(aside, "utf8")) !== seen) {
      // Somebody else was quicker, and it is their live lock that we hold: it goes back.
      await link(aside, lockFile);
      return false;
    }
    return await tryAcquire(lockFile);
  } catch {
    return false;
  } finally {
    await rm(aside, { force: true });
  }
}

async function staleContent(lockFile: string): Promise<string | undefined> {
  try {
    const content = await readFile(lockFile, "utf8");
    const [host, pid] = content.trim().split(" ");
    const silentFor = Date.now() - (await stat(lockFile)).mtimeMs;
    const isStale = silentFor > staleMs || (host === hostname() && isDead(Number(pid)));
    return isStale ? content : undefined;
  } catch {
    // Gone in the meantime: the next attempt to acquire it decides.
    return undefined;
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
    return errorCode(error) === "ESRCH";
  }
}

// Asked without instanceof: under jest the errors of node itself come from another realm.
function errorCode(error: unknown): unknown {
  return typeof error === "object" && error !== null && "code" in error ? error.code : undefined;
}
