import { expect, test } from "@jest/globals";
import { createFileCatalogue } from "../../../provider/listings/catalogue-over-file.ts";
import { fileImage, fileOf } from "../../support/listings/catalogue-files.ts";
import { known, newPin } from "../../support/resources/pin-call.ts";
import { previewPin } from "../../support/resources/preview-pin.ts";

const urn = "urn:pulumi:dev::project::compshare:index:ImagePin::base";

/** A call that answers from a file of 25 November 2026, and what is told. */
function callFrom(text: string) {
  const told: string[] = [];
  const tell = (line: string): void => void told.push(line);
  const catalogue = createFileCatalogue({
    path: "compshare.catalog.json",
    readFile: () => Promise.resolve(text),
    now: () => Date.UTC(2026, 10, 25),
    maxAgeDays: undefined,
    warn: tell,
  });
  const lookup = {
    catalogue,
    scope: {},
    yieldToEventLoop: () => Promise.resolve(),
    warn: tell,
    inform: tell,
  };
  return { told, call: { urn, signal: new AbortController().signal, lookup: () => lookup } };
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
