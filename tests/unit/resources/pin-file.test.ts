import { expect, test } from "@jest/globals";
import type { Image } from "../../../provider/contract/image.ts";
import { fileImage, fileOf } from "../../support/listings/catalogue-files.ts";
import { fileLookup } from "../../support/lookup/file-lookup.ts";
import { known, newPin } from "../../support/resources/pin-call.ts";
import { previewPin } from "../../support/resources/preview-pin.ts";

const urn = "urn:pulumi:dev::project::compshare:index:ImagePin::base";

/** A call that answers from a file, and what is told. */
function callFrom(text: string) {
  const { told, lookup } = fileLookup(text);
  return { told, call: { urn, signal: new AbortController().signal, lookup } };
}

test("an edited query keeps a pin whose catalogue is not in the file", async () => {
  const image = fileImage("vLLM v0.10", 2, { source: "community" });
  const state = {
    id: image.id,
    outputs: { imageId: image.id, name: image.name, source: "community", region: "cn-wlcb" },
  };
  const before = { source: "community", name: "vLLM v0.10" };
  const { told, call } = callFrom(fileOf([image], { takenAt: "2026-11-25" }));
  const edited = { source: "community", name: "vLLM v0.10", author: "Ann" };
  expect((await previewPin(newPin(), state, before, known(edited), call)).replacing).toEqual([]);
  expect(told).toEqual([
    'base: the catalogue file of 2026-11-25 does not have the pinned image, so it cannot say whether the query still fits; stays with "vLLM v0.10" (compshareImage-vLLMv010)',
  ]);
});

test("an image that a later file has in another catalogue is not gone, and what the file lacks is nothing to warn of", async () => {
  const image = fileImage("mine", 2);
  const state = {
    id: image.id,
    outputs: {
      imageId: image.id,
      name: image.name,
      source: "custom",
      region: "cn-wlcb",
      resolvedAt: "2026-11-24T08:00:00Z",
    },
  };
  const read = async (published: readonly Image[]) => {
    const listings = [
      { source: "custom", region: "cn-wlcb", images: [] },
      { source: "published", region: "cn-wlcb", images: published },
    ] as const;
    const { told, call } = callFrom(fileOf([], { takenAt: "2026-11-25", listings }));
    const { outputs } = (await newPin().read(state, { name: "mine", source: "custom" }, call)) ?? {};
    return { told, source: outputs?.["source"], status: outputs?.["status"] };
  };
  expect(await read([image])).toEqual({ told: [], source: "published", status: "Available" });
  expect(await read([])).toEqual({
    told: ["base: CompShare no longer has the image; instances cannot be created from it any more"],
    source: "custom",
    status: "Gone",
  });
});
