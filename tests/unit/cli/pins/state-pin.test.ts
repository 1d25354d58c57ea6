import { expect, test } from "@jest/globals";
import { statePin } from "../../../../cli/pins/state-pin.ts";
import { gateway } from "../../../support/lookup/gateway.ts";
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
  const { lookup } = gateway({ custom: [newer], platform: [newer] });
  const { signal } = new AbortController();
  const standing = await statePin({ urn, resource }, lookup(), signal);
  const refreshed = await newPin().read(resource, resource.inputs, { urn, signal, lookup });
  return {
    findings: standing?.findings.map((finding) =>
      finding.kind === "newer" ? finding.image.id : finding.kind,
    ),
    refreshed: refreshed?.outputs["newerAvailable"],
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
