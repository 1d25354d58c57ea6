import { expect, test } from "@jest/globals";
import type { Image } from "../../../provider/contract/image.ts";
import type { Filters } from "../../../provider/contract/query.ts";
import type { Advice } from "../../../provider/errors/no-match.ts";
import type { Change } from "../../../provider/errors/query-facts.ts";
import { explainNone } from "../../../provider/lookup/explain-none.ts";
import { near } from "../../../provider/lookup/filters/advise-values.ts";
import { noMatchText } from "../../../provider/messages/no-match-text.ts";
import { noteOddMembers } from "../../../provider/ucloud/odd-members.ts";
import { makeImage } from "../../support/listings/make-image.ts";
import { free, scope, wanted } from "../../support/lookup/shelf.ts";

type Members = Omit<Parameters<typeof makeImage>[0], "id">;

/** One image for each of the members; they are called 1, 2, and so on, unless they have names. */
const rows = (...members: readonly Members[]): readonly Image[] =>
  members.map((more, index) =>
    makeImage({ id: `compshareImage-${index + 1}`, name: `${index + 1}`, ...more }),
  );

/** Four images with the same members: more than an error names of those that one filter alone keeps out. */
const four = (members: Members): readonly Members[] => [members, members, members, members];

type Allows = (change: Change) => boolean;

function explain(filters: Partial<Filters>, images: readonly Image[], allows: Allows = free.allows) {
  return explainNone({ ...free, allows, images, filters: wanted(filters), scope });
}

/** What an error says below the query and the number of images that each filter leaves. */
function advised(filters: Partial<Filters>, images: readonly Image[], allows?: Allows): readonly string[] {
  return noMatchText(explain(filters, images, allows))
    .split("\n")
    .slice(2);
}

function factsOf(filters: Partial<Filters>, images: readonly Image[]): readonly Advice[] {
  return explain(filters, images).advice;
}

type Row = readonly [string, Partial<Filters>, readonly Image[], readonly string[]];

test.each<Row>([
  [
    "the filter that removed the last image is explained first, then the others in their order",
    { nameContains: "torch", author: "UCloud", imageType: "App", container: true },
    rows(
      { name: "torch 1", author: "UCloud", imageType: "System", container: true },
      { name: "torch 2", author: "maker", imageType: "App", container: true },
      { name: "torch 3", author: "UCloud", imageType: "App", container: false },
    ),
    [
      'Only `container` keeps out "torch 3" compshareImage-3 (false); change or leave out `container`.',
      'Only `imageType` keeps out "torch 1" compshareImage-1 (System); change or leave out `imageType`.',
      'Only `author` keeps out "torch 2" compshareImage-2 (maker); change or leave out `author`.',
    ],
  ],
  [
    "images are named by their names, in whatever order the server sent them",
    { imageType: "System" },
    rows({ name: "b" }, { name: "a" }),
    [
      'Only `imageType` keeps out "a" compshareImage-2 (App), "b" compshareImage-1 (App); change or leave out `imageType`.',
    ],
  ],
  [
    "three images that a filter alone keeps out are named",
    { imageType: "System" },
    rows({}, {}, {}),
    [
      'Only `imageType` keeps out "1" compshareImage-1 (App), "2" compshareImage-2 (App), "3" compshareImage-3 (App); change or leave out `imageType`.',
    ],
  ],
  [
    "a value that an image has is advised on where the rest of the query leaves images without it",
    { imageType: "App", author: "maker" },
    rows(...four({ author: "UCloud" }), { author: "maker", imageType: "System" }),
    [
      'Known values of `author`: "UCloud".',
      'Only `imageType` keeps out "5" compshareImage-5 (System); change or leave out `imageType`.',
    ],
  ],
  [
    "a value that an image has is right where the rest of the query leaves nothing",
    { imageType: "App", author: "nobody" },
    rows(...four({ author: "UCloud" }), { author: "UCloud", imageType: "Apps" }),
    ['Known values of `author`: "UCloud".'],
  ],
  [
    "of images whose member could not be read three are named and the others counted",
    { tags: ["qwen"] },
    rows(...four({})).map((image) => noteOddMembers(image, ["tags"])),
    [
      '`tags` could not be read, so `tags` leaves out "1" compshareImage-1, "2" compshareImage-2, "3" compshareImage-3 and 1 more.',
      'No image has the tag "qwen"; getCompShareImageTags lists the tags that exist.',
    ],
  ],
])("%s", (_, filters, images, lines) => {
  expect(advised(filters, images)).toEqual(lines);
});

