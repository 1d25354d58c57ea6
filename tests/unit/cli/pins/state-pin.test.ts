import { expect, test } from "@jest/globals";
import { statePin } from "../../../../cli/pins/state-pin.ts";
import type { Image } from "../../../../provider/contract/image.ts";
import type { Lookup } from "../../../../provider/lookup/lookup.ts";
import { fileImage, fileOf } from "../../../support/listings/catalogue-files.ts";
import { fileLookup } from "../../../support/lookup/file-lookup.ts";
import { type Answers, gateway } from "../../../support/lookup/gateway.ts";
import { forbidden } from "../../../support/lookup/refusals.ts";
import { newPin } from "../../../support/resources/pin-call.ts";

const urn = "urn:pulumi:dev::infra::compshare:index:ImagePin::base";
const inputs = { nameContains: "mine", source: "custom" };
const ranged = { ...inputs, policy: "withinRange", version: ">=1-0" };
const newer = {
  CompShareImageId: "compshareImage-new",
  Name: "mine v2",
  ImageType: "Custom",
  Status: "Available",
  CreateTime: 1_760_000_000,
};

/** A pin of an own image that is gone; own images are never published. */
function pinOf(
  outputs: Readonly<Record<string, unknown>>,
  query: Readonly<Record<string, unknown>> = inputs,
) {
  const own = { imageId: "compshareImage-old", name: "mine v1", source: "custom", region: "cn-wlcb" };
  return { id: "compshareImage-old", inputs: query, outputs: { ...own, publishedAt: null, ...outputs } };
}

/** What `outdated` finds of a pin, and what a refresh says is newer. */
async function told(resource: ReturnType<typeof pinOf>) {
  const { findings, refreshed } = await both(
    resource,
    gateway({ custom: [newer], platform: [newer] }).lookup,
  );
  return { findings, refreshed: refreshed?.["newerAvailable"] };
}

/** What `outdated` finds of a pin, and the outputs that a refresh writes. */
async function both(resource: ReturnType<typeof pinOf>, lookup: () => Lookup) {
  const { signal } = new AbortController();
  const standing = await statePin({ urn, resource }, lookup(), signal);
  const refreshed = await newPin().read(resource, resource.inputs, { urn, signal, lookup });
  return {
    findings: standing?.findings.map((finding) =>
      finding.kind === "newer" ? finding.image.id : finding.kind,
    ),
    refreshed: refreshed?.outputs,
  };
}

test("what is newer than an image that is gone, a refresh and outdated read of the same facts", async () => {
  expect(await told(pinOf({ createdAt: "2023-11-14T22:13:20Z", price: null }))).toEqual({
    findings: ["gone", "compshareImage-new"],
    refreshed: { id: "compshareImage-new", name: "mine v2", version: "2.0.0", publishedAt: undefined },
  });
  expect(await told(pinOf({ createdAt: "2026-11-14T22:13:20Z", price: null }))).toEqual({
    findings: ["gone"],
    refreshed: null,
  });
});

test.each([
  ["was not kept by an earlier plugin", {}],
  ["is a secret", { createdAt: { "4dabf18193072939515e22adb298388d": "1b47061264138c4ac30d75fd1eb44270" } }],
  ["is not known yet", { createdAt: "04da6b54-80e4-46f7-96ec-b56ff0331ba9" }],
])("a time that %s makes no image newer", async (_, outputs) => {
  expect(await told(pinOf(outputs))).toEqual({ findings: ["gone"], refreshed: null });
});

test("what the name of an image says more of its version than an earlier plugin kept counts for both", async () => {
  const kept = { name: "mine v2.0.0-rc1", version: "2.0.0", createdAt: null, price: null };
  expect(await told(pinOf(kept, ranged))).toMatchObject({
    findings: ["gone", "compshareImage-new"],
    refreshed: { id: "compshareImage-new" },
  });
  expect(await told(pinOf({ ...kept, name: "mine v2" }, ranged))).toMatchObject({
    findings: ["gone"],
    refreshed: null,
  });
});

test("a pin that a program only reads by its ID has no query that finds a newer image", async () => {
  const facts = { createdAt: "2023-11-14T22:13:20Z", price: null };
  expect(await told(pinOf(facts, {}))).toEqual({ findings: ["gone"], refreshed: null });
});

const kept = { status: "Available", createdAt: "2023-11-14T22:13:20Z", price: null };

/** A lookup over a file of 25 November 2026 with these images of an account. */
function inFile(custom: readonly Image[], published: readonly Image[] = []): () => Lookup {
  const listings = [
    { source: "custom", region: "cn-wlcb", images: custom },
    { source: "published", region: "cn-wlcb", images: published },
  ] as const;
  return fileLookup(fileOf([], { takenAt: "2026-11-25", listings })).lookup;
}

const withdrawn = fileImage("mine v1", 1, { id: "compshareImage-old", status: "Offline" });
const later = fileImage("mine v2", 2, { id: "compshareImage-new" });

