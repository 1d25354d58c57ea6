import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { rename, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { findEmulator } from "../../../tools/release/emulator.ts";
import { startAssetServer } from "../../support/release/asset-server.ts";
import { outcome, startInstalling, succeeded } from "../../support/release/installing.ts";
import { archiveOf, ownArchive, unpack, version } from "../../support/release/released.ts";

let folder: string;
let emulator: readonly string[];

beforeAll(async () => {
  emulator = (await findEmulator()) ?? [];
  folder = mkdtempSync(join(tmpdir(), "compshare-arm64-"));
  unpack(archiveOf("linux-arm64"), folder);
});

afterAll(() => rmSync(folder, { recursive: true }));

test("there is an emulator", () => {
  expect(emulator[0]).toMatch(/qemu-aarch64-static$/);
});

test("the executable for arm64 starts under an emulator", () => {
  const [command, ...words] = [...emulator, join(folder, "pulumi-resource-compshare"), "--version"];
  expect(execFileSync(command, words, { encoding: "utf8" })).toBe(`${version}\n`);
});

test("a preview with the executable for arm64 finds the image", async () => {
  const machine = await startInstalling();
  // Installed under the name of this machine, since the CLI runs here.
  const server = await startAssetServer({ [basename(ownArchive)]: archiveOf("linux-arm64") });
  try {
    const install = await machine.install(version, "--server", server.address);
    expect(outcome(install)).toBe(succeeded);
    const executable = join(machine.pluginFolder, "pulumi-resource-compshare");
    await rename(executable, `${executable}-arm64`);
    const line = [...emulator, `${executable}-arm64`].map((word) => `'${word}'`).join(" ");
    await writeFile(executable, `#!/bin/sh\nexec ${line} "$@"\n`, { mode: 0o755 });
    const preview = await machine.preview();
    expect(outcome(preview)).toBe(succeeded);
    expect(preview.stdout).toMatch(/id: "compshareImage-\w+"/);
  } finally {
    await server.close();
    await machine.dispose();
  }
}, 180_000);