test.each<Row>([
  [
    "a close value that other filters keep out is said with them",
    { name: "torch_2.9.1", imageType: "App" },
    rows({ name: "torch_2.9.0", imageType: "System" }),
    ['The closest `name` is "torch_2.9.0", but `imageType` keeps it out.'],
  ],
  [
    "of several images with the value, the one that the fewest filters keep out counts",
    { name: "torch_2.9.1", imageType: "App", author: "UCloud" },
    rows(
      { name: "torch_2.9.0", imageType: "System", author: "maker" },
      { name: "torch_2.9.0", imageType: "System", author: "UCloud" },
      { name: "torch_2.9.0", imageType: "System" },
      { name: "vLLM", author: "UCloud" },
    ),
    ['The closest `name` is "torch_2.9.0", but `imageType` keeps it out.'],
  ],
  [
    "of several close values that other filters keep out the closest alone is said",
    { name: "torch_2.9.1", imageType: "App" },
    rows({ name: "torch_2.8.0", imageType: "System" }, { name: "torch_2.9.0", imageType: "System" }),
    ['The closest `name` is "torch_2.9.0", but `imageType` keeps it out.'],
  ],
  [
    "eight known values are all there are",
    { author: "nobody" },
    rows(...["aa", "bb", "cc", "dd", "ee", "ff", "gg", "hh"].map((author) => ({ author })), {}),
    ['Known values of `author`: "aa", "bb", "cc", "dd", "ee", "ff", "gg", "hh".'],
  ],
  [
    "of nine known values eight are shown",
    { author: "nobody" },
    rows(...["aa", "bb", "cc", "dd", "ee", "ff", "gg", "hh", "ii"].map((author) => ({ author }))),
    ['Known values of `author`: "aa", "bb", "cc", "dd", "ee", "ff", "gg", "hh", ….'],
  ],
  ["where no image has a value there is none to advise", { gpuType: "4090" }, rows(...four({})), []],
  [
    "the name of a group is advised like a name",
    { name: "facefusion" },
    rows({ name: "v1", groupName: "FaceFusion" }),
    ['The closest `name` is "FaceFusion".'],
  ],
  [
    "an ID may lack its prefix",
    { id: "1uw6sd44931h" },
    [makeImage({ id: "compshareImage-1uw6sd44931i" }), makeImage({ id: "compshareImage-1qqqqqqqqqqq" })],
    ['The closest `id` is "compshareImage-1uw6sd44931i".'],
  ],
])("%s", (_, filters, images, lines) => {
  expect(advised(filters, images)).toEqual(lines);
});

test.each<Row>([
  [
    "a tag as stored exists only where each of its spellings does",
    { tags: ["qwen，通义"] },
    rows(...four({ tags: ["qwen"] })),
    ['No image has the tag "qwen，通义"; closest: "qwen".'],
  ],
  [
    "three tags that no image has get a line each, and none for more",
    { tagsAny: ["aaaa", "bbbb", "cccc"] },
    rows(...four({})),
    [
      'No image has the tag "aaaa"; getCompShareImageTags lists the tags that exist.',
      'No image has the tag "bbbb"; getCompShareImageTags lists the tags that exist.',
      'No image has the tag "cccc"; getCompShareImageTags lists the tags that exist.',
    ],
  ],
  [
    "a close tag of images that other filters keep out is named as such",
    { tags: ["pytroch"], imageType: "System" },
    rows(...four({ imageType: "System" }), ...four({ tags: ["pytorch"] })),
    ['No image has the tag "pytroch"; closest: "pytorch", which other filters keep out.'],
  ],
  [
    "one tag that images have is not said to be together with nothing",
    { tags: ["qwen"], imageType: "System" },
    rows(...four({ imageType: "System" }), ...four({ tags: ["qwen"] })),
    ['Known values of `imageType`: "App".'],
  ],
  [
    "tags of which one is enough need not be together",
    { tagsAny: ["qwen", "llama"], imageType: "System" },
    rows(...four({ imageType: "System" }), ...four({ tags: ["qwen"] }), { tags: ["llama"] }),
    ['Known values of `imageType`: "App".'],
  ],
])("%s", (_, filters, images, lines) => {
  expect(advised(filters, images)).toEqual(lines);
});

