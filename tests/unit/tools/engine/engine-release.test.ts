import { createHash } from "node:crypto";
import { once } from "node:events";
import { access, mkdir, mkdtemp, readdir, readFile, rm, symlink, writeFile } from "node:fs/promises";
import { createServer, type Server, type ServerResponse } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeAll, beforeEach, expect, test } from "@jest/globals";
import { findOnPath } from "../../../../tools/engine/find-on-path.ts";
import {
  archiveName,
  readReleasePins,
  releaseAddresses,
  releasePlatform,
} from "../../../../tools/engine/release-archive.ts";
import { readPinnedVersions } from "../../../../tools/engine/versions.ts";
import { mustRun } from "../../../../tools/process/run-command.ts";
import { listeningPort } from "../../../support/listening-port.ts";
import { type Checkout, createCheckout } from "../../../support/tools/checkout.ts";

const version = "v3.274.1";
const name = archiveName(version, releasePlatform());

let archive: Buffer;
let checkout: Checkout;
let mirror: Server;
let asked: (string | undefined)[];
let respond: (response: ServerResponse, url: string) => void;

/** An archive as Pulumi's are, with scripts for programs. */
beforeAll(async () => {
  const folder = await mkdtemp(join(tmpdir(), "compshare-archive-"));
  await mkdir(join(folder, "pulumi"));
  for (const program of ["pulumi", "pulumi-language-yaml", "pulumi-language-nodejs"])
    await writeFile(join(folder, "pulumi", program), "#!/bin/sh\necho v3.274.1\n", { mode: 0o755 });
  await mustRun("no archive", "tar", ["-czf", "archive", "pulumi"], { cwd: folder });
  archive = await readFile(join(folder, "archive"));
  await rm(folder, { recursive: true });
});

beforeEach(async () => {
  checkout = await createCheckout();
  // GNU tar calls gzip.
  for (const tool of ["tar", "gzip"]) {
    const path = await findOnPath(tool, process.env["PATH"]);
    if (path !== undefined) await symlink(path, join(checkout.root, "path", tool));
  }
  asked = [];
  respond = (response) => response.end(archive);
  mirror = createServer((request, response) => {
    asked.push(request.url);
    respond(response, request.url ?? "");
  });
  await once(mirror.listen(0, "127.0.0.1"), "listening");
  await pin(createHash("sha256").update(archive).digest("hex"));
});

afterEach(async () => {
  mirror.closeAllConnections();
  mirror.close();
  await checkout.remove();
});

async function pin(sha256: string | undefined): Promise<void> {
  const pins = { note: "", version, sha256: sha256 === undefined ? {} : { [releasePlatform()]: sha256 } };
  await writeFile(join(checkout.root, "tools/engine/releases.json"), JSON.stringify(pins));
}

const address = (): string => `http://127.0.0.1:${listeningPort(mirror)}`;
const engine = (env: Readonly<Record<string, string>> = {}, ...words: readonly string[]) =>
  checkout.engine({ COMPSHARE_ENGINE_MIRROR: `${address()}/`, ...env }, ...words).done;
const inEngine = async (): Promise<string[]> =>
  (await readdir(join(checkout.root, ".engine")).catch((): string[] => [])).toSorted();
const built = (): string => join(checkout.root, ".engine/bin/pulumi");

test("the sums that are pinned are of the version that would be built", async () => {
  expect((await readReleasePins()).version).toBe(readPinnedVersions().pulumi);
});

test.each([
  ["linux", "x64", "pulumi-v3.274.1-linux-x64.tar.gz"],
  ["darwin", "arm64", "pulumi-v3.274.1-darwin-arm64.tar.gz"],
  ["win32", "x64", "pulumi-v3.274.1-windows-x64.zip"],
])("the archive for %s on %s is %s", (platform, arch, file) => {
  expect(archiveName(version, releasePlatform(platform, arch))).toBe(file);
});

test("a release lies at two public addresses of Pulumi's, or at a mirror instead", () => {
  expect(releaseAddresses(version, "x.tar.gz", undefined)).toEqual([
    "https://github.com/pulumi/pulumi/releases/download/v3.274.1/x.tar.gz",
    "https://get.pulumi.com/releases/sdk/x.tar.gz",
  ]);
  expect(releaseAddresses(version, "x.tar.gz", "https://mirror.example/pulumi/")).toEqual([
    "https://mirror.example/pulumi/x.tar.gz",
  ]);
});

test("the release is downloaded once, with its language hosts, and leaves nothing else", async () => {
  const cli = join(checkout.root, ".engine/release/pulumi/pulumi");
  expect(await engine()).toMatchObject({
    code: 0,
    stdout: `pulumi v3.274.1 (from Pulumi's release): ${cli}\n`,
    stderr: expect.stringMatching(
      /^Downloading Pulumi v3\.274\.1 from 127\.0\.0\.1:\d+: 0 s\nDownloaded Pulumi v3\.274\.1\.\n$/,
    ),
  });
  expect(await inEngine()).toEqual(["release", "release.stamp"]);
  await access(join(checkout.root, ".engine/release/pulumi/pulumi-language-yaml"));
  expect(await engine()).toMatchObject({ code: 0, stderr: "" });
  expect(asked).toEqual([`/${name}`]);
});

test("two commands at once download once", async () => {
  respond = (response) => setTimeout(() => response.end(archive), 500);
  const results = await Promise.all([engine(), engine()]);
  expect(results.map(({ code }) => code)).toEqual([0, 0]);
  expect(asked).toEqual([`/${name}`]);
});

