import { expect, test } from "@jest/globals";
import type { Members } from "../../../provider/contract/members.ts";
import { callOver, known, newPin } from "../../support/resources/pin-call.ts";
import { previewPin } from "../../support/resources/preview-pin.ts";

const id = "compshareImage-zoned";
const row = {
  CompShareImageId: id,
  Name: "zoned",
  ImageType: "App",
  Status: "Available",
  AuthInfo: 1,
  ImageSupportZone: [{ Zone: "cn-wlcb-01" }],
};
const notListed =
  "the image does not list the zone cn-wlcb-02, only cn-wlcb-01; instances may fail to start there";

/** The pin of the image, with what its state knew to warn of. */
const pinned = (...warnings: string[]) => ({
  id,
  outputs: {
    imageId: id,
    name: "zoned",
    source: "platform",
    region: "cn-wlcb",
    status: "Available",
    warnings,
  },
});

/** What an edit in place tells, and what the state has after it. */
async function edit(before: Members, after: Members, rows: readonly object[] = [row], ...had: string[]) {
  const { told, asked, call } = callOver(rows);
  const pin = newPin();
  const state = pinned(...had);
  const { replacing } = await previewPin(pin, state, before, known(after), call);
  const { warnings, status } = await pin.update(state, before, known(after), call);
  return { told, replacing, warnings, status, asked: asked.length };
}

test.each<[string, Members]>([
  ["a query", { name: "zoned" }],
  ["an ID", { imageId: id }],
])(
  "an edited zone of %s warns of an image that does not list it, and takes the warning back",
  async (_, query) => {
    const [here, there] = [
      { ...query, zone: "cn-wlcb-01" },
      { ...query, zone: "cn-wlcb-02" },
    ];
    expect(await edit(here, there)).toMatchObject({
      replacing: [],
      told: [`base: ${notListed}`],
      warnings: [notListed],
    });
    expect(await edit(there, here, [row], notListed)).toMatchObject({ told: [], warnings: [] });
  },
);

test("an edited query, and keepers that find the same image, tell what is true of it now", async () => {
  const now = [{ ...row, Status: "Offline", Price: 2.5 }];
  const statuses = ["Available", "Offline"];
  const texts = [
    "the image's status is Offline; instances may fail to start from it",
    "the image costs 2.5 yuan per hour on top of the instance",
  ];
  for (const after of [
    { nameContains: "zon", statuses },
    { name: "zoned", statuses, keepers: { week: "2" } },
  ])
    expect(await edit({ name: "zoned", statuses }, after, now, notListed)).toEqual({
      replacing: [],
      told: texts.map((text) => `base: ${text}`),
      warnings: texts,
      status: "Offline",
      asked: expect.any(Number),
    });
});

test("a status that cannot be read stays the last known one, with a warning", async () => {
  const odd = [{ ...row, Status: [] }];
  expect(await edit({ name: "zoned" }, { nameContains: "zon" }, odd)).toMatchObject({
    replacing: [],
    status: "Available",
    told: [expect.stringContaining("`status`")],
    warnings: [expect.stringContaining("`status`")],
  });
});

test("an edit that asks nothing leaves the warnings as they are", async () => {
  for (const [before, after] of [
    [
      { name: "zoned", policy: "follow" },
      { name: "zoned", policy: "hold" },
    ],
    [{ name: "zoned" }, { imageId: id }],
    [{ imageId: id }, { imageId: id, keepers: { week: "2" } }],
  ] as const)
    expect(await edit(before, after, [row], notListed)).toEqual({
      replacing: [],
      told: [],
      warnings: [notListed],
      status: "Available",
      asked: 0,
    });
});

test("an image that is imported is told with its warnings, and what follows in the command repeats none of them", async () => {
  const { told, call } = callOver([{ ...row, Price: 2.5 }]);
  const pin = newPin();
  const read = await pin.read({ id, outputs: {} }, undefined, call);
  const price = "the image costs 2.5 yuan per hour on top of the instance";
  const first = ['base: pins "zoned" (compshareImage-zoned)', `base: ${price}`];
  expect(told).toEqual(first);
  expect(read).toMatchObject({ inputs: { imageId: id }, outputs: { warnings: [price] } });
  const { inputs = {}, outputs = {} } = read ?? {};
  const query = { name: "zoned", zone: "cn-wlcb-02" };
  await previewPin(pin, { id, outputs }, inputs, known(query), call);
  expect(told).toEqual([...first, `base: ${notListed}`]);
  expect(await pin.update({ id, outputs }, inputs, known(query), call)).toMatchObject({
    warnings: [price, notListed],
  });
});