test.each<Row>([
  [
    "a version that is a range as it stands is advised as it stands",
    { cudaVersion: ">=13" },
    rows(...four({ cudaVersion: "12.10" })),
    ['The closest `cudaVersion` is "12.10".'],
  ],
  [
    "a misspelt operating system gets the ones that are written alike",
    { osVersion: "Ubunto 22.04" },
    rows(...four({ osVersion: "Ubuntu 22.04" }), { osVersion: "Windows" }, { osVersion: "≈" }),
    ['The closest `osVersion` is "Ubuntu 22.04".'],
  ],
  [
    "of a system with a text of hundreds of letters the number is advised",
    { osVersion: ">=26" },
    rows(...four({ osVersion: `${"x".repeat(200)} 22.04 64位` })),
    ['The closest `osVersion` is "22.4.0".'],
  ],
])("%s", (_, filters, images, lines) => {
  expect(advised(filters, images)).toEqual(lines);
});

test.each<[Partial<Filters>, Members, string]>([
  [{ freeOnly: true }, { imageCharge: true }, "no price"],
  [{ freeOnly: true }, { price: 1.5 }, "1.5 yuan per hour"],
  [{ maxPrice: 1 }, { price: 1.5 }, "1.5 yuan per hour"],
  [{ maxSizeMb: 1 }, { sizeMb: 51_200 }, "51200 MB"],
  [{ maxSizeMb: 1 }, {}, "no size"],
  [{ gpuType: "H20" }, { gpuTypes: ["4090", "5090"] }, "4090 5090"],
  [{ officialOnly: true }, { official: false, author: "maker" }, "maker"],
  [{ tagsAny: ["qwen"] }, { tags: ["a", "b"] }, "a b"],
])("an image that %j alone keeps out is shown with what it has of %j: %s", (filters, members, shown) => {
  const [argument] = Object.keys(filters);
  expect(advised(filters, rows(members))).toContain(
    `Only \`${argument}\` keeps out "1" compshareImage-1 (${shown}); change or leave out \`${argument}\`.`,
  );
});

test.each<[string, Partial<Filters>, readonly Image[], readonly Advice[]]>([
  [
    "a close value takes the place of the wanted one",
    { author: "ucloud" },
    rows(...four({ author: "UCloud" })),
    [{ kind: "closest", argument: "author", values: ["UCloud"], changes: [{ author: "UCloud" }] }],
  ],
  [
    "a known value takes the place of the wanted one",
    { author: "nobody" },
    rows(...four({ author: "UCloud" })),
    [{ kind: "known", argument: "author", values: ["UCloud"], more: false, changes: [{ author: "UCloud" }] }],
  ],
  [
    "a close name takes the place of the wanted one",
    { name: "sglang" },
    rows({ name: "SGLang" }),
    [{ kind: "closest", argument: "name", values: ["SGLang"], changes: [{ name: "SGLang" }] }],
  ],
  [
    "a whole name takes the place of a part of one",
    { nameContains: "sglang" },
    rows({ name: "SGLang" }),
    [
      {
        kind: "closest",
        argument: "name",
        values: ["SGLang"],
        changes: [{ nameContains: undefined, name: "SGLang" }],
      },
    ],
  ],
  [
    "a close tag takes the place of the misspelt one alone",
    { tags: ["深度学习", "pytroch"] },
    rows(...four({ tags: ["深度学习", "pytorch"] })),
    [
      {
        kind: "noTag",
        argument: "tags",
        tag: "pytroch",
        closest: ["pytorch"],
        changes: [{ tags: ["深度学习", "pytorch"] }],
        offered: undefined,
      },
    ],
  ],
])("%s", (_, filters, images, facts) => {
  expect(factsOf(filters, images)).toStrictEqual(facts);
});

test("nothing is advised that the query may not ask for", () => {
  const images = rows(...four({ author: "UCloud" }), { author: "UClouds" });
  const not =
    (...refused: readonly unknown[]): Allows =>
    ({ author }) =>
      !refused.includes(author);
  expect(advised({ author: "UCloudy" }, images)).toEqual([
    'The closest values of `author` are "UCloud", "UClouds".',
  ]);
  expect(advised({ author: "UCloudy" }, images, not("UCloud"))).toEqual([
    'The closest `author` is "UClouds".',
  ]);
  expect(advised({ author: "nobody" }, images, not("UCloud"))).toEqual([
    'Known values of `author`: "UClouds".',
  ]);
  expect(advised({ author: "UCloudy" }, images, not("UCloud", "UClouds"))).toEqual([]);
});

test("a value of more than 500 characters is close to none", () => {
  const known = ["a".repeat(499)];
  expect(near("a".repeat(500), known)).toEqual(known);
  expect(near("a".repeat(501), known)).toEqual([]);
});
