import { createHash } from "node:crypto";
import { expect, test } from "@jest/globals";
import { readMachO } from "../../../../tools/release/mach-o.ts";
import { signatureProblem } from "../../../../tools/release/mach-o-check.ts";
import { signAdHoc } from "../../../../tools/release/mach-o-sign.ts";
import { machOFile } from "../../../support/release/mach-o-file.ts";

const signed = signAdHoc(machOFile(), "thing");
/** The file is 0x4064 bytes, so the signature begins at the next multiple of 16. */
const end = 0x4070;

test("a file without a signature is reported", () => {
  expect(signatureProblem(machOFile())).toBe("it has no code signature");
});

test("a signed file has the hash of each of its pages, and its name", () => {
  expect(signatureProblem(signed)).toBeUndefined();
  expect(readMachO(signed).signature).toEqual({ offset: end, size: signed.length - end });
  expect(signed.subarray(end).toString("latin1")).toContain("thing\0");
  const second = createHash("sha256").update(signed.subarray(0x1000, 0x2000)).digest();
  // Behind two headers of 20 and 88 bytes and the name of 6 come the hashes of pages of 4096 bytes.
  expect(signed.subarray(end + 114 + 32, end + 114 + 64)).toEqual(second);
  expect(signed.length).toBe(end + 114 + 5 * 32);
});

test("the last segment covers the signature", () => {
  const segment = readMachO(signed).segments.find(({ name }) => name === "__LINKEDIT");
  expect(segment).toMatchObject({ fileOffset: 0x4000, fileSize: signed.length - 0x4000 });
});

const changed = (at: number): Buffer => {
  const copy = Buffer.from(signed);
  copy.writeUInt8(copy.readUInt8(at) ^ 1, at);
  return copy;
};

test.each([
  ["a byte of the header", changed(24), "page 0 is not the one that was signed"],
  ["a byte of code", changed(0x2abc), "page 2 is not the one that was signed"],
  ["the last byte before the signature", changed(end - 1), "page 4 is not the one that was signed"],
  ["a hash", changed(signed.length - 1), "page 4 is not the one that was signed"],
  ["the signature's mark", changed(end), "its code signature is none"],
  ["the code directory's mark", changed(end + 20), "its code directory is none"],
  ["the end of what is signed", changed(end + 20 + 35), "its code directory covers 16497 bytes of 16496"],
  ["the number of pages", changed(end + 20 + 31), "it has 4 page hashes for 16496 bytes"],
  ["the end of the file", signed.subarray(0, -1), "its code signature is cut off"],
])("%s that is changed is reported", (_, bytes, problem) => {
  expect(signatureProblem(bytes)).toBe(problem);
});

test.each([
  ["a file that is signed", signed, "the Mach-O file is signed already"],
  [
    "a file that goes on",
    Buffer.concat([machOFile(), Buffer.alloc(4)]),
    "the Mach-O file goes on behind its last segment",
  ],
  [
    "a script",
    Buffer.from("#!/bin/sh\nexec something that is long enough\n"),
    "this is no 64-bit Mach-O file",
  ],
  [
    "a file without room",
    machOFile({ sections: 49 }),
    "the Mach-O file has no room for one more load command",
  ],
])("%s is not signed", (_, bytes, problem) => {
  expect(() => signAdHoc(bytes, "thing")).toThrow(problem);
});
