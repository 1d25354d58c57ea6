import { expect, test } from "@jest/globals";
import { oddMembers } from "../../../provider/ucloud/odd-members.ts";
import { decoded, least } from "../../support/ucloud/decode-members.ts";

const deceptive = { toString: 1, valueOf: 1 };

const softwares = [
  "framework",
  "frameworkVersion",
  "cudaVersion",
  "pythonVersion",
  "osVersion",
  "applications",
  "frameworkVersionIndex",
];

test.each<[readonly string[], object]>([
  [["name"], { Name: ["a"] }],
  [["tags"], { Tags: "a" }],
  [["tags"], { Tags: ["a", null] }],
  [["tags"], { Tags: ["a", 1] }],
  [["sizeMb"], { Size: 1.5 }],
  [["sizeMb"], { Size: "50 GB" }],
  [["sizeMb"], { Size: 2 ** 53 }],
  [["sizeMb"], { Size: true }],
  [["price"], { Price: Number.POSITIVE_INFINITY }],
  [["price"], { Price: "1e5" }],
  [["container"], { Container: "yes" }],
  [["container"], { Container: 1 }],
  [["authInfo"], { AuthInfo: true }],
  [["authInfo"], { AuthInfo: [1] }],
  [["authInfo"], { AuthInfo: deceptive }],
  [["createdAt"], { CreateTime: -1 }],
  [["createdAt"], { CreateTime: [] }],
  [["createdAt"], { CreateTime: false }],
  [["createdAt"], { CreateTime: deceptive }],
  [["publishedAt"], { PubTime: "yesterday" }],
  [["framework"], { Softwares: { Framework: {} } }],
  [["ownerAccountName", "ownerAccountId"], { Owner: "li" }],
  [softwares, { Softwares: "PyTorch" }],
  [softwares, { Softwares: ["PyTorch"] }],
  [["softwarePorts"], { SoftwarePorts: [8888] }],
  [["softwarePorts"], { SoftwarePorts: [null] }],
  [["softwarePorts"], { SoftwarePorts: { Port: 8888 } }],
  [["softwarePorts"], { SoftwarePorts: [{ Port: "http" }] }],
  [["softwarePorts"], { SoftwarePorts: [{ Software: "Jupyter", Port: "8888-8890" }] }],
  [["supportedZones"], { ImageSupportZone: [5] }],
  [["supportedZones"], { ImageSupportZone: [{ ZoneId: 5 }] }],
  [["status", "sizeMb"], { Size: "50 GB", Status: 5 }],
])("%j are unknown and named, and the rest of the image is read: %j", (odd, members) => {
  const image = decoded({ Author: "somebody", ...members });
  expect(image).toEqual({ ...least, author: "somebody" });
  expect(oddMembers(image)).toEqual(odd);
});

test.each([
  ["milliseconds", 1_753_171_200_000],
  ["milliseconds as text", "1753171200000"],
  ["microseconds", 1_753_171_200_000_000],
  ["a part of a second", 1_753_171_200.5],
  ["a date", "2025-07-22"],
  ["a time without an offset", "2025-07-22T08:00:00"],
  ["a day that does not exist", "2025-02-30T08:00:00Z"],
  ["an hour that does not exist", "2025-07-22T25:00:00Z"],
  ["a year before 1970", "1969-12-31T23:59:59Z"],
  ["a year after 9999", "9999-12-31T23:59:59-01:00"],
])("a time in %s is unknown rather than wrong", (_, value) => {
  const image = decoded({ PubTime: value });
  expect(image.publishedAt).toBeUndefined();
  expect(oddMembers(image)).toEqual(["publishedAt"]);
});

test("an odd member never shows in what the image says of itself", () => {
  const image = decoded({ Size: "canary" });
  expect(JSON.stringify(image)).not.toContain("canary");
  expect(JSON.stringify({ ...image })).toBe(JSON.stringify(decoded({})));
});

test.each<[object, readonly string[] | undefined]>([
  [{ ImageSupportZone: [] }, undefined],
  [{ ImageSupportZone: [{ Zone: "" }] }, undefined],
  [{ ImageSupportZone: [{ Zone: null, ZoneId: 5 }] }, undefined],
  [{ ImageSupportZone: [{ Zone: "" }, { Zone: "cn-wlcb-01" }] }, ["cn-wlcb-01"]],
])("zones that are not named say nothing, and nothing is odd: %j", (members, zones) => {
  const image = decoded(members);
  expect(image.supportedZones).toEqual(zones);
  expect(oddMembers(image)).toEqual([]);
});
