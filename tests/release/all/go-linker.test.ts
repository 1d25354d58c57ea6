import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { readMachO, segmentNamed } from "../../../tools/release/mach-o.ts";
import { signatureProblem } from "../../../tools/release/mach-o-check.ts";
import { signAdHoc } from "../../../tools/release/mach-o-sign.ts";

let folder: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "compshare-go-"));
  writeFileSync(join(folder, "main.go"), "package main\n\nfunc main() { println(42) }\n");
});

afterAll(() => rmSync(folder, { recursive: true }));

/** A Mach-O executable that Go's linker has made and signed. */
function signedByGo(arch: string): Buffer {
  const file = join(folder, arch);
  const env = { ...process.env, GOOS: "darwin", GOARCH: arch, CGO_ENABLED: "0", GO111MODULE: "off" };
  execFileSync("go", ["build", "-ldflags=-s -w", "-o", file, join(folder, "main.go")], { env });
  return readFileSync(file);
}

/** Takes a signature away that stands at the end, with its load command, which is the last. */
function withoutSignature(signed: Buffer): Buffer {
  const file = readMachO(signed);
  if (file.signature === undefined) throw new Error("Go's linker has not signed");
  const bytes = Buffer.from(signed.subarray(0, file.signature.offset));
  const last = segmentNamed(file, "__LINKEDIT");
  bytes.writeBigUInt64LE(BigInt(file.signature.offset - last.fileOffset), last.command + 48);
  bytes.writeUInt32LE(bytes.readUInt32LE(16) - 1, 16);
  bytes.writeUInt32LE(bytes.readUInt32LE(20) - 16, 20);
  return bytes.fill(0, file.commandsEnd - 16, file.commandsEnd);
}

// Go signs for Apple silicon; for Intel nothing has to be.
test("our signature of a program is the one that Go's linker gives it, to the byte", () => {
  const theirs = signedByGo("arm64");
  expect(signatureProblem(theirs)).toBeUndefined();
  const unsigned = withoutSignature(theirs);
  expect(signatureProblem(unsigned)).toBe("it has no code signature");
  const ours = signAdHoc(unsigned, "a.out");
  const from = readMachO(theirs).signature?.offset ?? 0;
  expect(signatureProblem(ours)).toBeUndefined();
  // The hash of the first page stands for the header, where Go rounds the size in memory otherwise.
  const hashOfFirstPage = from + 20 + 88 + "a.out\0".length;
  expect(ours.subarray(from, hashOfFirstPage)).toEqual(theirs.subarray(from, hashOfFirstPage));
  expect(ours.subarray(hashOfFirstPage + 32)).toEqual(theirs.subarray(hashOfFirstPage + 32));
}, 120_000);
