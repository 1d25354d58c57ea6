import { expect, test } from "@jest/globals";
import type { Image } from "../../../provider/contract/image.ts";
import type { Filters } from "../../../provider/contract/query.ts";
import { noteOddMembers } from "../../../provider/ucloud/odd-members.ts";
import { makeImage } from "../../support/listings/make-image.ts";
import { advised, four, type Members, rows } from "../../support/lookup/no-match.ts";

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
    "an image that does not say whether it is a container is shown as one that does not",
    { container: true },
    rows({ name: "torch" }, { name: "vLLM", container: false }),
    [
      'Only `container` keeps out "torch" compshareImage-1 (container not specified), "vLLM" compshareImage-2 (false); change or leave out `container`.',
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
      'Values of `author` that match: "UCloud".',
      'Only `imageType` keeps out "5" compshareImage-5 (System); change or leave out `imageType`.',
    ],
  ],
  [
    "a value that an image has is right where the rest of the query leaves nothing",
    { imageType: "App", author: "nobody" },
    rows(...four({ author: "UCloud" }), { author: "UCloud", imageType: "Apps" }),
    ['Values of `author` that match: "UCloud".'],
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
    "several filters keep it out",
    { name: "torch_2.9.1", imageType: "App", author: "UCloud", container: true },
    rows({ name: "torch_2.9.0", imageType: "System", author: "maker" }),
    ['The closest `name` is "torch_2.9.0", but `imageType`, `author` and `container` keep it out.'],
  ],
  [
    "beside an ID the image is said that has another name",
    { id: "compshareImage-1", name: "vLLM" },
    rows({ name: "torch" }),
    ['Only `name` keeps out "torch" compshareImage-1; change or leave out `name`.'],
  ],
  [
    "of several close values that other filters keep out the closest alone is said",
    { name: "torch_2.9.1", imageType: "App" },
    rows({ name: "torch_2.8.0", imageType: "System" }, { name: "torch_2.9.0", imageType: "System" }),
    ['The closest `name` is "torch_2.9.0", but `imageType` keeps it out.'],
  ],
  ...(
    [
      [{ framework: "PyTorch" }, { framework: "PyTorch Lightning" }, { framework: "PyTorch" }],
      [{ gpuType: "4090" }, { gpuTypes: ["4090D"] }, { gpuTypes: ["5090", "4090"] }],
      [{ author: "Bob" }, { author: "Bobby" }, { author: "Bob" }],
      [{ ownerAccountId: "111" }, { ownerAccountId: "1111" }, { ownerAccountId: "111" }],
      [{ groupId: "group1" }, { groupId: "group12" }, { groupId: "group1" }],
      [{ osVersion: "Ubuntu" }, { osVersion: "Ubuntu 22.04" }, { osVersion: "Ubuntu" }],
    ] as const satisfies readonly (readonly [Partial<Filters>, Members, Members])[]
  ).map(([wanted, close, own]): Row => {
    const [[argument, value] = []] = Object.entries(wanted);
    return [
      `no \`${argument}\` is closer than the wanted one, which other filters keep out`,
      { ...wanted, imageType: "Other" },
      rows(...four({ imageType: "Other" }), close, ...four(own)),
      [
        `The closest \`${argument}\` is "${value}", but \`imageType\` keeps it out.`,
        'Values of `imageType` that match: "App".',
      ],
    ];
  }),
  [
    "eight known values are all there are",
    { author: "nobody" },
    rows(...["aa", "bb", "cc", "dd", "ee", "ff", "gg", "hh"].map((author) => ({ author })), {}),
    ['Values of `author` that match: "aa", "bb", "cc", "dd", "ee", "ff", "gg", "hh".'],
  ],
  [
    "of nine known values eight are shown",
    { author: "nobody" },
    rows(...["aa", "bb", "cc", "dd", "ee", "ff", "gg", "hh", "ii"].map((author) => ({ author }))),
    ['Values of `author` that match: "aa", "bb", "cc", "dd", "ee", "ff", "gg", "hh", ….'],
  ],
  ["where no image has a value there is none to advise", { gpuType: "4090" }, rows(...four({})), []],
  [
    "the name of a group is advised like a name",
    { name: "facefusion" },
    rows({ name: "v1", groupName: "FaceFusion" }),
    ['The closest `name` is "FaceFusion".'],
  ],
  [
    "an ID without its prefix gets the whole one",
    { id: "1uw6sd44931i" },
    [makeImage({ id: "compshareImage-1uw6sd44931i" }), makeImage({ id: "compshareImage-1qqqqqqqqqqq" })],
    ['The closest `id` is "compshareImage-1uw6sd44931i".'],
  ],
  [
    "an ID with another prefix gets the right one, before those that are close",
    { id: "uimage-1uw6sd44931i" },
    [makeImage({ id: "compshareImage-1uw6sd44931h" }), makeImage({ id: "compshareImage-1uw6sd44931i" })],
    ['The closest values of `id` are "compshareImage-1uw6sd44931i", "compshareImage-1uw6sd44931h".'],
  ],
  [
    "an ID that is misspelt may lack its prefix too",
    { id: "1uw6sd44931h" },
    [makeImage({ id: "compshareImage-1uw6sd44931i" }), makeImage({ id: "compshareImage-1qqqqqqqqqqq" })],
    ['The closest `id` is "compshareImage-1uw6sd44931i".'],
  ],
])("%s", (_, filters, images, lines) => {
  expect(advised(filters, images)).toEqual(lines);
});

