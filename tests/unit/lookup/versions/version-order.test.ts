import { expect, test } from "@jest/globals";
import { order } from "../../../support/lookup/version-order.ts";

test.each([
  ["numbers", ["2.0.9", "2.1", "2.1.0.0.5", "2.1.0.1", "2.1.0.3", "2.1.0.107", "2.1.1", "2.10", "10.0"]],
  [
    "PEP 440's stages",
    [
      "1.0.dev3",
      "1.0.dev10",
      "1.0a1.dev1",
      "1.0a1",
      "1.0a1.post1",
      "1.0b1",
      "1.0rc1",
      "1.0rc2",
      "1.0",
      "1.0.post0",
      "1.0.post1.dev2",
      "1.0.post1.dev3",
      "1.0.post1",
      "1.0.post2",
      "1.0.post10",
      "1.1.dev1",
    ],
  ],
  [
    "semver's pre-releases",
    [
      "1.0.0-alpha",
      "1.0.0-alpha.1",
      "1.0.0-alpha.beta",
      "1.0.0-beta",
      "1.0.0-beta.2",
      "1.0.0-beta.11",
      "1.0.0-dev.3",
      "1.0.0-preview.1",
      "1.0.0-rc.1",
      "1.0.0",
    ],
  ],
  ["second lists", ["3.4.0", "3.4.0-0324", "3.4.0-1773428777", "3.4.0-1773428999", "3.4.0.1"]],
  [
    "numbers that no double holds",
    [
      "1.0",
      "1.7",
      "1.900719925474099",
      "1.90071992547409921",
      "1.90071992547409922",
      "1.100000000000000000",
      "1.100000000000000001",
      "2.0",
    ],
  ],
  [
    "pre-releases counted by numbers that no double holds",
    ["1.0-rc.7", "1.0-rc.90071992547409921", "1.0-rc.90071992547409922", "1.0-rc.100000000000000000"],
  ],
])("%s go up, and each is only itself", (_, texts) => {
  const orders = texts.map((one) => texts.map((other) => order(one, other)));
  expect(orders).toEqual(texts.map((_one, at) => texts.map((_other, against) => Math.sign(at - against))));
});

test.each([
  ["2.1", "v2.1.0"],
  ["2.1.0.0", "2.1"],
  ["2.0beta1", "2.0-b1"],
  ["20260630", "2026-06-30"],
  ["1.0000000000000001234", "1.1234"],
])("%s and %s are the same version", (one, other) => {
  expect([order(one, other), order(other, one)]).toEqual([0, 0]);
});
