import { expect, test } from "@jest/globals";
import type { Image } from "../../../provider/contract/image.ts";
import type { Filters } from "../../../provider/contract/query.ts";
import { advised, four, rows } from "../../support/lookup/no-match.ts";

test.each<readonly [string, Partial<Filters>, readonly Image[], readonly string[]]>([
  [
    "a close name with a letter that is not seen gets the ID of its image",
    { name: "heart❤" },
    rows({ name: "heart❤\ufe0f" }),
    [
      'The closest `name` is "heart❤\\u{fe0f}", which cannot be written as it is shown; `id: "compshareImage-1"` takes the place of `name`.',
    ],
  ],
  [
    "a name that looks like the wanted one is told apart from it, and comes before the others",
    { name: "Caf\u00e9" },
    rows({ name: "Cafe\u0301" }, { name: "Caf\u00e92" }),
    [
      'The closest `name` is "Cafe\\u{301}", which cannot be written as it is shown; `id: "compshareImage-1"` takes the place of `name`.',
    ],
  ],
  [
    "a name that is written as it looks is advised to a query of one that looks like it",
    { name: "Cafe\u0301" },
    rows({ name: "Caf\u00e9" }),
    ['The closest `name` is "Caf\u00e9".'],
  ],
  [
    "a backslash means something else in a program, so the ID is advised, in place of a part of the name too",
    { nameContains: "c:\\NEW", imageType: "App" },
    rows({ name: "C:\\new" }),
    [
      'The closest `name` is "C:\\new", which cannot be written as it is shown; `id: "compshareImage-1"` takes the place of `nameContains`.',
    ],
  ],
  [
    "where the closest name can be written, names that cannot are left out",
    { name: "vllm" },
    rows({ name: "vLLM" }, { name: "vLLM\u200b" }),
    ['The closest `name` is "vLLM".'],
  ],
  [
    "a close tag that cannot be written is no advice, and no known value is",
    { tags: ["qwen"], author: "nobody" },
    rows(...four({ tags: ["qwen\u200b"], author: "ma\\ker" })),
    ['No image has the tag "qwen"; getCompShareImageTags lists the tags that exist.'],
  ],
])("%s", (_, filters, images, lines) => {
  expect(advised(filters, images)).toEqual(lines);
});
