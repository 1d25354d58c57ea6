import { expect, test } from "@jest/globals";
import type { Image } from "../../../../provider/contract/image.ts";
import type { Filters } from "../../../../provider/contract/query.ts";
import {
  appliedFilters,
  filterNames,
  matching,
  unspecifiedImages,
} from "../../../../provider/lookup/filters/applied-filters.ts";
import type { FilterName } from "../../../../provider/lookup/filters/filter.ts";
import { registry } from "../../../../provider/lookup/filters/registry.ts";
import { keptOutUnread } from "../../../../provider/lookup/unreadable-members.ts";
import { decodeImage } from "../../../../provider/ucloud/decode-row.ts";
import { makeImage } from "../../../support/listings/make-image.ts";
import { wanted } from "../../../support/lookup/shelf.ts";

/** An image as it is read from a row of the platform. */
function read(members: object): Image {
  const row = {
    CompShareImageId: "compshareImage-1aaaaaaaaaaa",
    Name: "torch",
    Status: "Available",
    ...members,
  };
  return decodeImage(row, {
    action: "DescribeCompShareImages",
    path: "ImageSet[0]",
    source: "platform",
  });
}

const unreadable: readonly [Partial<Filters>, object, string][] = [
  [{ name: "torch" }, { Name: 7 }, "name"],
  [{ nameContains: "torch" }, { Name: 7 }, "name"],
  [{ nameGlob: "torch*" }, { Name: 7 }, "name"],
  [{ nameRegex: "^torch" }, { Name: 7 }, "name"],
  [{ imageType: "App" }, { ImageType: {} }, "imageType"],
  [{ author: "UCloud" }, { Author: 7 }, "author"],
  [{ ownerAccountId: "1" }, { Owner: { AccountId: [] } }, "ownerAccountId"],
  [{ groupId: "g" }, { GroupId: {} }, "groupId"],
  [{ officialOnly: true }, { AuthInfo: {} }, "authInfo"],
  [{ certifiedOnly: true }, { ImageOwnerAlias: 7 }, "imageOwnerAlias"],
  [{ tags: ["qwen"] }, { Tags: 7 }, "tags"],
  [{ tagsAny: ["qwen"] }, { Tags: 7 }, "tags"],
  [{ tagsNone: ["qwen"] }, { Tags: 7 }, "tags"],
  [{ container: true }, { Container: {} }, "container"],
  [{ gpuType: "4090" }, { SupportedGpuTypes: "4090" }, "gpuTypes"],
  [{ framework: "PyTorch" }, { Softwares: { Framework: 7 } }, "framework"],
  [{ frameworkVersion: ">=2" }, { Softwares: { FrameworkVersion: {} } }, "frameworkVersion"],
  [{ cudaVersion: ">=12" }, { Softwares: { CUDAVersion: [] } }, "cudaVersion"],
  [{ pythonVersion: ">=3" }, { Softwares: { PythonVersion: {} } }, "pythonVersion"],
  [{ osVersion: "Ubuntu" }, { Softwares: { OsVersion: {} } }, "osVersion"],
  [{ version: ">=1" }, { VersionName: {} }, "versionName"],
  [{ freeOnly: true }, { Price: {} }, "price"],
  [{ freeOnly: true }, { ImageCharge: 7 }, "imageCharge"],
  [{ maxPrice: 1 }, { Price: "free" }, "price"],
  [{ maxSizeMb: 100 }, { Size: "large" }, "sizeMb"],
  [{ createdAfter: "2020-01-01" }, { CreateTime: "soon" }, "createdAt"],
  [{ createdBefore: "2030-01-01" }, { CreateTime: {} }, "createdAt"],
  [{ publishedAfter: "2020-01-01" }, { PubTime: "soon" }, "publishedAt"],
  [{ publishedBefore: "2030-01-01" }, { PubTime: {} }, "publishedAt"],
  [{ statuses: ["Available"] }, { Status: 7 }, "status"],
];

test("every filter but the ID's, without which no image is read, has a member that could not be read", () => {
  const names = new Set(unreadable.flatMap(([filters]) => Object.keys(filters)));
  expect([...names, "id"].toSorted()).toEqual(filterNames.toSorted());
});

test.each(unreadable)(
  "%j keeps out an image whose row has %j, and names `%s` as what could not be read",
  (filters, odd, member) => {
    const images = [read(odd)];
    const applied = appliedFilters(wanted(filters));
    expect(matching(images, applied)).toEqual([]);
    const [argument] = Object.keys(filters);
    expect(keptOutUnread(images, applied)).toEqual([{ argument, member, images }]);
    expect(applied.flatMap((filter) => unspecifiedImages(filter, images))).toEqual([]);
  },
);

test.each<[string, Partial<Filters>, object]>([
  ["an ID", { id: "compshareImage-1aaaaaaaaaaa" }, { Name: 7, Tags: 7, Price: {} }],
  ["an official publisher", { officialOnly: true }, { ImageOwnerAlias: "Official", AuthInfo: {} }],
  ["CompShare as the publisher", { certifiedOnly: true }, { ImageOwnerAlias: "Official", AuthInfo: {} }],
  ["a certified publisher", { certifiedOnly: true }, { AuthInfo: 2, ImageOwnerAlias: 7 }],
  ["no price to pay", { freeOnly: true }, { Price: 0, ImageCharge: [] }],
])("%s that is known is enough, whatever else could not be read: %j of %j", (_, filters, row) => {
  const images = [read(row)];
  expect(matching(images, appliedFilters(wanted(filters)))).toEqual(images);
});

test.each<Partial<Filters>>([{ officialOnly: true }, { certifiedOnly: true }, { freeOnly: true }])(
  "what %j leaves out is not said to be unspecified",
  (filters) => {
    const image = makeImage({ id: "image", official: false, imageCharge: true });
    const applied = appliedFilters(wanted(filters));
    expect(matching([image], applied)).toEqual([]);
    expect(applied.flatMap((filter) => unspecifiedImages(filter, [image]))).toEqual([]);
  },
);

test.each<[FilterName, Partial<Image>, readonly unknown[]]>([
  ["gpuType", { gpuTypes: ["4090", "H20"] }, ["4090", "H20"]],
  ["gpuType", {}, []],
  ["cudaVersion", { cudaVersion: "12.10" }, ["12.10"]],
  ["cudaVersion", { cudaVersion: "CUDA 13.2 (cuDNN 9)" }, ["13.2.0"]],
  ["cudaVersion", {}, [undefined]],
  ["osVersion", { osVersion: "Ubuntu 22.04 64位" }, ["Ubuntu 22.04"]],
  ["osVersion", { osVersion: "Windows" }, ["Windows"]],
  ["osVersion", { osVersion: "≈" }, [undefined]],
  ["osVersion", {}, [undefined]],
])("values of `%s` that ask for an image with %j are %j", (argument, members, values) => {
  expect(registry[argument].distinguishing(makeImage({ id: "image", ...members }))).toEqual(values);
});
