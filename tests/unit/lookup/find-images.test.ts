import { expect, test } from "@jest/globals";
import { ApiError } from "../../../provider/errors/api-error.ts";
import { findImage, findImageIfAny } from "../../../provider/lookup/find-images.ts";
import { retCodeMeaning } from "../../../provider/ucloud/ret-codes.ts";
import { runFunction } from "../../support/functions/run-function.ts";
import { type Answers, gateway } from "../../support/lookup/gateway.ts";
import { free, scope, wanted } from "../../support/lookup/shelf.ts";
import { newPin } from "../../support/resources/pin-call.ts";
import { previewPin } from "../../support/resources/preview-pin.ts";
import { rejectionOf, textOf } from "../../support/thrown.ts";

const never = new AbortController().signal;
const urn = "urn:pulumi:dev::project::compshare:index:ImagePin::base";

/** A catalogue that is too large to be read whole for one question. */
const large = Array.from({ length: 1500 }, (_, index) => ({
  CompShareImageId: `compshareImage-${index}`,
  Name: index === 7 ? "SGLang" : `image ${index}`,
  ImageType: "App",
  Status: "Available",
}));

/** What each of the callers says of a name that no image has. */
async function refusals(answers: Answers, name: string): Promise<readonly string[]> {
  const asked = [
    (lookup: Parameters<typeof runFunction>[2]) => runFunction("getCompShareImage", { name }, lookup, never),
    (lookup: Parameters<typeof runFunction>[2]) =>
      runFunction("getCompShareImages", { name, minCount: 1 }, lookup, never),
    (lookup: Parameters<typeof runFunction>[2]) =>
      newPin().create({ values: { name }, unknown: [] }, false, { urn, signal: never, lookup }),
  ];
  return Promise.all(asked.map(async (ask) => textOf(await rejectionOf(ask(gateway(answers).lookup)))));
}

test("a name that a large catalogue has not is explained to functions, lists and pins alike", async () => {
  const explanation = [
    'no CompShare image matches name: "SGLan", statuses: ["Available"].',
    "1500 images were read (region cn-wlcb, source platform): `name` leaves 0.",
    'The closest `name` is "SGLang".',
  ].join("\n");
  expect(await refusals({ platform: large }, "SGLan")).toEqual([
    `IMAGE_NOT_FOUND: ${explanation}`,
    `IMAGE_NOT_FOUND: 0 images match, and \`minCount\` asks for 1.\n${explanation}`,
    `IMAGE_NOT_FOUND: ${explanation}`,
  ]);
});

test("functions, lists and pins alike say which other catalogue has the name", async () => {
  const shared = [{ CompShareImageId: "compshareImage-s", Name: "mine", Status: "Available" }];
  for (const text of await refusals({ platform: large.slice(0, 3), shared }, "mine"))
    expect(text).toContain('`source` shared has "mine" compshareImage-s.');
});

test("an ID that the named source does not have is named with the source that has it", async () => {
  const community = [{ CompShareImageId: "compshareImage-1uw6sd44931i", Name: "found", Status: "Available" }];
  const { lookup } = gateway({ platform: large.slice(0, 3), community });
  const asked = { id: "compshareImage-1uw6sd44931i", source: "platform" };
  expect(textOf(await rejectionOf(runFunction("getCompShareImage", asked, lookup, never)))).toContain(
    '\n`source` community has "found" compshareImage-1uw6sd44931i.',
  );
  const none = { id: "compshareImage-1kq0zzpp7vvw", source: "platform" };
  const text = textOf(await rejectionOf(runFunction("getCompShareImage", none, lookup, never)));
  expect(text).not.toMatch(/`source`|catalogue/);
});

test("where the other source needs a publisher, the image is named by its ID, which is found then", async () => {
  const community = [{ CompShareImageId: "compshareImage-c", Name: "found", Status: "Available" }];
  const { lookup } = gateway({ platform: large.slice(0, 3), community });
  const asked = { name: "found", source: "platform", mostRecent: true };
  expect(textOf(await rejectionOf(runFunction("getCompShareImage", asked, lookup, never)))).toContain(
    '\n`source` community has "found" compshareImage-c; name it by its ID, and leave `source` out.',
  );
  const advised = { name: "found", mostRecent: true, id: "compshareImage-c" };
  expect(await runFunction("getCompShareImage", advised, lookup, never)).toMatchObject({ name: "found" });
});

const refused = new ApiError({
  action: "A",
  retCode: 299,
  message: "IAM denied",
  requestId: undefined,
  meaning: retCodeMeaning(299, "IAM denied"),
});

test.each<[string, Answers[string]]>([
  ["has a row without an ID", [{ Name: "odd" }]],
  ["refuses this account", refused],
])(
  "a catalogue that %s does not decide about a name that is not in the one that was asked",
  async (_, community) => {
    for (const text of await refusals({ platform: large.slice(0, 3), community }, "imag 1"))
      expect(text).toContain('The closest values of `name` are "image 1"');
  },
);

