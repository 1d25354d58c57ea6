import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { blobName, fuse } from "../../../tools/release/build-executable.ts";
import { fileOfNode } from "../../../tools/release/get-node.ts";
import { readMachO } from "../../../tools/release/mach-o.ts";
import { signatureProblem } from "../../../tools/release/mach-o-check.ts";
import {
  portableExecutableProblem,
  readPortableExecutable,
} from "../../../tools/release/portable-executable.ts";
import { readTargets } from "../../../tools/release/targets.ts";
import { archiveOf, unpack } from "../../support/release/released.ts";

let folder: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "compshare-executables-"));
});

afterAll(() => rmSync(folder, { recursive: true }));

/** The executable in the archive of a target. */
function executableOf(target: string): Buffer {
  unpack(archiveOf(target), folder);
  const name = target.startsWith("windows") ? "pulumi-resource-compshare.exe" : "pulumi-resource-compshare";
  const bytes = readFileSync(join(folder, name));
  rmSync(join(folder, name));
  return bytes;
}

/** The processor that the header of an ELF file names. */
function elfProcessor(bytes: Buffer): string | undefined {
  if (bytes.toString("latin1", 0, 4) !== "\x7fELF") throw new Error("this is no ELF file");
  return { 0x3e: "amd64", 0xb7: "arm64" }[bytes.readUInt16LE(18)];
}

/** Whether Node.js will look for a bundle in itself. */
function isLoaded(bytes: Buffer): boolean {
  return bytes.includes(`${fuse}:1`) && !bytes.includes(`${fuse}:0`);
}

const changedInTheMiddle = (bytes: Buffer): Buffer => {
  const at = Math.floor(bytes.length / 2);
  bytes.writeUInt8(bytes.readUInt8(at) ^ 1, at);
  return bytes;
};

test.each(["amd64", "arm64"])("linux-%s is an ELF file for that processor, with the bundle in it", (arch) => {
  const bytes = executableOf(`linux-${arch}`);
  expect(elfProcessor(bytes)).toBe(arch);
  expect(isLoaded(bytes)).toBe(true);
});

test.each(["amd64", "arm64"])(
  "darwin-%s is a signed Mach-O file for that processor, and a changed byte shows",
  (arch) => {
    const bytes = executableOf(`darwin-${arch}`);
    expect(readMachO(bytes).arch).toBe(arch);
    expect(isLoaded(bytes)).toBe(true);
    expect(signatureProblem(bytes)).toBeUndefined();
    expect(signatureProblem(changedInTheMiddle(bytes))).toMatch(/^page \d+ is not the one that was signed$/);
  },
  60_000,
);

test.each(["amd64", "arm64"])(
  "windows-%s is an executable for that processor, with the bundle as a resource and no certificate",
  (arch) => {
    const bytes = executableOf(`windows-${arch}`);
    expect(readPortableExecutable(bytes).arch).toBe(arch);
    expect(isLoaded(bytes)).toBe(true);
    expect(portableExecutableProblem(bytes, blobName)).toBeUndefined();
  },
  60_000,
);

test("the Node.js that others have signed for macOS passes the same check", async () => {
  const [target] = await readTargets("darwin-arm64");
  if (target === undefined) throw new Error("there is no darwin-arm64");
  const node = await fileOfNode(target.node.from, target.node.version, "bin/node");
  expect(signatureProblem(readFileSync(node))).toBeUndefined();
});

test("the Node.js without a bundle does not pass as one for Windows", async () => {
  const [target] = await readTargets("windows-arm64");
  if (target === undefined) throw new Error("there is no windows-arm64");
  const bytes = readFileSync(await fileOfNode(target.node.from, target.node.version, "node.exe"));
  expect(isLoaded(bytes)).toBe(false);
  expect(portableExecutableProblem(bytes, blobName)).toBe(`it has no resource ${blobName}`);
});
