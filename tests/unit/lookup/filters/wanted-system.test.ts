import { expect, test } from "@jest/globals";
import { readSystem, systemTest } from "../../../../provider/lookup/filters/wanted-system.ts";
import { readSoftwareVersion } from "../../../../provider/lookup/versions/read-version.ts";

test.each([
  ["Ubuntu Server 22.04", "UbuntuServer 22.04 64位", true],
  ["Ubuntu Server 22.04", "Ubuntu 22.04", false],
  ["ubuntu-server", "Ubuntu Server 24.04", true],
  ["VyOS 1.4", "VyOS 1.4", true],
  ["VyOS 1.4", "Debian 1.4", false],
  ["Vector Linux 7", "Linux 7", false],
  ["Ubuntu v22.04", "Ubuntu 22.04", true],
  ["v22.04", "Debian 22.04", true],
  ["统信 版本号 20", "统信 20", true],
  ["22.04", "22.04", true],
  [">=22", "Ubuntu", false],
  ["Ubuntu", "Ubuntu", true],
])("the system %j is that of the text %j: %s", (wanted, text, expected) => {
  const system = readSystem(wanted);
  expect(system).toBeDefined();
  const versionOf = (said: string) => readSoftwareVersion("os", said);
  expect(system && systemTest(system, versionOf)(text)).toBe(expected);
});

test.each(["Ubuntu≈22.04", "Ubuntu ≈ 22.04", "Ubuntu≈", "Ubuntu ★", "Ubuntu\u0000", "-", ""])(
  "%j is no system: it has a character that no image writes, or no word and no range",
  (wanted) => {
    expect(readSystem(wanted)).toBeUndefined();
  },
);
