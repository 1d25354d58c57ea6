import { expect, test } from "@jest/globals";
import type { Image } from "../../../provider/contract/image.ts";
import type { Filters, OrderKey } from "../../../provider/contract/query.ts";
import { selectImage, selectImageIfAny } from "../../../provider/lookup/select-images.ts";
import { makeImage } from "../../support/listings/make-image.ts";
import { free, letters, scope, shelf, wanted } from "../../support/lookup/shelf.ts";

interface How {
  readonly images?: readonly Image[];
  readonly mostRecent?: boolean;
  readonly orderBy?: readonly OrderKey[];
}

function select(filters: Partial<Filters>, { images = shelf, mostRecent = false, orderBy }: How = {}) {
  return selectImage({ ...free, images, filters: wanted(filters), scope, mostRecent, orderBy });
}

test("the only match is the answer, with what led to it", () => {
  const { image, selection } = select({ name: "cuda128_torch291_py312" });
  expect(image).toBe(shelf[0]);
  expect(selection).toEqual({
    rule: "the only match",
    rowsScanned: 8,
    rowsMatched: 1,
    appliedFilters: {
      name: "cuda128_torch291_py312",
      statuses: "Available",
      region: "cn-wlcb",
      source: "platform",
    },
    runnersUp: [],
    warnings: [],
  });
});

test.each<[string, Partial<Filters>, How, string, string, string]>([
  ["mostRecent", { name: "SGLang" }, { mostRecent: true }, "d", "most recent of 2", "c"],
  ["orderBy", { name: "SGLang" }, { orderBy: ["size"] }, "c", "first of 2 by size", "d"],
  ["orderBy, descending", { name: "SGLang" }, { orderBy: ["-size"] }, "d", "first of 2 by -size", "c"],
  [
    "orderBy with several keys",
    { tags: ["pytorch"] },
    { orderBy: ["price", "-published"] },
    "b",
    "first of 2 by price, -published",
    "a",
  ],
  [
    "mostRecent with one match",
    { id: "compshareImage-1ggggggggggg" },
    { mostRecent: true },
    "g",
    "the only match",
    "",
  ],
  [
    "mostRecent of images without a date",
    { imageType: "System" },
    { mostRecent: true },
    "g",
    "the only match",
    "",
  ],
])("%s decides", (_, filters, how, chosen, rule, runnersUp) => {
  const { image, selection } = select(filters, how);
  expect(letters([image])).toBe(chosen);
  expect(selection.rule).toBe(rule);
  expect(selection.runnersUp.map(({ id }) => id.at(-1)).join("")).toBe(runnersUp);
});

test("runners-up are at most five, in order, with their dates", () => {
  const images = Array.from({ length: 9 }, (_, index) =>
    makeImage({ id: `i${index}`, name: "torch", publishedAt: `2026-01-0${index + 1}T00:00:00Z` }),
  );
  const { image, selection } = select({ name: "torch" }, { images, mostRecent: true });
  expect(image.id).toBe("i8");
  expect(selection.runnersUp.map(({ id }) => id)).toEqual(["i7", "i6", "i5", "i4", "i3"]);
  expect(selection.runnersUp[0]).toEqual({ id: "i7", name: "torch", publishedAt: "2026-01-08T00:00:00Z" });
});

const twins = [
  makeImage({ id: "one", name: "twin", publishedAt: "2026-01-01T00:00:00Z", sizeMb: 1 }),
  makeImage({ id: "two", name: "twin", publishedAt: "2026-01-01T00:00:00Z", sizeMb: 1 }),
];

test.each<[string, How, string]>([
  ["mostRecent", { mostRecent: true }, '"twin" two is equal in -published, -created; `id` decided'],
  ["orderBy", { orderBy: ["size"] }, '"twin" two is equal in size; `id` decided'],
])("a tie under %s is settled by the ID, and said", (_, how, warning) => {
  for (const images of [twins, twins.toReversed()]) {
    const { image, selection } = select({}, { images, ...how });
    expect(image.id).toBe("one");
    expect(selection.warnings).toEqual([warning]);
  }
});

test("no tie is reported where the creation date decides", () => {
  const images = [
    makeImage({ id: "old", publishedAt: "2026-01-01T00:00:00Z", createdAt: "2025-01-01T00:00:00Z" }),
    makeImage({ id: "new", publishedAt: "2026-01-01T00:00:00Z", createdAt: "2025-06-01T00:00:00Z" }),
  ];
  const { image, selection } = select({}, { images, mostRecent: true });
  expect(image.id).toBe("new");
  expect(selection.warnings).toEqual([]);
});

