import { expect, test } from "@jest/globals";
import type { Members } from "../../../provider/contract/members.ts";
import type { ResourceState } from "../../../provider/resources/resource.ts";
import { callOver, known, newerState, newPin, rows, state } from "../../support/resources/pin-call.ts";

const none = { inputs: {}, outputs: {} };
const held = { nameContains: "vLLM", mostRecent: true };
const [older = {}] = rows;

/** A state as an update with this version leaves it. */
const whole = (pinned: ResourceState): ResourceState => ({
  ...pinned,
  outputs: { ...pinned.outputs, status: "Available", resolvedAt: "2026-01-01T00:00:00Z", warnings: [] },
});

/**
 * What the engine does with a pin that it replaces for a reason of its own: it has the inputs checked beside the old
 * ones, once more as those of a new resource, and creates that one. `again` are the inputs of the second check.
 */
async function replace(
  pinned: ResourceState,
  before: Members,
  after: Members,
  platform: readonly object[] = rows,
  again: Members = after,
) {
  const pin = newPin();
  const { told, asked, call } = callOver(platform);
  const first = await pin.check(known(after), { inputs: before, outputs: pinned.outputs }, call);
  const second = await pin.check(known(again), none, call);
  const made = await pin.create(known({ ...again, ...second.added }), false, call);
  return { told, asked: asked.length, first: first.added, second: second.added, made };
}

const oldImage = {
  pinned: {
    imageId: "compshareImage-old",
    name: "vLLM v0.9",
    version: "0.9.0",
    publishedAt: "2023-11-14T22:13:20Z",
  },
};
const keeps = 'base: is replaced, and keeps "vLLM v0.9" (compshareImage-old, published 2023-11-14)';

test("a pin that is replaced without being edited keeps its image and all that is known of it, and asks nothing", async () => {
  const pinned = whole(state);
  const result = await replace(pinned, held, held, []);
  expect(result).toMatchObject({ told: [keeps], asked: 0, first: oldImage, second: oldImage });
  expect(result.made).toMatchObject({ id: "compshareImage-old", outputs: pinned.outputs });
});

test("an edit that the image still fits keeps it in a replacement as in an update in place", async () => {
  const result = await replace(whole(state), held, { nameContains: "vLLM v0", mostRecent: true });
  expect(result).toMatchObject({
    told: [keeps],
    second: oldImage,
    made: { id: "compshareImage-old", outputs: { resolvedAt: "2026-01-01T00:00:00Z" } },
  });
});

test("a query that several images match by now keeps its image in a replacement", async () => {
  const { second } = await replace(whole(state), { nameContains: "v0.9" }, { nameContains: "vLLM" });
  expect(second).toEqual(oldImage);
});

test("an edit that moves the pin names both images once, and its replacement has the image that was named", async () => {
  const { told, second, made } = await replace(whole(newerState), held, { name: "vLLM v0.9" });
  expect(told).toEqual([
    'base: moves from "vLLM v0.10" (compshareImage-new, published 2025-10-09) to "vLLM v0.9" (compshareImage-old, published 2023-11-14)',
  ]);
  expect(second).toEqual(oldImage);
  expect(made).toMatchObject({
    id: "compshareImage-old",
    outputs: { resolvedAt: "2026-11-25T04:22:58Z" },
  });
});

test("a change that was ignored until the replacement runs the query anew, and a move names both images", async () => {
  const { told, second } = await replace(whole(state), held, held, rows, { name: "vLLM v0.10" });
  expect(second).toMatchObject({ pinned: { imageId: "compshareImage-new" } });
  expect(told).toEqual([
    'base: moves from "vLLM v0.9" (compshareImage-old, published 2023-11-14) to "vLLM v0.10" (compshareImage-new, published 2025-10-09)',
  ]);
});

test("a pin that is asked for anew runs its query, and names both images if a refresh has seen the old one", async () => {
  const pin = newPin();
  const { told, call } = callOver();
  await pin.read(whole(state), held, call);
  told.length = 0;
  expect(await pin.check(known(held), none, call)).toMatchObject({
    added: { pinned: { imageId: "compshareImage-new" } },
  });
  expect(told).toEqual([
    'base: moves from "vLLM v0.9" (compshareImage-old, published 2023-11-14) to "vLLM v0.10" (compshareImage-new, published 2025-10-09)',
  ]);
});

test("an engine that does not tell outputs has the kept image looked up by its ID", async () => {
  const pin = newPin();
  const { call } = callOver([older]);
  const olds = { ...held, ...oldImage };
  await pin.check(known(held), { inputs: olds, outputs: {} }, call);
  const { added = {} } = await pin.check(known(held), none, call);
  expect(await pin.create(known({ ...held, ...added }), false, call)).toMatchObject({
    id: "compshareImage-old",
    outputs: { source: "platform", status: "Available", resolvedAt: "2026-11-25T04:22:58Z" },
  });
});
