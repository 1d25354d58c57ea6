import * as z from "zod/mini";
import { field, fieldFacts } from "./field.ts";
import { type imageSources, sourceChoices } from "./image-sources.ts";
import { isAbsent, isRow, type WireRow } from "./wire-row.ts";
import { wireBoolean, wireInteger, wireNumber, wireText, wireTime } from "./wire-values.ts";

/** Image types that CompShare is known to use; any other value is passed through. */
export const imageType = field(z.enum(["System", "App", "Game", "Other"]), {
  id: "ImageType",
  description: "Image type. CompShare may add values; every one is accepted as plain text.",
});

/** States of an image that CompShare is known to use. */
export const imageStatus = field(z.enum(["Available", "Making", "Reviewing", "Offline", "UnAvailable"]), {
  id: "ImageStatus",
  description: "State of an image. From one that is not `Available`, instances may fail to start.",
});

/** Where to look: one catalogue, or `any` for all of them. */
export const imageSource = field(z.enum(sourceChoices), {
  id: "ImageSource",
  description: "Catalogue of images; `any` is all of them.",
});

/** A catalogue of CompShare. */
export type ImageSource = (typeof imageSources)[number];

const softwarePort = z.object({
  software: field(z.optional(z.string()), { description: "Name of the software." }),
  port: field(z.optional(wireInteger), { description: "TCP port that it listens on." }),
});
fieldFacts.add(softwarePort, {
  id: "SoftwarePort",
  description: "A port that software of the image listens on.",
});

/** Whether AuthInfo holds this number; of another type it is unknown, and an unknown standing is none. */
const hasStanding = (row: WireRow, standing: number): boolean =>
  row["AuthInfo"] === standing || row["AuthInfo"] === String(standing);

const present = (value: unknown): unknown => (isAbsent(value) ? undefined : value);

/** Entries of a list of objects, each one rewritten; anything else is left to be refused by the field's type. */
const rewriteEach = (list: unknown, rewrite: (entry: WireRow) => unknown): unknown =>
  Array.isArray(list) ? list.map((entry: unknown) => (isRow(entry) ? rewrite(entry) : entry)) : list;

/** The zones that a list of objects names; a list that names none says nothing. */
const namedZones = (list: unknown): unknown => {
  const zones = rewriteEach(list, (entry) => entry["Zone"]);
  if (!Array.isArray(zones)) return zones;
  const named = zones.filter((zone) => zone === undefined || !isAbsent(zone));
  return named.length === 0 ? undefined : named;
};