test.each<[string, Answers[string]]>([
  ["refuses this account", refused],
  ["has a row without an ID", [{ Name: "odd" }]],
])("an image is found by its ID although another catalogue %s", async (_, shared) => {
  const community = [{ CompShareImageId: "compshareImage-c", Name: "found", Status: "Available" }];
  const { lookup } = gateway({ shared, community });
  expect(await runFunction("getCompShareImage", { id: "compshareImage-c" }, lookup, never)).toMatchObject({
    name: "found",
    source: "community",
  });
});

test("a refusal counts when no catalogue has the ID", async () => {
  const { lookup } = gateway({ shared: refused });
  const error = await rejectionOf(
    runFunction("getCompShareImage", { id: "compshareImage-c" }, lookup, never),
  );
  expect(error).toBe(refused);
});

test("an ID that no catalogue has stays unknown although the list that would explain it fails", async () => {
  const { lookup } = gateway({ platform: { byId: [], list: refused } });
  const text = textOf(
    await rejectionOf(runFunction("getCompShareImage", { id: "compshareImage-c" }, lookup, never)),
  );
  expect(text).toContain('IMAGE_NOT_FOUND: no CompShare image matches id: "compshareImage-c"');
});

test.each([
  [["a"], ["a"], 'CompShare offers the tag "a", but no image here has it.'],
  [["A"], ["a，b"], 'CompShare offers the tag "A", but no image here has it.'],
  [["a"], ["b"], 'No image has the tag "a"; getCompShareImageTags lists the tags that exist.'],
])(
  "of the tags %j with the list %j it is said whether CompShare offers them",
  async (tags, offered, line) => {
    const { lookup } = gateway({ platform: large.slice(0, 5), tags: offered });
    const text = textOf(await rejectionOf(runFunction("getCompShareImage", { tags }, lookup, never)));
    expect(text).toContain(line);
  },
);

test("`ifMissing: empty` says of a complete listing only that there is no image", async () => {
  const { lookup, asked } = gateway({ platform: large });
  expect(
    await runFunction("getCompShareImage", { name: "none", ifMissing: "empty" }, lookup, never),
  ).toMatchObject({ found: false, selection: { rowsScanned: 1500, rowsMatched: 0 } });
  expect(asked.some(({ name }) => name === "none")).toBe(true);
});

test("where an image may be missing, that none is there is decided without an explanation", async () => {
  const { lookup } = gateway({ platform: large });
  let advised = 0;
  const allows = (): boolean => {
    advised += 1;
    return true;
  };
  const question = { ...free, filters: wanted({ name: "SGLan" }), scope, allows };
  expect(await findImageIfAny(question, lookup(), never)).toMatchObject({
    selection: { rule: "no match", rowsScanned: 1500 },
  });
  expect(advised).toBe(0);
  await rejectionOf(findImage(question, lookup(), never));
  expect(advised).toBeGreaterThan(0);
});

test("`ifMissing: empty` leaves an outage an error", async () => {
  const { lookup } = gateway({ platform: refused });
  expect(
    await rejectionOf(runFunction("getCompShareImage", { name: "a", ifMissing: "empty" }, lookup, never)),
  ).toBe(refused);
});

/** Versions of a published image, by Ann, in a catalogue with so many images by others. */
const groupBy = (others: number) => [
  ...Array.from({ length: others }, (_, index) => ({
    CompShareImageId: `compshareImage-${index}`,
    Name: `image ${index}`,
    Author: "Bob",
    Status: "Available",
  })),
  {
    CompShareImageId: "compshareImage-a",
    Name: "v3.6",
    ImageName: "FaceFusion",
    Author: "Ann",
    Status: "Available",
  },
];
const own = {
  CompShareImageId: "compshareImage-own",
  Name: "FaceFusion",
  Author: "Bob",
  Status: "Available",
};
const byAnn = { source: "community", name: "FaceFusion", author: "Ann" };

test.each([10, 1500])("the name of a group is found by name and author among %d images", async (others) => {
  const { lookup } = gateway({ community: groupBy(others) });
  expect(await runFunction("getCompShareImage", byAnn, lookup, never)).toMatchObject({
    id: "compshareImage-a",
    selection: {
      warnings: [
        'the image is published by "Ann", not by CompShare',
        "no image's own name fits `name`; the name of its group does",
      ],
    },
  });
});

test.each([10, 1500])(
  "where another author's image has the name itself, the name of a group is not meant, among %d images",
  async (others) => {
    const { lookup } = gateway({ community: [...groupBy(others), own] });
    expect(textOf(await rejectionOf(runFunction("getCompShareImage", byAnn, lookup, never)))).toContain(
      'no CompShare image matches name: "FaceFusion"',
    );
  },
);

test("a pin that is edited to a name stays with a group of that name, but not where an image has the name itself", async () => {
  const state = {
    id: "compshareImage-a",
    outputs: { imageId: "compshareImage-a", source: "community", region: "cn-wlcb" },
  };
  const before = { source: "community", name: "v3.6" };
  const edited = { source: "community", name: "FaceFusion" };
  const replaced = async (rows: readonly object[]): Promise<boolean> => {
    const { lookup } = gateway({ community: rows });
    const call = { urn, signal: never, lookup };
    const { replacing } = await previewPin(newPin(), state, before, { values: edited, unknown: [] }, call);
    return replacing.length > 0;
  };
  expect(await replaced(groupBy(10))).toBe(false);
  expect(await replaced([...groupBy(10), own])).toBe(true);
});
