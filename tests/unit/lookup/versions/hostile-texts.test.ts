import { expect, test } from "@jest/globals";
import * as fc from "fast-check";
import { closestVersions } from "../../../../provider/lookup/versions/closest-versions.ts";
import { originOfVersion } from "../../../../provider/lookup/versions/image-version.ts";
import { readRange } from "../../../../provider/lookup/versions/read-range.ts";
import { readSoftwareVersion, readVersion } from "../../../../provider/lookup/versions/read-version.ts";
import { anyText } from "../../../support/lookup/version-texts.ts";
import { soon } from "../../../support/soon.ts";

/** Everything that reads a text. */
function reads(text: string): readonly (() => unknown)[] {
  const image = { name: text, versionName: text, framework: text, frameworkVersion: text };
  return [
    () => readVersion(text),
    ...(["cuda", "python", "os"] as const).map((software) => () => readSoftwareVersion(software, text)),
    ...["System", "App"].map((imageType) => () => originOfVersion({ ...image, imageType })),
    () => originOfVersion({ ...image, versionName: "beta" }),
    () => readRange(text)?.text,
  ];
}

const readAll = (text: string): unknown[] => reads(text).map((read) => read());

test("any text is read, and alike whatever was read before", () => {
  const text = fc.oneof(anyText, fc.string({ unit: "binary" }), fc.string({ unit: "grapheme" }));
  fc.assert(
    fc.property(text, (text) => {
      expect(readAll(text)).toEqual(readAll(text));
      expect(closestVersions(text, [text, "1.0"], readVersion).length).toBeLessThanOrEqual(2);
    }),
    { numRuns: 5000 },
  );
});

const length = 200_000;

/** So many characters take some hundredths of a second; in quadratic time each of these reads would take five seconds and more. */
test.each([
  "1",
  "9",
  "0",
  "1.",
  "1-",
  "1_",
  "1-4090-",
  "1 ",
  "1/",
  "1、",
  "2026-",
  "2026-01-",
  "20250612.",
  "v",
  "v1",
  "v ",
  "v.",
  "rc",
  "1rc",
  "-rc.1",
  "rc1-",
  ".post1",
  ".dev1",
  "beta ",
  "1 beta ",
  "a1",
  "A100-",
  "cuda",
  "cuda ",
  "cuda12.8-",
  "-cann8.2.rc1",
  ".rc",
  "-c1",
  "-r1",
  "-post",
  "py3.",
  "nvidia ",
  "ubuntu server ",
  "torch",
  "torch291",
  "基础",
  "镜像 ",
  "版本",
  "测试",
  "测试版",
  "内测",
  "第1",
  "版",
  "发布",
  " ",
  "\u00a0",
  "\u200b",
  "(",
  "1(",
  "+1",
  "%",
  "*",
  "x.",
  "1.x.",
  "||",
  "1||",
  ">=",
  ">=1 ",
  ">=1,",
  "<1",
  "1 - 2 ",
  "!=1.* ",
  "～",
  "１．",
  "1。",
  "😀",
  "İ",
  "\ud800",
  "é",
  "ª²",
])("two hundred thousand characters of %j are read, and soon", (unit) => {
  for (const start of ["", "v1.0-beta"]) {
    const text = `${start}${unit.repeat(Math.ceil(length / unit.length))}`;
    expect(reads(text).map(soon)).toHaveLength(8);
  }
});
