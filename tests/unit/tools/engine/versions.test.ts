import { readFileSync } from "node:fs";
import { expect, test } from "@jest/globals";
import {
  goDirective,
  moduleVersion,
  readPinnedVersions,
  semverOfGo,
} from "../../../../tools/engine/versions.ts";

test.each([
  ["go1.26.8", "1.26.8"],
  ["go1.27rc1", "1.27.0-rc1"],
  ["go1.22", "1.22.0"],
  ["devel go1.28-3f2a1b", "1.28.0"],
  ["nonsense", undefined],
])("the Go version %s reads as %s", (text, version) => {
  expect(semverOfGo(text)).toBe(version);
});

const goMod = `module example

go 1.26.6

tool github.com/pulumi/pulumi/pkg/v3/cmd/pulumi

require github.com/single/line v1.2.3

require (
	github.com/pulumi/pulumi/pkg/v3 v3.274.1 // indirect
)

replace github.com/single/line => github.com/other v9.9.9
`;

test("a go.mod tells its required versions and its Go", () => {
  expect(moduleVersion(goMod, "github.com/pulumi/pulumi/pkg/v3")).toBe("v3.274.1");
  expect(moduleVersion(goMod, "github.com/single/line")).toBe("v1.2.3");
  expect(goDirective(goMod)).toBe("1.26.6");
  expect(() => moduleVersion(goMod, "github.com/other")).toThrow("requires no github.com/other");
});

test("all our Go modules agree on the engine and on Go", () => {
  const codegen = readFileSync("tools/codegen/go.mod", "utf8");
  const yaml = readFileSync("tools/engine/yaml/go.mod", "utf8");
  const java = readFileSync("tools/codegen/java/go.mod", "utf8");
  const sdk = readFileSync("sdk/go.mod", "utf8");

  expect(readPinnedVersions()).toEqual({ pulumi: "v3.274.1", yaml: "v1.38.3", go: "1.26.6" });
  expect(moduleVersion(codegen, "github.com/pulumi/pulumi/pkg/v3")).toBe("v3.274.1");
  expect(moduleVersion(sdk, "github.com/pulumi/pulumi/sdk/v3")).toBe("v3.274.1");
  expect([codegen, yaml, java, sdk].map(goDirective)).toEqual(["1.26.6", "1.26.6", "1.26.6", "1.26.6"]);
});
