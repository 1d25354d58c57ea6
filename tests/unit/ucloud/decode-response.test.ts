import { expect, test } from "@jest/globals";
import { decodeResponse } from "../../../provider/ucloud/decode-response.ts";
import { messageOf, thrownBy } from "../../support/thrown.ts";

test.each([
  [
    { ImageSet: [{}], TotalCount: 72 },
    { ImageSet: [{}], TotalCount: 72 },
  ],
  [
    { ImageSet: null, TotalCount: "72" },
    { ImageSet: null, TotalCount: 72 },
  ],
  [
    { Total: 3, TotalCount: null },
    { Total: 3, TotalCount: null },
  ],
  [{ RetCode: 0, Sparkle: 1 }, {}],
  [
    { CompshareImageGroup: null, ImageSetGroup: [] },
    { CompshareImageGroup: null, ImageSetGroup: [] },
  ],
  [
    { CompshareImageGroup: [{ GroupId: 7, ImageName: null, Data: [{}], Status: "x" }] },
    { CompshareImageGroup: [{ GroupId: 7, ImageName: null, Data: [{}], Status: "x" }] },
  ],
])("the listing %j is understood", (members, reply) => {
  expect(decodeResponse("DescribeCompShareImages", members)).toEqual(reply);
});

test("tags and their map may be null", () => {
  const members = { Tags: null, TagsMap: { 语音: null, 图像: ["Flux"] }, TagIndex: ["图像"] };
  expect(decodeResponse("DescribeCompShareImageTags", members)).toEqual({
    Tags: null,
    TagsMap: { 语音: null, 图像: ["Flux"] },
  });
});

test.each([
  ["ImageSet", { ImageSet: { 0: {} } }],
  ["ImageSet", { ImageSet: "none" }],
  ["TotalCount", { TotalCount: -1 }],
  ["TotalCount", { TotalCount: "-1" }],
  ["TotalCount", { TotalCount: 1.5 }],
  ["TotalCount", { TotalCount: "many" }],
  ["TotalCount", { TotalCount: 2 ** 53 }],
  ["Total", { Total: true }],
  ["CompshareImageGroup", { CompshareImageGroup: [{ Data: "canary" }] }],
])("a wrong %s is named, its value is not: %j", (name, members) => {
  const error = thrownBy(() => decodeResponse("DescribeCompShareImages", members));
  expect(error).toMatchObject({ code: "RESPONSE_UNEXPECTED", reason: "SCHEMA" });
  expect(messageOf(error)).toBe(
    `SCHEMA: DescribeCompShareImages: ${name} is not of the type that CompShare documents`,
  );
});
