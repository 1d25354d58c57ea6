import { expect, test } from "@jest/globals";
import { pulumiError } from "../../../cli/run-pulumi.ts";

test.each([
  ["error: no stack named 'none' found\n", "no stack named 'none' found"],
  ["warning: a new version is out\nerror: no passphrase\n  set one\n", "no passphrase"],
  ["panic\n\nexit status 2\n", "exit status 2"],
  ["error: a\u001b[2Jb\n", "a\\u{1b}[2Jb"],
  ["", ""],
])("of what pulumi wrote as it failed, %j, the error is told: %j", (stderr, line) => {
  expect(pulumiError(stderr)).toBe(line);
});
