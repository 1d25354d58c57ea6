import { expect, test } from "@jest/globals";
import {
  clearCertificate,
  portableExecutableProblem,
  readPortableExecutable,
} from "../../../../tools/release/portable-executable.ts";
import { windowsFile } from "../../../support/release/windows-file.ts";

test("the processor is read from the header", () => {
  expect(readPortableExecutable(windowsFile()).arch).toBe("amd64");
  expect(readPortableExecutable(windowsFile({ arch: 0xaa64 })).arch).toBe("arm64");
});

test("a file with the resource and without a certificate is well", () => {
  expect(portableExecutableProblem(windowsFile(), "BLOB")).toBeUndefined();
});

test("a certificate is reported, until its entry is cleared and nothing else", () => {
  const broken = windowsFile({ certificate: [0x1234, 0x5678] });
  expect(portableExecutableProblem(broken, "BLOB")).toBe(
    "it names a certificate, which what was put in has broken",
  );
  expect(clearCertificate(broken)).toEqual(windowsFile());
});

const withoutType = windowsFile();
withoutType.writeUInt32LE(3, 0x400 + 16);
const empty = windowsFile();
empty.writeUInt32LE(0, 0x400 + 76);

test.each([
  ["of another name", windowsFile({ resource: "OTHER" })],
  ["of another type", withoutType],
  ["without data", empty],
])("a resource %s is reported", (_, bytes) => {
  expect(portableExecutableProblem(bytes, "BLOB")).toBe("it has no resource BLOB");
});

test("a file that is cut off is reported", () => {
  expect(portableExecutableProblem(windowsFile().subarray(0, -1), "BLOB")).toBe("a section of it is cut off");
});

test.each([
  ["a script", Buffer.alloc(200, "#!/bin/sh\n"), "this is no Windows executable"],
  ["an old program", Buffer.from(`MZ${"\0".repeat(200)}`), "this is no Windows executable of today"],
  [
    "one for another processor",
    windowsFile({ arch: 0x14c }),
    "the Windows executable is for another processor",
  ],
])("%s is refused", (_, bytes, problem) => {
  expect(() => readPortableExecutable(bytes)).toThrow(problem);
});
