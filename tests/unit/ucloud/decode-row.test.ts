import { expect, test } from "@jest/globals";
import { decodeImage } from "../../../provider/ucloud/decode-row.ts";
import { oddMembers } from "../../../provider/ucloud/odd-members.ts";
import { messageOf, thrownBy } from "../../support/thrown.ts";
import { decoded, least, origin } from "../../support/ucloud/decode-members.ts";

const id = "compshareImage-1minbz219ceq";

test("a whole row becomes an image under our names", () => {
  const row = {
    CompShareImageId: id,
    Name: "cuda128_torch291_py312",
    Author: "UCloud",
    Description: "d",
    AuthInfo: 1,
    ImageOwnerAlias: "Official",
    ImageType: "App",
    Container: "True",
    Status: "Available",
    Size: 30720,
    Visibility: 1,
    Tags: ["深度学习", "pytorch，Pytorch"],
    Price: 0,
    ImageCharge: false,
    Cover: "https://c",
    Readme: "# r",
    CreatedCount: 7,
    FavoritesCount: 8,
    ImageUseTime: 1.5,
    FailedReason: "",
    CreateTime: 1700000000,
    PubTime: 1753171200,
    UpdateTime: 1753171201,
    GroupId: "qYl0zvqlo03V",
    VersionName: "v2",
    VersionDesc: "second",
    SourceGpuType: "4090",
    AutoStart: true,
    SupportedGpuTypes: ["4090", "5090"],
    Zone: "cn-wlcb-01",
    QrCodeUrl: "https://q",
    Softwares: {
      Framework: "PyTorch",
      FrameworkVersion: "2.9.1",
      CUDAVersion: "12.8",
      PythonVersion: "3.12",
      OsVersion: "Ubuntu 22.04",
      Applications: ["Jupyter"],
      FrameworkVersionIndex: 0,
    },
    Owner: { AccountName: "li", AccountId: 56000001 },
    SoftwarePorts: [{ Software: "Jupyter", Port: 8888 }],
    ImageSupportZone: [{ Zone: "cn-wlcb-01", ZoneId: 10027 }],
  };
  expect(decodeImage(row, { ...origin, source: "community" })).toEqual({
    id,
    name: "cuda128_torch291_py312",
    source: "community",
    author: "UCloud",
    description: "d",
    authInfo: 1,
    official: true,
    certified: false,
    imageOwnerAlias: "Official",
    imageType: "App",
    container: true,
    status: "Available",
    sizeMb: 30720,
    visibility: 1,
    price: 0,
    imageCharge: false,
    tags: ["深度学习", "pytorch，Pytorch"],
    cover: "https://c",
    readme: "# r",
    createdCount: 7,
    favoritesCount: 8,
    imageUseTime: 1.5,
    createdAt: "2023-11-14T22:13:20Z",
    publishedAt: "2025-07-22T08:00:00Z",
    updatedAt: "2025-07-22T08:00:01Z",
    groupId: "qYl0zvqlo03V",
    versionName: "v2",
    versionDescription: "second",
    sourceGpuType: "4090",
    autoStart: true,
    gpuTypes: ["4090", "5090"],
    zone: "cn-wlcb-01",
    qrCodeUrl: "https://q",
    framework: "PyTorch",
    frameworkVersion: "2.9.1",
    cudaVersion: "12.8",
    pythonVersion: "3.12",
    osVersion: "Ubuntu 22.04",
    applications: ["Jupyter"],
    frameworkVersionIndex: 0,
    ownerAccountName: "li",
    ownerAccountId: "56000001",
    softwarePorts: [{ software: "Jupyter", port: 8888 }],
    supportedZones: ["cn-wlcb-01"],
  });
});

test("what CompShare does not send, or sends as null, is absent", () => {
  const names = [
    "Name",
    "Tags",
    "Status",
    "Size",
    "Container",
    "CreateTime",
    "Softwares",
    "Owner",
    "SoftwarePorts",
  ];
  expect(decoded({})).toEqual(least);
  expect(decoded(Object.fromEntries(names.map((name) => [name, null])))).toEqual(least);
  expect(decoded({ Softwares: { Framework: null }, Owner: {} })).toEqual(least);
  expect(
    decoded({
      SoftwarePorts: [
        { Software: null, Port: 22 },
        { Software: "ssh", Port: "" },
      ],
    }),
  ).toEqual({
    ...least,
    softwarePorts: [{ port: 22 }, { software: "ssh" }],
  });
});

const everyMember = [
  "Name ImageName ImageType Status Author Description Tags AuthInfo ImageOwnerAlias Container Size Price",
  "ImageCharge Visibility Softwares SoftwarePorts SupportedGpuTypes SourceGpuType ImageSupportZone Zone GroupId",
  "VersionName VersionDesc Owner AutoStart Readme Cover QrCodeUrl FailedReason CreatedCount FavoritesCount",
  "ImageUseTime CreateTime PubTime UpdateTime",
].flatMap((names) => names.split(" "));

