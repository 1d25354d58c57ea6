import { expect, test } from "@jest/globals";
import { closestVersions } from "../../../../provider/lookup/versions/closest-versions.ts";
import { readVersion } from "../../../../provider/lookup/versions/read-version.ts";

test.each([
  // The upper bound, which both keep, says nothing of how far they are.
  [">=2.7.6 <2.8", ["2.7.4", "2.7.5"], ["2.7.5", "2.7.4"]],
  ["!=2.9.0", ["2.9.0"], ["2.9.0"]],
  ["!=2.9.0", ["2.9.0", "3.0.0"], ["3.0.0", "2.9.0"]],
  // The exception is the nearer of the two bounds that 2.7.0 breaks.
  [">=2.8, !=2.7.0", ["2.7.0", "2.7.5"], ["2.7.5", "2.7.0"]],
  ["2.1.0.5", ["2.1.0", "2.1.0.3"], ["2.1.0.3", "2.1.0"]],
  ["2.1.0", ["2.1.0.5", "2.1.0.2"], ["2.1.0.2", "2.1.0.5"]],
  [">2.1.0", ["2.1.0", "2.0.9"], ["2.1.0", "2.0.9"]],
])("for %s the closest of %j are %j", (wanted, known, closest) => {
  expect(closestVersions(wanted, known, readVersion)).toEqual(closest);
});
