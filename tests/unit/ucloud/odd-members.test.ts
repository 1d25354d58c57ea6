import { expect, test } from "@jest/globals";
import type { Image } from "../../../provider/contract/image.ts";
import { decodeImage } from "../../../provider/ucloud/decode-row.ts";
import { changedFormat, oddMembers } from "../../../provider/ucloud/odd-members.ts";

const origin = { action: "DescribeCompShareImages", path: "row", source: "platform" } as const;

/** So many images, each with these members. */
function images(count: number, members: object): Image[] {
  return Array.from({ length: count }, (_, index) =>
    decodeImage({ CompShareImageId: `compshareImage-${index}`, ...members }, origin),
  );
}

test("an image whose members are all right, or that was never decoded, has no odd ones", () => {
  const [image] = images(1, { Name: "a", Size: 5 });
  expect(image && oddMembers(image)).toEqual([]);
  expect(
    oddMembers({ id: "a", name: "", source: "platform", tags: [], official: false, certified: false }),
  ).toEqual([]);
});

test.each<[string, readonly Image[], string | undefined]>([
  ["nine odd times and no right one", images(9, { PubTime: "soon" }), undefined],
  ["ten odd times and no right one", images(10, { PubTime: "soon" }), "PubTime"],
  [
    "odd times among images that have none",
    [...images(10, { PubTime: "soon" }), ...images(90, {})],
    "PubTime",
  ],
  [
    "odd times and one that is right",
    [...images(90, { PubTime: "soon" }), ...images(1, { PubTime: 1_700_000_000 })],
    undefined,
  ],
  ["milliseconds in every time", images(72, { PubTime: 1_753_171_200_000 }), "PubTime"],
  [
    "odd tags among images whose lists are empty",
    [...images(10, { Tags: "a" }), ...images(5, { Tags: [] })],
    "Tags",
  ],
  ["odd tags and a list of one", [...images(10, { Tags: "a" }), ...images(1, { Tags: ["a"] })], undefined],
  ["odd names", images(10, { Name: 5 }), "Name"],
  ["a wrong member of an object", images(10, { Softwares: { CUDAVersion: 12.8 } }), "Softwares.CUDAVersion"],
  ["an object of another type", images(10, { Softwares: "PyTorch" }), "Softwares.Framework"],
  ["sizes of 0 beside odd ones", [...images(10, { Size: "big" }), ...images(1, { Size: 0 })], undefined],
  ["nothing odd", images(20, { Size: 5 }), undefined],
  ["no images", [], undefined],
])("of %s the format has changed in %j", (_, listing, member) => {
  expect(changedFormat(listing)).toBe(member);
});
