import { createHash } from "node:crypto";
import { chmod, mkdir, readdir, readFile, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "@jest/globals";
import { type Environment, startPlugin } from "../support/plugin/plugin.ts";
import { account, configure, invoke } from "../support/plugin/plugin-calls.ts";
import { canaryPrivateKey, canaryPublicKey, tracesIn } from "../support/plugin/traces.ts";
import { useHomeAndSimulator } from "../support/plugin/use-plugins.ts";
import { until } from "../support/until.ts";

const world = useHomeAndSimulator({ publicKey: canaryPublicKey, privateKey: canaryPrivateKey });
const folder = (): string => join(world.home, "compshare-code");

/** Looks an image up with a plugin of its own, whose Pulumi home is the test's. */
async function lookUp(environment: Environment = {}): Promise<void> {
  const plugin = await startPlugin({ environment: { PULUMI_HOME: world.home, ...environment } });
  await configure(plugin, account(world.simulator));
  const { outputs } = await invoke(plugin, "getCompShareImage", { name: "cuda128_torch291_py312" });
  expect(outputs["id"]).toBe("compshareImage-1minbz219ceq");
  expect(plugin.stderr()).toBe("");
}

const files = async (): Promise<string[]> =>
  (await readdir(folder()).catch(() => []))
    .filter((name) => name.endsWith(".bin"))
    .map((name) => join(folder(), name));

/** The file that the first lookup leaves behind. */
async function keptFile(): Promise<string> {
  await lookUp();
  await until(async () => (await files()).length === 1);
  const [file = ""] = await files();
  return file;
}

test("compiled code is kept once, and later starts leave it as it is", async () => {
  const file = await keptFile();
  const before = await stat(file);
  await lookUp();
  await lookUp();
  const { ino, mtimeMs } = await stat(file);
  expect({ ino, mtimeMs }).toEqual({ ino: before.ino, mtimeMs: before.mtimeMs });
  expect(await files()).toEqual([file]);
});

test("no key is in what is kept", async () => {
  const text = await readFile(await keptFile(), "latin1");
  expect(tracesIn(text, [canaryPublicKey, canaryPrivateKey])).toEqual([]);
});

const sum = (data: Uint8Array): Buffer => createHash("sha256").update(data).digest();

test.each<[string, (bytes: Buffer) => Buffer]>([
  ["that is empty", () => Buffer.alloc(0)],
  ["that is cut", (bytes) => bytes.subarray(0, bytes.length / 2)],
  ["of random bytes", (bytes) => Buffer.alloc(bytes.length, "random")],
  [
    "whose code V8 refuses, although its sum is right",
    (bytes) => {
      const rest = Buffer.concat([bytes.subarray(32, 64), Buffer.alloc(100_000, "no code")]);
      return Buffer.concat([sum(rest), rest]);
    },
  ],
])("with a kept file %s an image is found, and the file is written anew", async (_, spoil) => {
  const file = await keptFile();
  const spoiled = spoil(await readFile(file));
  await writeFile(file, spoiled);
  await lookUp();
  await until(async () => !(await readFile(file)).equals(spoiled));
  const anew = await readFile(file);
  expect(anew.subarray(0, 32)).toEqual(sum(anew.subarray(32)));
  // What was written is taken from now on: nobody writes it once more.
  await lookUp();
  await lookUp();
  expect((await readFile(file)).equals(anew)).toBe(true);
});

test("a kept file that others can write to is not used, and one that they cannot takes its place", async () => {
  const file = await keptFile();
  await chmod(file, 0o666);
  await lookUp();
  await until(async () => ((await stat(file)).mode & 0o777) === 0o600);
});

test.each<[string, () => Environment]>([
  ["a Pulumi home that is not there", () => ({ PULUMI_HOME: join(world.home, "nowhere", "at", "all") })],
  ["a Pulumi home that cannot be written to", () => ({ PULUMI_HOME: "/proc" })],
  ["the variable with which Node's own cache is turned off", () => ({ NODE_DISABLE_COMPILE_CACHE: "1" })],
])("with %s an image is found, and nothing is kept", async (_, environment) => {
  await lookUp(environment());
  await lookUp(environment());
  expect(await readdir(world.home)).toEqual([]);
});

test("without PULUMI_HOME the code is kept in .pulumi of the user's home, if that is there", async () => {
  const environment = { PULUMI_HOME: "", HOME: world.home };
  // Code is kept after the response: the second lookup gives the first plugin the time.
  await lookUp(environment);
  await lookUp(environment);
  expect(await readdir(world.home)).toEqual([]);
  await mkdir(join(world.home, ".pulumi"), { mode: 0o755 });
  await lookUp(environment);
  await until(async () => (await readdir(join(world.home, ".pulumi"))).includes("compshare-code"));
});

test("ten plugins that start at once all find the image, with and without a kept file", async () => {
  const ten = (): Promise<unknown> => Promise.all(Array.from({ length: 10 }, () => lookUp()));
  await ten();
  await until(async () => (await files()).length === 1);
  await ten();
  expect(await readdir(folder())).toHaveLength(1);
});