test("a release with another sum stops everything, and is not installed", async () => {
  await checkout.fakeGo('echo "#!/bin/sh" > "$target"');
  await pin("0".repeat(64));
  const sum = createHash("sha256").update(archive).digest("hex");
  const { code, stdout, stderr } = await engine();
  expect({ code, stdout }).toEqual({ code: 1, stdout: "" });
  expect(stderr).toContain(
    `error: ${address()}/${name} has the SHA-256 ${sum}, and tools/engine/releases.json wants ${"0".repeat(64)}; it was not installed.\n`,
  );
  expect(await inEngine()).toEqual([]);
});

test.each<[string, string, (response: ServerResponse) => void]>([
  ["has not got it", "HTTP 404", (response) => response.writeHead(404).end()],
  ["stalls before its headers", "UND_ERR_HEADERS_TIMEOUT", () => undefined],
  [
    "breaks off half way",
    "UND_ERR_SOCKET",
    (response) => {
      response.writeHead(200, { "content-length": archive.length });
      response.write(archive.subarray(0, archive.length / 2), () => response.destroy());
    },
  ],
  ["closes the connection", "UND_ERR_SOCKET", (response) => response.destroy()],
])(
  "with a mirror that %s, one line says %s and the engine is built",
  async (_, reason, answer) => {
    await checkout.fakeGo('echo "#!/bin/sh" > "$target"');
    respond = answer;
    const { code, stdout, stderr } = await engine();
    expect({ code, stdout }).toEqual({
      code: 0,
      stdout: `pulumi v3.274.1 (built from its Go module): ${built()}\n`,
    });
    const told = stderr.split("\n").filter((line) => line.includes("could not be downloaded"));
    expect(told).toEqual([
      expect.stringMatching(
        new RegExp(`^Pulumi v3\\.274\\.1 could not be downloaded \\(127\\.0\\.0\\.1:\\d+: ${reason}\\)\\.$`),
      ),
    ]);
    expect(await inEngine()).toEqual(["bin"]);
  },
  30_000,
);

test("with no network and no Go one line says so, and the next what to do", async () => {
  const { code, stderr } = await engine({ COMPSHARE_ENGINE_MIRROR: "http://127.0.0.1:1" });
  expect(code).toBe(1);
  expect(stderr.replace(/^Downloading .*\n/, "").split("\n")).toEqual([
    "Pulumi v3.274.1 could not be downloaded (127.0.0.1:1: ECONNREFUSED).",
    expect.stringMatching(/^error: There is no pulumi on PATH and Go is not on PATH: either install Go /),
    "",
  ]);
});

test("without a pinned sum for this machine nothing is asked", async () => {
  await pin(undefined);
  await checkout.fakeGo('echo "#!/bin/sh" > "$target"');
  expect(await engine()).toMatchObject({
    code: 0,
    stdout: expect.stringContaining("built from its Go module"),
  });
  expect(asked).toEqual([]);
});

test("an engine that has been built is not downloaded again", async () => {
  await checkout.fakeGo('echo "#!/bin/sh" > "$target"');
  expect(await engine({ COMPSHARE_ENGINE: "built" })).toMatchObject({ code: 0 });
  expect(await engine()).toMatchObject({
    code: 0,
    stdout: `pulumi v3.274.1 (built from its Go module): ${built()}\n`,
  });
  expect(asked).toEqual([]);
});

test("a pulumi on PATH without its YAML host gives way to the release", async () => {
  await checkout.onPath("pulumi", "echo v3.274.1");
  expect(await engine()).toMatchObject({
    code: 0,
    stdout: expect.stringContaining("(from Pulumi's release)"),
  });
});

test("an archive without a pulumi in it is told", async () => {
  const folder = await mkdtemp(join(tmpdir(), "compshare-archive-"));
  await writeFile(join(folder, "readme"), "");
  await mustRun("no archive", "tar", ["-czf", "archive", "readme"], { cwd: folder });
  const empty = await readFile(join(folder, "archive"));
  await rm(folder, { recursive: true });
  await pin(createHash("sha256").update(empty).digest("hex"));
  respond = (response) => response.end(empty);
  expect(await engine()).toMatchObject({
    code: 1,
    stderr: expect.stringContaining("error: the archive of Pulumi v3.274.1 holds no pulumi\n"),
  });
});

test("--pin writes the published sums of the platforms that there are", async () => {
  const [one, other] = ["1".repeat(64), "2".repeat(64)];
  respond = (response) =>
    response.end(
      `${one}  pulumi-v3.274.1-linux-x64.tar.gz\n${other}  pulumi-v3.274.1-windows-x64.zip\n${other}  sdk.tar.gz\n`,
    );
  expect(await engine({}, "--pin")).toEqual({
    code: 0,
    stdout: "",
    stderr:
      "Pinned Pulumi v3.274.1 for linux-x64, windows-x64.\n" +
      "Compare tools/engine/releases.json with the release's signature before you commit it.\n",
  });
  expect(asked).toEqual(["/pulumi-3.274.1-checksums.txt"]);
  expect(await readReleasePins(checkout.root)).toEqual({
    note: "",
    version,
    sha256: { "linux-x64": one, "windows-x64": other },
  });
});

test("--pin without the network is an error of one line", async () => {
  expect(await engine({ COMPSHARE_ENGINE_MIRROR: "http://127.0.0.1:1" }, "--pin")).toMatchObject({
    code: 1,
    stderr: "error: the sums of Pulumi v3.274.1 could not be read (127.0.0.1:1: ECONNREFUSED)\n",
  });
});
