import { expect, test } from "@jest/globals";
import { withOwner } from "../../../tools/owner.ts";

const old = "https://github.com/owner_not_set/pulumi-compshare";
const next = "https://github.com/some-body/pulumi-compshare";

test.each([
  [
    '"repository": "https://github.com/owner_not_set/pulumi-compshare",',
    '"repository": "https://github.com/some-body/pulumi-compshare",',
  ],
  [
    '\t"github.com/owner_not_set/pulumi-compshare/sdk/go/compshare"',
    '\t"github.com/some-body/pulumi-compshare/sdk/go/compshare"',
  ],
  [
    "github.com/owner_not_set/pulumi-compshare/sdk v0.1.0",
    "github.com/some-body/pulumi-compshare/sdk v0.1.0",
  ],
  [
    "github://api.github.com/owner_not_set/pulumi-compshare",
    "github://api.github.com/some-body/pulumi-compshare",
  ],
  [
    "https://raw.githubusercontent.com/owner_not_set/pulumi-compshare/main/docs/logo.png",
    "https://raw.githubusercontent.com/some-body/pulumi-compshare/main/docs/logo.png",
  ],
  ["  <groupId>io.github.owner_not_set</groupId>", "  <groupId>io.github.some-body</groupId>"],
])("%s gets the owner", (text, expected) => {
  expect(withOwner(text, old, next)).toBe(expected);
});

test.each([
  'export const ownerNotSet = "owner_not_set";',
  "https://github.com/owner_not_set/pulumi-compshare-demo",
  "io.github.owner_not_set-demo",
  "https://notgithub.com/owner_not_set/pulumi-compshare",
])("%s stays", (text) => {
  expect(withOwner(text, old, next)).toBe(text);
});
