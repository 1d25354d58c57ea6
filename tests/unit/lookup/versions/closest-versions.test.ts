import { expect, test } from "@jest/globals";
import * as fc from "fast-check";
import { closestVersions } from "../../../../provider/lookup/versions/closest-versions.ts";
import { isInRange } from "../../../../provider/lookup/versions/range.ts";
import { readRange } from "../../../../provider/lookup/versions/read-range.ts";
import { readVersion } from "../../../../provider/lookup/versions/read-version.ts";
import { versionText } from "../../../support/lookup/version-texts.ts";

test.each([
  ["14", ["12.4", "13.2"], ["13.2", "12.4"]],
  ["3.x", ["2.5.0", "2.13.0", "2.9.1", "1.8.1"], ["2.13.0", "2.9.1", "2.5.0"]],
  [">=3", ["2.5.0", "2.13.0"], ["2.13.0", "2.5.0"]],
  ["1.0", ["2.5.0", "2.13.0"], ["2.5.0", "2.13.0"]],
  ["12.9", ["12.4", "12.8", "13.0"], ["12.8", "12.4", "13.0"]],
  ["12.9", ["11.8", "13.0"], ["13.0", "11.8"]],
  ["2.10", ["2.9.1", "2.11.0"], ["2.9.1", "2.11.0"]],
  ["2.10", ["2.9", "2.11"], ["2.11", "2.9"]],
  ["2.10.5", ["2.10.4", "2.10.9", "2.9"], ["2.10.4", "2.10.9", "2.9"]],
  [">=2.6 <2.8", ["2.5", "2.8", "2.9"], ["2.8", "2.5", "2.9"]],
  ["1.x || 5.x", ["2.0", "4.5", "8.0"], ["4.5", "2.0", "8.0"]],
  ["2.13", ["2.12.0", "2.13.0rc1"], ["2.13.0rc1", "2.12.0"]],
  ["1-beta", ["1", "1beta"], ["1beta", "1"]],
  ["2.1.0.5", ["2.1.0.3", "2.1.0.107"], ["2.1.0.3", "2.1.0.107"]],
  ["14", ["13.0", "第三版", "13"], ["13.0"]],
  ["14", [], []],
  ["newest", ["13.0"], []],
] as const)("for %s the closest of %j are %j (V11, V12)", (wanted, known, closest) => {
  expect(closestVersions(wanted, known, readVersion)).toEqual(closest);
});

test("as many of the closest are named as are asked for, and they need not be texts", () => {
  const images = [{ cuda: "12.4" }, { cuda: "13.2" }, { cuda: "13.0" }];
  expect(closestVersions("14", images, ({ cuda }) => readVersion(cuda), 1)).toEqual([{ cuda: "13.2" }]);
});

test("what lies in the range is closest, whatever else there is", () => {
  fc.assert(
    fc.property(versionText, fc.array(versionText, { maxLength: 8 }), fc.nat(8), (wanted, others, at) => {
      const range = readRange(wanted);
      const known = others.toSpliced(at, 0, wanted);
      const isFound = (text = ""): boolean => range !== undefined && isInRange(readVersion(text), range);
      fc.pre(range !== undefined && known.some((text) => isFound(text)));
      const [first] = closestVersions(range, known, readVersion);
      expect({ first, isFound: isFound(first) }).toEqual({ first, isFound: true });
    }),
    { numRuns: 3000 },
  );
});

test("something is close to a range as long as anything has a version", () => {
  fc.assert(
    fc.property(versionText, fc.array(versionText, { maxLength: 3 }), (wanted, known) => {
      const range = readRange(wanted);
      fc.pre(range !== undefined);
      const closest = closestVersions(range, known, readVersion);
      expect(closest.length > 0).toBe(known.some((text) => readVersion(text) !== undefined));
    }),
  );
});
