import { beforeEach, expect, test } from "@jest/globals";
import { type Answers, gateway } from "../../support/lookup/gateway.ts";
import { forbidden, unreachable } from "../../support/lookup/refusals.ts";
import { known, newPin } from "../../support/resources/pin-call.ts";
import { previewPin } from "../../support/resources/preview-pin.ts";
import { shown } from "../../support/shown-problems.ts";
import { rejectionOf } from "../../support/thrown.ts";

let pin: ReturnType<typeof newPin>;

beforeEach(() => {
  pin = newPin();
});

const id = "compshareImage-mine";
const mine = { CompShareImageId: id, Name: "mine", ImageType: "App", Status: "Available", Author: "Ann" };

/** A pin that was found in one of the catalogues. */
const pinnedIn = (source: string) => ({
  id,
  outputs: { imageId: id, name: "mine", source, region: "cn-wlcb", status: "Available" },
});

function callOver(answers: Answers) {
  const { lookup, asked, told } = gateway(answers);
  const urn = "urn:pulumi:dev::project::compshare:index:ImagePin::base";
  return { asked, told, call: { urn, signal: new AbortController().signal, lookup } };
}

test("a pin that is found in its catalogue is looked for there alone, whatever its query means", async () => {
  const { asked, call } = callOver({ community: [mine] });
  const read = await pin.read(pinnedIn("community"), { imageId: id }, call);
  expect(asked).toMatchObject([{ action: "DescribeCommunityImages", id, region: "cn-wlcb" }]);
  expect(read).toMatchObject({ outputs: { status: "Available", source: "community" } });
});

test.each<[string, object, string, string]>([
  ["an ID", { imageId: id }, "shared", "community"],
  ["an ID and a catalogue", { imageId: id, source: "custom" }, "custom", "published"],
  ["a query of every catalogue", { name: "mine", source: "any" }, "shared", "community"],
  ["a query of the one that it was in", { name: "mine", source: "custom" }, "custom", "published"],
])("an image that is now in another catalogue is not gone for a pin of %s", async (_, inputs, from, to) => {
  const { told, call } = callOver({ [to]: [mine] });
  const read = await pin.read(pinnedIn(from), { ...inputs }, call);
  expect(read).toMatchObject({ id, outputs: { status: "Available", source: to } });
  expect(told.join()).not.toContain("no longer has the image");
});

test("an image is gone only when no catalogue has it", async () => {
  const { asked, call } = callOver({});
  const read = await pin.read(pinnedIn("custom"), { name: "mine", source: "custom" }, call);
  expect(read).toMatchObject({ id, outputs: { status: "Gone", source: "custom" } });
  expect(new Set(asked.map(({ action }) => action))).toEqual(
    new Set([
      "DescribeCompShareImages",
      "DescribeCompShareCustomImages",
      "DescribeCompShareSharingImages",
      "DescribeSelfCommunityImages",
      "DescribeCommunityImages",
    ]),
  );
});

test("a catalogue that the keys may not read fails a refresh only where the pin means it, and makes no image gone", async () => {
  const answers = { custom: forbidden };
  const { told, call } = callOver(answers);
  const read = await pin.read(pinnedIn("platform"), { name: "mine" }, call);
  const text =
    "the image is no longer among the platform images, and these keys cannot read every other catalogue, where it may be now; its status stays as it was";
  expect(read).toMatchObject({ id, outputs: { status: "Available", source: "platform", warnings: [text] } });
  expect(told).toEqual([`base: ${text}`]);
  const byId = pin.read(pinnedIn("platform"), { imageId: id }, callOver(answers).call);
  expect(await rejectionOf(byId)).toBe(forbidden);
});

test.each([{ name: "mine" }, { imageId: id }])(
  "an image of %j that is now in an open catalogue is found there, although another one is closed or fails",
  async (inputs) => {
    for (const custom of [forbidden, unreachable]) {
      const { told, call } = callOver({ custom, published: [mine] });
      expect(await pin.read(pinnedIn("platform"), inputs, call)).toMatchObject({
        id,
        outputs: { status: "Available", source: "published" },
      });
      expect(told.join()).not.toContain("no longer");
    }
  },
);

test("a catalogue that failed says nothing of the image, whatever other one is closed: the refresh fails", async () => {
  const { call } = callOver({ custom: forbidden, published: unreachable });
  expect(await rejectionOf(pin.read(pinnedIn("platform"), { name: "mine" }, call))).toBe(unreachable);
});

test("an edit of the catalogue to the one in which the image is now is an update in place that knows it", async () => {
  const state = pinnedIn("custom");
  const olds = { name: "mine", source: "custom" };
  for (const news of [
    { name: "mine", source: "published" },
    { name: "mine", source: "any" },
  ]) {
    const { call } = callOver({ published: [mine] });
    expect(await previewPin(pin, state, olds, known(news), call)).toMatchObject({ replacing: [] });
    expect(await pin.update(state, olds, known(news), call)).toMatchObject({
      imageId: id,
      source: "published",
    });
  }
});

test("a catalogue that is written beside the ID is asked, and the image has to be there", async () => {
  const state = pinnedIn("custom");
  const olds = { imageId: id };
  const news = { imageId: id, source: "published" };
  const { call } = callOver({ published: [mine] });
  expect(await previewPin(pin, state, olds, known(news), call)).toEqual({
    changed: ["source"],
    replacing: [],
  });
  expect(await pin.update(state, olds, known(news), call)).toMatchObject({ source: "published" });
  const there = callOver({ custom: [mine] });
  expect(
    shown(await pin.check(known(news), { inputs: olds, outputs: state.outputs }, there.call)).problems,
  ).toEqual([
    {
      property: "imageId",
      reason:
        'no CompShare image has the ID "compshareImage-mine" of `imageId` (region cn-wlcb, source published).',
    },
  ]);
});

test("a pin of an ID and a catalogue that the image has left asks nothing until it is edited", async () => {
  const inputs = { imageId: id, source: "custom" };
  const { asked, call } = callOver({ published: [mine] });
  expect(await previewPin(pin, pinnedIn("published"), inputs, known(inputs), call)).toEqual({
    changed: [],
    replacing: [],
  });
  expect(asked).toEqual([]);
});