test.each(everyMember)("%s is absent when it is null or an empty text, and not odd", (name) => {
  for (const nothing of [null, ""]) {
    const image = decoded({ [name]: nothing });
    expect(image).toEqual(least);
    expect(oddMembers(image)).toEqual([]);
  }
});

test("a member of Softwares or Owner is absent when it is an empty text", () => {
  const softwares = [
    "Framework",
    "FrameworkVersion",
    "CUDAVersion",
    "PythonVersion",
    "OsVersion",
    "Applications",
  ];
  const Softwares = Object.fromEntries(softwares.map((name) => [name, ""]));
  const image = decoded({ Softwares, Owner: { AccountName: "", AccountId: "" } });
  expect(image).toEqual(least);
  expect(oddMembers(image)).toEqual([]);
});

test.each([
  [
    "numbers as text",
    { Size: "51200", CreatedCount: "7", Price: "0.5" },
    { sizeMb: 51200, createdCount: 7, price: 0.5 },
  ],
  ["Container as the word True", { Container: "True" }, { container: true }],
  ["Container as the word False", { Container: "False" }, { container: false }],
  ["Container in lower case", { Container: "true" }, { container: true }],
  ["Container as a boolean", { Container: false }, { container: false }],
  ["a time as text", { CreateTime: "1700000000" }, { createdAt: "2023-11-14T22:13:20Z" }],
  ["a time in RFC 3339", { PubTime: "2025-07-22T08:00:00Z" }, { publishedAt: "2025-07-22T08:00:00Z" }],
  [
    "a time in RFC 3339 of another offset, with a part of a second",
    { PubTime: "2025-07-22T16:00:00.987+08:00" },
    { publishedAt: "2025-07-22T08:00:00Z" },
  ],
  ["times that are not set", { CreateTime: 0, PubTime: "0", UpdateTime: "" }, {}],
  ["an account ID that is a number", { Owner: { AccountId: 7 } }, { ownerAccountId: "7" }],
  ["an account ID that is text", { Owner: { AccountId: "7" } }, { ownerAccountId: "7" }],
  ["a version that is a number", { Softwares: { CUDAVersion: 13 } }, { cudaVersion: "13" }],
  ["a Status nobody knows", { Status: "Frozen" }, { status: "Frozen" }],
  ["an ImageType nobody knows", { ImageType: "Agent" }, { imageType: "Agent" }],
  ["members nobody knows", { Sparkle: { a: [1] } }, {}],
  ["AuthInfo 1", { AuthInfo: 1 }, { authInfo: 1, official: true }],
  ["AuthInfo 1 as text", { AuthInfo: "1" }, { authInfo: 1, official: true }],
  ["AuthInfo 2", { AuthInfo: 2 }, { authInfo: 2, certified: true }],
  ["the owner Official", { ImageOwnerAlias: "Official" }, { imageOwnerAlias: "Official", official: true }],
  ["IsOfficial", { IsOfficial: true }, { official: true }],
])("%s is understood", (_, members, image) => {
  expect(decoded(members)).toEqual({ ...least, ...image });
});

test("the ID may be called ImageId, and CompShareImageId counts first", () => {
  expect(decodeImage({ ImageId: "b" }, origin)).toMatchObject({ id: "b" });
  expect(decodeImage({ CompShareImageId: null, ImageId: "b" }, origin)).toMatchObject({ id: "b" });
  expect(decodeImage({ CompShareImageId: "", ImageId: "b" }, origin)).toMatchObject({ id: "b" });
  expect(decodeImage({ CompShareImageId: "a", ImageId: "b" }, origin)).toMatchObject({ id: "a" });
});

test.each([
  ["missing", undefined],
  ["null", null],
  ["an empty text", ""],
  ["a number", 5],
  ["a list", ["compshareImage-1"]],
])("an ID that is %s is an error that names its path", (_, value) => {
  const error = thrownBy(() => decoded({ CompShareImageId: value }));
  expect(error).toMatchObject({ code: "RESPONSE_UNEXPECTED", reason: "SCHEMA", category: "internal" });
  expect(messageOf(error)).toBe(
    "SCHEMA: DescribeCompShareImages: ImageSet[3].CompShareImageId is not of the type that CompShare documents",
  );
});

test("equal texts and lists are right, however they are kept", () => {
  const lists = [["a", "b"], ["a,b"], ["a", "b"], ["a", "b", ""], [], ["a,b", ""]];
  expect(lists.map((SupportedGpuTypes) => decoded({ SupportedGpuTypes }).gpuTypes)).toEqual(lists);
  const authors = ["a publisher of images", "a publisher of image", "a publisher of images"];
  expect(authors.map((Author) => decoded({ Author }).author)).toEqual(authors);
});

test.each([[null], ["row"], [5], [[]], [true]])("%j is no row", (row) => {
  expect(messageOf(thrownBy(() => decodeImage(row, origin)))).toBe(
    "SCHEMA: DescribeCompShareImages: ImageSet[3] must be an object",
  );
});
