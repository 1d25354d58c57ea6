import { expect, test } from "@jest/globals";
import { readCommandLine } from "../../../simulator/command-line.ts";

test("without flags there are a free port, no latency, the live behaviour and the usual images", () => {
  expect(readCommandLine([])).toEqual({ help: false, port: 0, latencyMs: 0, quirks: {}, images: undefined });
});

test("all flags are read", () => {
  const words = ["--port", "8080", "--latency", "50", "--images", "20000"];
  expect(readCommandLine(words)).toMatchObject({ port: 8080, latencyMs: 50, images: 20_000 });
});

test.each([
  ["totalCount=true", { totalCount: "true" }],
  ["totalCount=-32", { totalCount: -32 }],
  ["clampLimit=7", { clampLimit: 7 }],
  ["idAlias=true", { idAlias: true }],
  ["pageMode=together", { pageMode: "together" }],
  ["faultRate=0.3", { faultRate: 0.3 }],
  ['faultMix=["hang",{"retCode":153}]', { faultMix: ["hang", { retCode: 153 }] }],
])("the quirk %s is read", (text, quirks) => {
  expect(readCommandLine(["--quirk", text]).quirks).toEqual(quirks);
});

test("a quirk flag may be repeated", () => {
  const words = ["--quirk", "idAlias=true", "--quirk", "clampLimit=3"];
  expect(readCommandLine(words).quirks).toEqual({ idAlias: true, clampLimit: 3 });
});

test.each([
  [["--port", "x"], '--port cannot be "x". Allowed: a whole number from 0 to 65535.'],
  [["--port", "65536"], '--port cannot be "65536". Allowed: a whole number from 0 to 65535.'],
  [["--nope"], "Unknown option '--nope'. Flags: --port, --latency, --images, --quirk, --help."],
  [["word"], "Unexpected argument 'word'. Flags: --port, --latency, --images, --quirk, --help."],
  [
    ["--quirk", "pageMode=x"],
    'Quirk pageMode cannot be "x". Allowed: per-type, together, offset-ignored, limit-ignored.',
  ],
  [["--quirk", "idAlias"], 'Quirk idAlias cannot be "". Allowed: true, false.'],
  [["--quirk", "faultRate=2"], "Quirk faultRate cannot be 2. Allowed: a number from 0 to 1."],
])("%p is refused with what is allowed", (words, message) => {
  expect(() => readCommandLine(words)).toThrow(new RangeError(message));
});

test("an unknown quirk is refused with the names of all quirks", () => {
  expect(() => readCommandLine(["--quirk", "constructor=1"])).toThrow(
    /^There is no quirk "constructor"\. Quirks: pageMode, clampLimit, order, totalCount, /,
  );
});
