import { execFileSync } from "node:child_process";
import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from "@jest/globals";
import { runCommand } from "../../tools/process/run-command.ts";
import { codeWords, table } from "../support/docs/documents.ts";
import { type AssetServer, type Assets, startAssetServer } from "../support/release/asset-server.ts";
import { type Installing, outcome, startInstalling, succeeded } from "../support/release/installing.ts";
import { machOFile } from "../support/release/mach-o-file.ts";
import { ownArchive, unpack, version } from "../support/release/released.ts";

const name = basename(ownArchive);
let folder: string;
let machine: Installing;
let server: AssetServer | undefined;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "compshare-refused-"));
});

beforeEach(async () => {
  machine = await startInstalling();
});

afterEach(async () => {
  await server?.close();
  server = undefined;
  await machine.dispose();
});

afterAll(() => rmSync(folder, { recursive: true }));

/** Installs from a server that has just these files, and gives what the user reads. */
async function install(assets: Assets, ...words: readonly string[]): Promise<string> {
  server = await startAssetServer(assets);
  return outcome(await machine.install(version, "--server", server.address, ...words));
}

/** The archive for this machine after a change of its content. */
function changed(change: (executable: string) => void): Assets {
  const content = mkdtempSync(join(folder, "content-"));
  unpack(ownArchive, content);
  change(join(content, "pulumi-resource-compshare"));
  const archive = join(folder, `${basename(content)}.tar.gz`);
  execFileSync("tar", ["-I", "gzip -1", "-cf", archive, "-C", content, "."]);
  rmSync(content, { recursive: true });
  return { [name]: archive };
}

/** Expects that the user reads a text, and that both pages of errors explain it. */
function expectExplained(found: string, text: string): void {
  expect(found).toContain(text);
  for (const [page, heading] of [
    ["docs/errors.md", "When an archive is not installed or does not start"],
    ["docs/errors.zh-CN.md", "安装包无法安装或启动"],
  ] as const) {
    const explained = table(page, heading).flatMap(([shown = ""]) => codeWords(shown));
    expect({ page, explained }).toEqual({ page, explained: expect.arrayContaining([text]) });
  }
}

const whole = readFileSync(ownArchive);

test.each<[string, Assets, string]>([
  ["a release without the archive", {}, "404 HTTP error fetching plugin"],
  ["half an archive", { [name]: whole.subarray(0, whole.length / 2) }, "unexpected EOF"],
  ["a page of a proxy", { [name]: Buffer.from("<html>Sign in first</html>") }, "gzip: invalid header"],
])("%s is not installed, and the next preview says that there is no plugin", async (_, assets, text) => {
  expectExplained(await install(assets), text);
  expectExplained(outcome(await machine.preview()), "no resource plugin 'pulumi-resource-compshare' found");
});

test("an archive with another sum is not installed", async () => {
  const found = await install({ [name]: ownArchive }, "--checksum", "0".repeat(64));
  expectExplained(found, "invalid checksum");
  expectExplained(outcome(await machine.preview()), "no resource plugin 'pulumi-resource-compshare' found");
});

test("a server that is not there is given up after a few seconds", async () => {
  const found = outcome(await machine.install(version, "--server", "http://127.0.0.1:1"));
  expectExplained(found, "failed all 5 attempts");
  expect(found).toContain("connection refused");
});

test("without space nothing half is left, and the same command works later", async () => {
  const { engine } = machine.world;
  const words = ["plugin", "install", "resource", "compshare", version, "--file", ownArchive];
  // A limit on the size of files, in blocks of 512 bytes, stops the CLI as a full disk does.
  const limited = ["-c", 'ulimit -f 1000; exec pulumi "$@"', "sh", ...words];
  const { code, stderr } = await runCommand("/bin/sh", limited, { env: engine.env });
  expect(code).toBe(1);
  expect(stderr).toContain("file too large");
  expectExplained(outcome(await machine.preview()), "no resource plugin 'pulumi-resource-compshare' found");
  expect(outcome(await machine.install(version, "--file", ownArchive))).toBe(succeeded);
});

test.each<[string, (executable: string) => void, string]>([
  ["an executable without the permission", (file) => chmodSync(file, 0o644), "permission denied"],
  ["an executable for another machine", (file) => writeFileSync(file, machOFile()), "exec format error"],
  ["an archive for Windows", (file) => renameTo(file, ".exe"), "loading PulumiPlugin.yaml"],
  ["an executable on a system without glibc", withoutGlibc, "plugin not found"],
])(
  "%s is installed, and does not start",
  async (_, change, text) => {
    expect(await install(changed(change))).toBe(succeeded);
    expectExplained(outcome(await machine.preview()), text);
  },
  60_000,
);

function renameTo(file: string, ending: string): void {
  writeFileSync(`${file}${ending}`, "");
  rmSync(file);
}

/** As on Alpine, whose loader has another name. */
function withoutGlibc(file: string): void {
  const bytes = readFileSync(file);
  bytes.write("/lib64/ld-none-here", bytes.indexOf("/lib64/ld-linux"), "latin1");
  writeFileSync(file, bytes);
}

test("an executable of another version than the archive's name says is warned about", async () => {
  const asked = await startInstalling("9.9.9");
  server = await startAssetServer({ [name.replace(version, "9.9.9")]: ownArchive });
  try {
    expect(outcome(await asked.install("9.9.9", "--server", server.address))).toBe(succeeded);
    const { code, stdout } = await asked.preview();
    expect(code).toBe(0);
    expect(stdout).toContain(`expected to have version >=9.9.9, but has ${version}`);
    expectExplained(stdout, "is expected to have version");
  } finally {
    await asked.dispose();
  }
});
