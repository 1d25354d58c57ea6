import type { Members } from "../../../provider/contract/members.ts";
import type { Lookup } from "../../../provider/lookup/lookup.ts";
import { createImagePin } from "../../../provider/resources/image-pin.ts";
import { gateway } from "../lookup/gateway.ts";

/** A pin whose clock stands still. A pin remembers what its checks have chosen, so a test that checks takes one of its own. */
export const newPin = () => createImagePin(() => Date.UTC(2026, 10, 25, 4, 22, 58));

const urn = "urn:pulumi:dev::project::compshare:index:ImagePin::base";

/** Two versions of one image; as numbers the second is the higher one, as text the lower. */
export const rows = [
  { CompShareImageId: "compshareImage-old", Name: "vLLM v0.9", PubTime: 1_700_000_000 },
  { CompShareImageId: "compshareImage-new", Name: "vLLM v0.10", PubTime: 1_760_000_000 },
].map((row) => ({ ...row, ImageType: "App", Status: "Available", AuthInfo: 1 }));

/** A call whose gateway has these rows, and what was asked and told. */
export function callOver(platform: readonly object[] = rows, scope: Lookup["scope"] = {}, cacheMs = 1000) {
  const { lookup, asked, told } = gateway({ platform }, scope, cacheMs);
  return { asked, told, call: { urn, signal: new AbortController().signal, lookup } };
}

/** Inputs that are all known. */
export const known = (values: Members) => ({ values, unknown: [] });

/** The pin of the older of the two. */
export const state = {
  id: "compshareImage-old",
  outputs: {
    imageId: "compshareImage-old",
    name: "vLLM v0.9",
    source: "platform",
    region: "cn-wlcb",
    version: "0.9.0",
    publishedAt: "2023-11-14T22:13:20Z",
  },
};

/** The pin of the newer one. */
export const newerState = {
  id: "compshareImage-new",
  outputs: {
    imageId: "compshareImage-new",
    name: "vLLM v0.10",
    source: "platform",
    region: "cn-wlcb",
    version: "0.10.0",
    publishedAt: "2025-10-09T08:53:20Z",
  },
};