test.each<[string, Partial<Filters>, readonly string[]]>([
  [
    "a match that its status hides",
    { nameContains: "ComfyUI" },
    ['left out because of their status: "ComfyUI基础镜像0.11.0" compshareImage-1fffffffffff (Reviewing)'],
  ],
  [
    "an image that is not available",
    { statuses: ["Reviewing"] },
    [
      "the image's status is Reviewing; instances may fail to start from it",
      'left out because of their status: "ComfyUI基础镜像0.10.0" compshareImage-1eeeeeeeeeee (Available)',
    ],
  ],
  [
    "an image that costs something",
    { imageType: "Other" },
    ["the image costs 0.5 yuan per hour on top of the instance"],
  ],
])("%s is a warning", (_, filters, warnings) => {
  const extra = filters.statuses === undefined ? {} : { nameContains: "ComfyUI" };
  expect(select({ ...filters, ...extra }).selection.warnings).toEqual(warnings);
});

const grouped = [
  makeImage({ id: "one", name: "v3.6", groupName: "FaceFusion" }),
  makeImage({ id: "two", name: "v3.7", groupName: "FaceFusion 2" }),
];

test.each<[Partial<Filters>, string]>([
  [{ name: "FaceFusion" }, "name"],
  [{ nameContains: "Fusion", version: "3.6" }, "nameContains"],
  [{ nameGlob: "Face*n" }, "nameGlob"],
  [{ nameRegex: "^FaceFusion$" }, "nameRegex"],
])(
  "where no image has the name itself, %j means the name of its group, and that is said",
  (filters, argument) => {
    const { image, selection } = select(filters, { images: grouped });
    expect(image.id).toBe("one");
    expect(selection.warnings).toEqual([
      `no image's own name fits \`${argument}\`; the name of its group does`,
    ]);
  },
);

test("an image's own name comes before the names of groups", () => {
  const images = [...grouped, makeImage({ id: "own", name: "FaceFusion" })];
  const { image, selection } = select({ name: "FaceFusion" }, { images });
  expect([image.id, selection.warnings]).toEqual(["own", []]);
});

test("of many hidden matches three are named", () => {
  const images = [
    makeImage({ id: "good" }),
    ...["e", "d", "c", "b", "a"].map((id) => makeImage({ id, status: "Offline" })),
  ];
  expect(select({}, { images }).selection.warnings).toEqual([
    'left out because of their status: "a" a (Offline); "b" b (Offline); "c" c (Offline) and 2 more',
  ]);
});

test("names from outside cannot redraw the terminal", () => {
  const images = [
    makeImage({ id: "a" }),
    makeImage({ id: "b", name: "\u001b[2Jevil\u202e\n", status: "Offline" }),
  ];
  expect(select({}, { images }).selection.warnings).toEqual([
    'left out because of their status: "\\u{1b}[2Jevil\\u{202e}\\u{a}" b (Offline)',
  ]);
});

test("three hidden matches are all named, in the order of their names, and one without a status is said to have none", () => {
  const { status: _, ...unknown } = makeImage({ id: "third", name: "a" });
  const images = [
    makeImage({ id: "good" }),
    makeImage({ id: "second", name: "b", status: "Offline" }),
    makeImage({ id: "first", name: "c", status: "Offline" }),
    unknown,
  ];
  expect(select({}, { images }).selection.warnings).toEqual([
    'left out because of their status: "a" third (no status); "b" second (Offline); "c" first (Offline)',
  ]);
});

test.each<[string, Partial<Image>, readonly string[]]>([
  [
    "of a member of the community",
    { source: "community", official: false, author: "somebody" },
    ['the image is published by "somebody", not by CompShare'],
  ],
  [
    "of a member without a name",
    { source: "community", official: false },
    ["the image is published by somebody unnamed, not by CompShare"],
  ],
  ["of CompShare in the community's catalogue", { source: "community", official: true }, []],
  ["of the account", { source: "custom", official: false }, []],
])("an image %s is answered with what there is to know of its publisher", (_, members, warnings) => {
  const images = [makeImage({ id: "image", ...members })];
  expect(select({}, { images }).selection.warnings).toEqual(warnings);
});

test("a selection of nothing says what was looked at and what its status hides", () => {
  expect(
    selectImageIfAny({
      ...free,
      images: shelf,
      filters: wanted({ author: "优云智算", nameContains: "0.11" }),
      scope,
      orderBy: undefined,
    }).selection,
  ).toEqual({
    rule: "no match",
    rowsScanned: 8,
    rowsMatched: 0,
    appliedFilters: {
      author: "优云智算",
      nameContains: "0.11",
      statuses: "Available",
      region: "cn-wlcb",
      source: "platform",
    },
    runnersUp: [],
    warnings: [
      'left out because of their status: "ComfyUI基础镜像0.11.0" compshareImage-1fffffffffff (Reviewing)',
    ],
  });
});