test.each<Row>([
  [
    "of a tag as stored the spelling is named that no image has",
    { tags: ["qwen，通义"] },
    rows(...four({ tags: ["qwen"] })),
    ['No image has the tag "通义"; getCompShareImageTags lists the tags that exist.'],
  ],
  [
    "a tag that is wanted in several spellings gets one line, in the order in which tags are wanted",
    { tags: ["nope", "other", "NOPE，nope", "nope"] },
    rows(...four({ tags: ["qwen"] })),
    [
      'No image has the tag "nope"; getCompShareImageTags lists the tags that exist.',
      'No image has the tag "other"; getCompShareImageTags lists the tags that exist.',
    ],
  ],
  [
    "tags that an image has together are not said to be on none, whatever keeps that image out",
    { tags: ["深度学习", "pytorch"], imageType: "Other" },
    rows(
      ...four({ imageType: "Other" }),
      { imageType: "Other", tags: ["pytorch"] },
      ...four({ tags: ["深度学习", "PyTorch，pytorch"] }),
    ),
    ['Values of `imageType` that match: "App".'],
  ],
  [
    "one tag in two spellings is one tag, which cannot lack the other",
    { tags: ["B", "b"], imageType: "Other" },
    rows(...four({ imageType: "Other" }), ...four({ tags: ["b"] })),
    ['Values of `imageType` that match: "App".'],
  ],
  [
    "both spellings of a tag as stored may be on images, and never together",
    { tags: ["qwen，通义"] },
    rows({ tags: ["qwen"] }, ...four({ tags: ["通义"] })),
    ["Each of these tags exists, but no image has all of them; `tagsAny` takes images that have one."],
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
    ['Values of `imageType` that match: "App".'],
  ],
  [
    "tags of which one is enough need not be together",
    { tagsAny: ["qwen", "llama"], imageType: "System" },
    rows(...four({ imageType: "System" }), ...four({ tags: ["qwen"] }), { tags: ["llama"] }),
    ['Values of `imageType` that match: "App".'],
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
  [{ freeOnly: true }, { imageCharge: true }, "charged for, price unknown"],
  [{ freeOnly: true }, {}, "no price, not marked as free"],
  [{ maxPrice: 1 }, { imageCharge: false }, "no price"],
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
