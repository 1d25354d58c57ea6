import { readdir, readFile } from "node:fs/promises";
import { afterEach, expect, test } from "@jest/globals";
import { startBlackHole } from "../support/faults/black-hole.ts";
import { type Plugin, startPlugin, stopPlugins } from "../support/plugin/plugin.ts";
import { configure, invoke, statusOf } from "../support/plugin/plugin-calls.ts";
import { selfSignedCertificate } from "../support/ucloud/self-signed-certificate.ts";
import { startTlsFront } from "../support/ucloud/tls-front.ts";

const keys = { publicKey: "public", privateKey: "private" };
const ends: (() => void)[] = [];

afterEach(async () => {
  await stopPlugins();
  for (const end of ends.splice(0)) end();
});

test("a gateway that takes no connection is given up after 5 s, and the call ends in time", async () => {
  const blackHole = await startBlackHole();
  ends.push(blackHole.close);
  const baseUrl = `http://127.0.0.1:${blackHole.port}`;
  const plugin = await startPlugin();
  await configure(plugin, { ...keys, baseUrl, maxAttempts: 1 });
  const start = performance.now();
  const error = await statusOf(invoke(plugin, "getCompShareImageTags", {}));
  expect(error.details).toMatch(
    /^TRANSPORT_FAILED: NET_CONNECT: connecting took too long \[UND_ERR_CONNECT_TIMEOUT\] \(attempt 1 of 1, /,
  );
  expect(performance.now() - start).toBeGreaterThan(4900);

  await configure(plugin, { ...keys, baseUrl, timeoutSeconds: 2 });
  const again = performance.now();
  expect((await statusOf(invoke(plugin, "getCompShareImageTags", {}))).details).toMatch(
    /^TRANSPORT_FAILED: DEADLINE: /,
  );
  expect(performance.now() - again).toBeLessThan(2250);
}, 30_000);

/** Files that a plugin has open, and its memory in MB. */
async function holdings({
  process: { pid },
}: Plugin): Promise<{ readonly files: number; readonly megabytes: number }> {
  const files = (await readdir(`/proc/${pid}/fd`)).length;
  const status = await readFile(`/proc/${pid}/status`, "utf8");
  return { files, megabytes: Number(/VmRSS:\s+(\d+)/.exec(status)?.[1]) / 1024 };
}

test("failed handshakes leave nothing open", async () => {
  const front = await startTlsFront(selfSignedCertificate(["localhost"]), 1);
  ends.push(front.close);
  // With a large heap V8 collects so rarely that nothing can be told from the memory.
  const plugin = await startPlugin({ environment: { NODE_OPTIONS: "--max-old-space-size=48" } });
  await configure(plugin, {
    ...keys,
    baseUrl: `https://localhost:${front.port}`,
    maxAttempts: 1,
    cacheSeconds: 0,
  });
  const fail = async (calls: number): Promise<void> => {
    for (let call = 0; call < calls; call += 1) {
      const error = await statusOf(invoke(plugin, "getCompShareImageTags", {}));
      expect(error.details).toMatch(/^TRANSPORT_FAILED: TLS_CERT: /);
    }
  };
  await fail(100);
  const before = await holdings(plugin);
  await fail(400);
  const after = await holdings(plugin);
  expect(after.files).toBeLessThanOrEqual(before.files + 2);
  expect(after.megabytes).toBeLessThan(before.megabytes + 32);
}, 30_000);
