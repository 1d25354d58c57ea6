import { readdir, writeFile } from "node:fs/promises";
import { basename, join } from "node:path";
import { afterEach, beforeEach, expect, test } from "@jest/globals";
import { sha256 } from "../../tools/release/archive.ts";
import { type AssetServer, startAssetServer, startReleaseServer } from "../support/release/asset-server.ts";
import { type Installing, outcome, startInstalling, succeeded } from "../support/release/installing.ts";
import { ownArchive, version } from "../support/release/released.ts";
import { issueCertificate } from "../support/ucloud/issued-certificate.ts";
import { startTlsFront } from "../support/ucloud/tls-front.ts";

const assets = { [basename(ownArchive)]: ownArchive };
let machine: Installing;
let server: AssetServer | undefined;

beforeEach(async () => {
  machine = await startInstalling();
});

afterEach(async () => {
  await server?.close();
  server = undefined;
  await machine.dispose();
});

/** Previews, and finds the image that the simulator has. */
async function expectPreview(): Promise<void> {
  const preview = await machine.preview();
  expect(outcome(preview)).toBe(succeeded);
  expect(preview.stdout).toMatch(/id: "compshareImage-\w+"/);
  expect(preview.stdout + preview.stderr).not.toContain("warning");
}

test("the CLI installs from a server by http, with the sum of the release, and a preview needs no Node.js", async () => {
  server = await startAssetServer(assets);
  const words = ["--server", server.address, "--checksum", await sha256(ownArchive)];
  expect(outcome(await machine.install(version, ...words))).toBe(succeeded);
  expect(server.requested).toEqual([`/${basename(ownArchive)}`]);
  expect((await readdir(machine.pluginFolder)).toSorted()).toEqual([
    "LICENSE",
    "LICENSE.node",
    "README.md",
    "THIRD_PARTY_NOTICES",
    "compshare-images",
    "pulumi-resource-compshare",
  ]);
  await expectPreview();
}, 120_000);

test.each([
  ["by version", [version], [`tags/v${version}`, "assets/0"]],
  ["without a version", [], ["latest", `tags/v${version}`, "assets/0"]],
])(
  "the CLI installs from a release at GitHub, %s",
  async (_, words, requested) => {
    const certificates = issueCertificate({ name: "test authority", authority: true });
    const root = join(machine.world.engine.directory, "root.pem");
    await writeFile(root, certificates.cert);
    const repository = "compshare-owner/pulumi-compshare";
    let port = 0;
    server = await startReleaseServer(repository, `v${version}`, assets, () => `https://localhost:${port}`);
    const front = await startTlsFront(
      issueCertificate({ name: "localhost", names: ["localhost"] }, certificates),
      server.port,
    );
    ({ port } = front);
    try {
      const source = `github://localhost:${port}/${repository}`;
      const install = await machine.world.engine.pulumi(
        ["plugin", "install", "resource", "compshare", ...words, "--server", source],
        { env: { SSL_CERT_FILE: root } },
      );
      expect(outcome(install)).toBe(succeeded);
      expect(server.requested).toEqual(requested.map((path) => `/repos/${repository}/releases/${path}`));
      await expectPreview();
    } finally {
      front.close();
    }
  },
  120_000,
);

test("the CLI installs a file that was downloaded before", async () => {
  expect(outcome(await machine.install(version, "--file", ownArchive))).toBe(succeeded);
  await expectPreview();
}, 120_000);