test("a file that was taken after a pin tells both of them what became of its image, and what is newer", async () => {
  const pin = pinOf({ ...kept, publishedAt: "2026-01-01T00:00:00Z", resolvedAt: "2026-11-24T08:00:00Z" });
  expect(await both(pin, inFile([withdrawn, later]))).toMatchObject({
    findings: ["withdrawn", "compshareImage-new"],
    refreshed: { status: "Offline", newerAvailable: { id: "compshareImage-new" } },
  });
});

test.each([
  ["before a pin", { resolvedAt: "2026-11-26T08:00:00Z" }],
  ["on the day of a pin", { resolvedAt: "2026-11-25T08:00:00Z" }],
  ["nobody knows whether after a pin", {}],
  ["nobody can read whether after a pin", { resolvedAt: "yesterday" }],
])("a file that was taken %s is no news to either of them", async (_, outputs) => {
  const pin = pinOf({ ...kept, publishedAt: "2026-01-01T00:00:00Z", ...outputs });
  expect(await both(pin, inFile([withdrawn, later]))).toMatchObject({
    findings: [],
    refreshed: { status: "Available", newerAvailable: null },
  });
});

test("a file from before a pin that lacks its image or its catalogue is no news to either of them", async () => {
  const known = { id: "compshareImage-new", name: "mine v2", version: "2.0.0", publishedAt: null };
  const pin = pinOf({
    ...kept,
    status: "Offline",
    newerAvailable: known,
    resolvedAt: "2026-11-26T08:00:00Z",
  });
  const other = fileLookup(fileOf([later], { takenAt: "2026-11-25" })).lookup;
  for (const lookup of [inFile([]), other])
    expect(await both(pin, lookup)).toMatchObject({
      findings: ["withdrawn", "compshareImage-new"],
      refreshed: { status: "Offline", newerAvailable: known },
    });
});

test("an image that no catalogue of a later file has is gone for both of them", async () => {
  const pin = pinOf({ ...kept, publishedAt: "2026-01-01T00:00:00Z", resolvedAt: "2026-11-24T08:00:00Z" });
  expect(await both(pin, inFile([later]))).toMatchObject({
    findings: ["gone", "compshareImage-new"],
    refreshed: { status: "Gone", newerAvailable: { id: "compshareImage-new" } },
  });
  expect(await both(pin, inFile([], [{ ...withdrawn, status: "Available" }]))).toMatchObject({
    findings: [],
    refreshed: { status: "Available", source: "published" },
  });
});

test("an image that is listed again is not gone, although its state cannot be read", async () => {
  const row = { ...newer, CompShareImageId: "compshareImage-old", Status: 7 };
  const { lookup } = gateway({ custom: [row] });
  const { findings, refreshed } = await both(pinOf({ ...kept, status: "Gone" }), lookup);
  expect(findings).toEqual([]);
  expect(refreshed?.["status"]).not.toBe("Gone");
});

test("what a refresh has found of an image stays known where a file is no news", async () => {
  const pin = pinOf({ ...kept, status: "Gone", resolvedAt: "2026-11-26T08:00:00Z" });
  const listed = { ...withdrawn, status: "Available" };
  expect(await both(pin, inFile([listed]))).toMatchObject({
    findings: ["gone"],
    refreshed: { status: "Gone" },
  });
});

test("a state that cannot be read leaves the one that was known, for both of them", async () => {
  const row = { ...newer, CompShareImageId: "compshareImage-old", Status: 7 };
  const { lookup } = gateway({ custom: [row] });
  expect(await both(pinOf({ ...kept, status: "Offline" }), lookup)).toMatchObject({
    findings: ["withdrawn"],
    refreshed: { status: "Offline" },
  });
});

test("an image that another catalogue of a file has is found there by both of them", async () => {
  const pin = pinOf({ ...kept, resolvedAt: "2026-11-24T08:00:00Z" });
  const moved = { ...withdrawn, status: "Available" };
  expect(await both(pin, inFile([], [moved]))).toMatchObject({
    findings: [],
    refreshed: { status: "Available", source: "published" },
  });
});

test("an image that its catalogue no longer has is not gone while another one is closed to the keys", async () => {
  const closed: Answers = { custom: [newer], community: forbidden };
  expect(await both(pinOf(kept), gateway(closed).lookup)).toMatchObject({
    findings: ["missing", "compshareImage-new"],
    refreshed: {
      status: "Available",
      newerAvailable: { id: "compshareImage-new" },
      warnings: [
        "the image is no longer among the custom images, and these keys cannot read every other catalogue, where it may be now; its status stays as it was",
      ],
    },
  });
});

test("a region that is not known yet is not one to ask", async () => {
  const { lookup, asked } = gateway({ custom: [newer] });
  const pin = pinOf({ ...kept, region: "04da6b54-80e4-46f7-96ec-b56ff0331ba9" });
  await statePin({ urn, resource: pin }, lookup(), new AbortController().signal);
  expect(new Set(asked.map(({ region }) => region))).toEqual(new Set(["cn-wlcb"]));
});
