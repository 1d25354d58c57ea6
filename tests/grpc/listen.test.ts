import { once } from "node:events";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { connect } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, expect, test } from "@jest/globals";
import { connectTo, portOf, rawCall, statusIn } from "../support/grpc/raw-call.ts";
import { startPlugin, stopPlugins } from "../support/plugin/plugin.ts";

let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "compshare-listen-"));
});

afterEach(stopPlugins);

afterAll(async () => {
  await rm(folder, { recursive: true });
});

async function isReached(host: string, port: number): Promise<boolean> {
  const socket = connect(port, host);
  const reached = await Promise.race([
    once(socket, "connect").then(() => true),
    once(socket, "error").then(() => false),
  ]).catch(() => false);
  socket.destroy();
  return reached;
}

/** Changes what the plugin listens by where it is not called by `listen`, as another version of Node might. */
const changed = (member: string): string => `
  const { Server } = require("node:net");
  const { listen, _listen2: original } = Server.prototype;
  Server.prototype.listen = function (...words) {
    this.documented = true;
    return listen.apply(this, words);
  };
  Object.defineProperty(Server.prototype, "_listen2", {
    get() { return this.documented ? original : ${member}; },
  });`;

test.each([
  ["is as it is", "original"],
  ["is gone", "undefined"],
  ["is no function", "5"],
  ["throws", '() => { throw new Error("no"); }'],
  ["fails later", 'function () { setImmediate(() => this.emit("error", new Error("no"))); }'],
  ["listens everywhere", 'function (_, ...rest) { return original.call(this, "0.0.0.0", ...rest); }'],
])("when the quick way to listen %s, the plugin serves loopback and nothing else", async (_, member) => {
  const preload = join(folder, "preload.cjs");
  await writeFile(preload, changed(member));
  const plugin = await startPlugin({ environment: { NODE_OPTIONS: `--require ${preload}` } });
  const session = connectTo(plugin);
  expect(statusIn(await rawCall(session))).toBe(0);
  session.destroy();
  expect(await isReached("127.0.0.1", portOf(plugin))).toBe(true);
  // Another address of loopback, which only a server on every address answers.
  expect(await isReached("127.0.0.2", portOf(plugin))).toBe(false);
  expect(plugin.stderr()).toBe("");
});
