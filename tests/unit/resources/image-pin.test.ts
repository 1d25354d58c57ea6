import { expect, test } from "@jest/globals";
import { createCatalogue } from "../../../provider/images/catalogue.ts";
import type { LookupContext } from "../../../provider/images/lookup-context.ts";
import { createImagePin } from "../../../provider/resources/image-pin.ts";
import type { Client } from "../../../provider/ucloud/client.ts";

const pin = createImagePin(() => Date.UTC(2026, 10, 25, 4, 22, 58));
const urn = "urn:pulumi:dev::project::compshare:index:ImagePin::base";

const rows = [
  { CompShareImageId: "compshareImage-old", Name: "vLLM v0.9", PubTime: 1_700_000_000 },
  { CompShareImageId: "compshareImage-new", Name: "vLLM v0.10", PubTime: 1_760_000_000 },
].map((row) => ({ ...row, ImageType: "App", Status: "Available", AuthInfo: 1 }));

/** A call whose gateway has these rows, and what was asked and told. */
function callOver(listed: readonly object[] = rows) {
  const asked: unknown[] = [];
  const told: string[] = [];
  const client: Client = {
    call: async (_action, request) => {
      asked.push(request);
      const { id, offset } = request as { id?: string; offset?: number };
      const found = listed.filter(
        (row) => id === undefined || ("CompShareImageId" in row && row.CompShareImageId === id),
      );
      return { TotalCount: found.length, ImageSet: offset === 0 ? found : [] };
    },
  };
  const catalogue = createCatalogue({
    connect: () => Promise.resolve(client),
    now: () => 0,
    timeoutMs: 1000,
    cacheMs: 1000,
  });
  const tell = (text: string): void => void told.push(text);
  const context: LookupContext = {
    catalogue,
    scope: {},
    turn: () => Promise.resolve(),
    warn: tell,
    inform: tell,
  };
  return { asked, told, call: { urn, signal: new AbortController().signal, context: () => context } };
}

const known = (values: Readonly<Record<string, unknown>>) => ({ values, unknown: [] });
const state = {
  id: "compshareImage-old",
  outputs: { name: "vLLM v0.9", source: "platform", publishedAt: "2023-11-14T22:13:20Z" },
};

test.each([
  [
    { imageId: "a", name: "b" },
    "imageId: `imageId` names the image, so there is nothing to ask; leave it or `name` out",
  ],
  [
    { imageId: "a", policy: "follow" },
    "policy: `policy` follow moves to what a query finds, and `imageId` is none; leave one of them out",
  ],
  [
    { name: "a", policy: "withinRange" },
    "policy: `policy` withinRange needs `version`, the range to stay in, such as `^2.4`",
  ],
  [
    { name: "a", policy: "withinRange", version: "^2", orderBy: ["name"] },
    "orderBy: `policy` withinRange takes the highest version; leave `orderBy` out",
  ],
  [{ keepers: { week: 1 } }, "keepers.week: `keepers.week` must be text"],
  [{ keepers: ["a"] }, "keepers: `keepers` must be a map"],
  [{ nmae: "a" }, "nmae: unknown argument `nmae`; did you mean `name`?"],
  [{ id: "a" }, "id: unknown argument `id`; known are `name`"],
  [
    { version: "newest" },
    "version: `version` must be a version range such as `^2.4`, `>=12.4 <13` or `12.x`",
  ],
])("%j is a problem of the property", (values, text) => {
  const [problem] = pin.check(known(values));
  expect(`${problem?.property}: ${problem?.reason}`).toContain(text);
});

test("inputs that are not known yet are not judged, and count as given", () => {
  expect(pin.check({ values: { policy: "withinRange", name: "a" }, unknown: ["version"] })).toEqual([]);
});

test("creating answers every output, and null where CompShare says nothing", async () => {
  const { call } = callOver();
  expect(await pin.create(known({ name: "vLLM v0.9" }), call)).toEqual({
    id: "compshareImage-old",
    outputs: {
      imageId: "compshareImage-old",
      name: "vLLM v0.9",
      source: "platform",
      imageType: "App",
      author: null,
      versionName: null,
      framework: null,
      tags: [],
      publishedAt: "2023-11-14T22:13:20Z",
      region: "cn-wlcb",
      resolvedAt: "2026-11-25T04:22:58Z",
      status: "Available",
      newerAvailable: null,
      warnings: [],
    },
  });
});

test("a pin that holds and is not edited asks nothing", async () => {
  const { asked, call } = callOver();
  const inputs = { nameContains: "vLLM", mostRecent: true };
  expect(await pin.diff(state, inputs, known(inputs), call)).toEqual({ changed: [] });
  expect(asked).toEqual([]);
});

test("the order of members in a map is no change", async () => {
  const { call } = callOver();
  const olds = { name: "a", keepers: { one: "1", two: "2" } };
  expect(await pin.diff(state, olds, known({ keepers: { two: "2", one: "1" }, name: "a" }), call)).toEqual({
    changed: [],
  });
});

test("withinRange goes to 0.10 from 0.9, and not back when 0.10 is withdrawn", async () => {
  const inputs = { nameContains: "vLLM", policy: "withinRange", version: "0.x" };
  const { told, call } = callOver();
  expect(await pin.diff(state, inputs, known(inputs), call)).toEqual({ changed: [], replacedBy: "imageId" });
  expect(told).toEqual([
    'moves from "vLLM v0.9" (compshareImage-old, published 2023-11-14) to "vLLM v0.10" (compshareImage-new, published 2025-10-09)',
  ]);
  const withdrawn = rows.map((row) =>
    row.CompShareImageId === "compshareImage-new" ? { ...row, Status: "Offline" } : row,
  );
  const later = { id: "compshareImage-new", outputs: { name: "vLLM v0.10", source: "platform" } };
  expect(await pin.diff(later, inputs, known(inputs), callOver(withdrawn).call)).toEqual({ changed: [] });
});

test("a refresh of an image that is gone keeps the ID and says so", async () => {
  const { told, call } = callOver([rows[1] ?? {}]);
  const read = await pin.read(state, { nameContains: "vLLM" }, call);
  const text = "CompShare no longer has the image; instances cannot be created from it any more";
  expect(read).toMatchObject({ id: "compshareImage-old", outputs: { status: "Gone", warnings: [text] } });
  expect(told).toEqual([text]);
});

test("what does not exist is not imported", async () => {
  expect(
    await pin.read({ id: "compshareImage-none", outputs: {} }, undefined, callOver().call),
  ).toBeUndefined();
});
