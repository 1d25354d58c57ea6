import { expect, test } from "@jest/globals";
import { image } from "../../../provider/contract/image.ts";
import { testingTypes } from "../../../tools/testing-types.ts";

test("the types of the mocks have every field of an image, with its text", () => {
  const types = testingTypes({
    version: "1.2.3",
    repository: "https://github.com/somebody/pulumi-compshare",
  });
  for (const name of Object.keys(image.shape)) expect(types).toMatch(new RegExp(`^ {2}${name}\\??: `, "m"));
  expect(types).toContain("  /** CUDA version, for example `12.8`. */\n  cudaVersion?: string;\n");
  expect(types).toContain("  softwarePorts?: readonly MockSoftwarePort[];\n");
});
