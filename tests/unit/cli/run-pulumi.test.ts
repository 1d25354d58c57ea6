import { expect, test } from "@jest/globals";
import { pulumiError } from "../../../cli/run-pulumi.ts";

test.each([
  ["an error alone", "error: no stack named 'none' found\n", "no stack named 'none' found"],
  [
    "an error behind a warning of several lines",
    "warning: Found legacy stack files in state store:\n  - old\nPlease run 'pulumi state upgrade' to migrate them to the new format.\nSet PULUMI_DIY_BACKEND_NO_LEGACY_WARNING=1 to disable this warning.\nerror: no stack named 'none' found\n",
    "no stack named 'none' found",
  ],
  [
    "an error of several lines",
    "error: could not deserialize the deployment:\n  line 2\n",
    "could not deserialize the deployment:",
  ],
  ["something else", "panic\nexit status 2\n", "exit status 2"],
  ["nothing", "", ""],
])("of what pulumi says as it fails the error is shown: %s", (_, stderr, shown) => {
  expect(pulumiError(stderr)).toBe(shown);
});