/** An image, one line a field: our name, its type, its wire name, its text. */
export const image = z.object({
  id: field(z.string().check(z.minLength(1)), {
    wire: ["CompShareImageId", "ImageId"],
    description:
      "Image ID, for example `compshareImage-1minbz219ceq`. This is what an instance is created from.",
  }),
  name: field(z._default(z.string(), ""), {
    wire: "Name",
    description: "Name, as the publisher wrote it. Not unique. Empty when CompShare sends none.",
  }),
  source: field(z.string(), {
    description:
      "Catalogue that the image was found in: `platform`, `custom`, `shared`, `published` or `community`.",
  }),
  imageType: field(z.optional(z.string()), {
    wire: "ImageType",
    description: "Image type: `System`, `App`, `Game`, `Other` or a newer value.",
  }),
  status: field(z.optional(z.string()), {
    wire: "Status",
    description: "State: `Available`, `Making`, `Reviewing`, `Offline`, `UnAvailable` or a newer value.",
  }),
  author: field(z.optional(z.string()), { wire: "Author", description: "Nickname of the publisher." }),
  description: field(z.optional(z.string()), {
    wire: "Description",
    description: "The publisher's description.",
  }),
  tags: field(z._default(z.array(z.string()), []), {
    wire: "Tags",
    description:
      "Tags as stored. One entry may hold two spellings joined by a comma, such as `pytorch，Pytorch`; filters match each half. Empty when there are none.",
  }),
  official: field(z.boolean(), {
    derive: (row) =>
      hasStanding(row, 1) || row["ImageOwnerAlias"] === "Official" || row["IsOfficial"] === true,
    description: "Whether CompShare itself publishes the image.",
  }),
  certified: field(z.boolean(), {
    derive: (row) => hasStanding(row, 2),
    description: "Whether the publisher is certified by CompShare.",
  }),
  authInfo: field(z.optional(wireInteger), {
    wire: "AuthInfo",
    description: "Publisher's standing as a number: 0 ordinary, 1 official, 2 certified.",
  }),
  imageOwnerAlias: field(z.optional(z.string()), {
    wire: "ImageOwnerAlias",
    description: "Owner's kind: `Official` or `Community`.",
  }),
  container: field(z.optional(wireBoolean), {
    wire: "Container",
    description: "Whether the image runs in a container instance; `false` is for virtual machines.",
  }),
  sizeMb: field(z.optional(wireInteger), { wire: "Size", description: "Size in MB: 51200 is 50 GB." }),
  price: field(z.optional(wireNumber), {
    wire: "Price",
    description: "Price of the image itself in yuan per hour; 0 is free.",
  }),
  imageCharge: field(z.optional(wireBoolean), {
    wire: "ImageCharge",
    description: "Whether the image is charged for.",
  }),
  visibility: field(z.optional(wireInteger), { wire: "Visibility", description: "0 private, 1 public." }),
  framework: field(z.optional(z.string()), {
    wire: "Softwares.Framework",
    description: "Framework in the image, for example `PyTorch`.",
  }),
  frameworkVersion: field(z.optional(wireText), {
    wire: "Softwares.FrameworkVersion",
    description: "Version of the framework, for example `2.9.1`.",
  }),
  cudaVersion: field(z.optional(wireText), {
    wire: "Softwares.CUDAVersion",
    description: "CUDA version, for example `12.8`.",
  }),
  pythonVersion: field(z.optional(wireText), {
    wire: "Softwares.PythonVersion",
    description: "Python version, for example `3.12`.",
  }),
  osVersion: field(z.optional(wireText), {
    wire: "Softwares.OsVersion",
    description: "Operating system, for example `Ubuntu 22.04`.",
  }),
  applications: field(z.optional(z.array(z.string())), {
    wire: "Softwares.Applications",
    description: "Applications in the image.",
  }),
  frameworkVersionIndex: field(z.optional(wireInteger), {
    wire: "Softwares.FrameworkVersionIndex",
    description: "CompShare's own sort key for the framework version; 0 where it is not kept.",
  }),
  softwarePorts: field(z.optional(z.array(softwarePort)), {
    wire: "SoftwarePorts",
    derive: (row) =>
      rewriteEach(row["SoftwarePorts"], (entry) => ({
        software: present(entry["Software"]),
        port: present(entry["Port"]),
      })),
    description: "Ports that the image's software listens on.",
  }),
  gpuTypes: field(z.optional(z.array(z.string())), {
    wire: "SupportedGpuTypes",
    description: "GPU types that the image supports, for example `4090`.",
  }),
  sourceGpuType: field(z.optional(z.string()), {
    wire: "SourceGpuType",
    description: "GPU type that the image was made on.",
  }),
  supportedZones: field(z.optional(z.array(z.string())), {
    wire: "ImageSupportZone",
    derive: (row) => namedZones(row["ImageSupportZone"]),
    description:
      "Zones that the image can be used in, for example `cn-wlcb-01`. CompShare sends it for some images only.",
  }),
  zone: field(z.optional(z.string()), {
    wire: "Zone",
    description: "Zone that CompShare names for the image.",
  }),
  groupId: field(z.optional(wireText), {
    wire: "GroupId",
    description: "Group that holds all versions of one published image.",
  }),
  groupName: field(z.optional(z.string()), {
    wire: "ImageName",
    description: "Name of that group. A query by name tries it only where no image has the name itself.",
  }),
  versionName: field(z.optional(wireText), {
    wire: "VersionName",
    description: "The publisher's version name.",
  }),
  versionDescription: field(z.optional(z.string()), {
    wire: "VersionDesc",
    description: "The publisher's text about this version.",
  }),
  ownerAccountName: field(z.optional(z.string()), {
    wire: "Owner.AccountName",
    description: "Account that owns it.",
  }),
  ownerAccountId: field(z.optional(wireText), {
    wire: "Owner.AccountId",
    description: "ID of the account that owns it, as text.",
  }),
  autoStart: field(z.optional(wireBoolean), {
    wire: "AutoStart",
    description: "Whether the image starts its application by itself.",
  }),
  readme: field(z.optional(z.string()), {
    wire: "Readme",
    description: "The publisher's manual in Markdown. CompShare sends it only when you ask by `id`.",
  }),
  cover: field(z.optional(z.string()), { wire: "Cover", description: "URL of the cover picture." }),
  qrCodeUrl: field(z.optional(z.string()), {
    wire: "QrCodeUrl",
    description: "URL of the publisher's QR code.",
  }),
  failedReason: field(z.optional(z.string()), {
    wire: "FailedReason",
    description: "Why making the image failed.",
  }),
  createdCount: field(z.optional(wireInteger), {
    wire: "CreatedCount",
    volatile: true,
    description:
      "Number of instances created from it. It changes between calls: keep it out of stack outputs.",
  }),
  favoritesCount: field(z.optional(wireInteger), {
    wire: "FavoritesCount",
    volatile: true,
    description: "Number of users who marked it. It changes between calls: keep it out of stack outputs.",
  }),
  imageUseTime: field(z.optional(wireNumber), {
    wire: "ImageUseTime",
    volatile: true,
    description: "How long it has been in use, as CompShare counts it. It changes between calls.",
  }),
  createdAt: field(z.optional(wireTime), {
    wire: "CreateTime",
    zeroIsAbsent: true,
    description: "Time of creation, RFC 3339 in UTC, for example `2026-07-22T08:00:00Z`.",
  }),
  publishedAt: field(z.optional(wireTime), {
    wire: "PubTime",
    zeroIsAbsent: true,
    description: "Time of publication, RFC 3339 in UTC.",
  }),
  updatedAt: field(z.optional(wireTime), {
    wire: "UpdateTime",
    zeroIsAbsent: true,
    description: "Time of the last change, RFC 3339 in UTC.",
  }),
});
fieldFacts.add(image, {
  id: "Image",
  description: "An image of CompShare. Members that CompShare does not send are absent.",
});

/** An image as the functions return it. */
export type Image = z.infer<typeof image>;

export type ImageMember = keyof Image;

const isMember = (name: string): name is ImageMember => Object.hasOwn(image.shape, name);

/** The fields of an image in their order. */
export const imageMembers: readonly ImageMember[] = Object.keys(image.shape).filter(isMember);

/** Members that change from call to call, so that neither a comparison nor a file has them. */
export const volatileMembers: ReadonlySet<string> = new Set(
  imageMembers.filter((name) => fieldFacts.get(image.shape[name])?.volatile === true),
);
