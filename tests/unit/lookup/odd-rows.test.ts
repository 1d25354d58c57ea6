import { expect, test } from "@jest/globals";
import { ResponseShapeError } from "../../../provider/errors/response-shape-error.ts";
import { runFunction } from "../../support/functions/run-function.ts";
import { gateway } from "../../support/lookup/gateway.ts";
import { callOver, known, newPin, state } from "../../support/resources/pin-call.ts";
import { previewPin } from "../../support/resources/preview-pin.ts";
import { rejectionOf, textOf } from "../../support/thrown.ts";

const never = new AbortController().signal;

/** A row of the platform with members that may be of any kind. */
function row(id: string, more: object = {}): object {
  return {
    CompShareImageId: `compshareImage-${id}`,
    Name: `torch ${id}`,
    ImageType: "App",
    Status: "Available",
    Tags: ["pytorch"],
    PubTime: 1_760_000_000,
    ...more,
  };
}

const ask = (rows: readonly object[], inputs: object, name = "getCompShareImage" as const) =>
  runFunction(name, { ...inputs }, gateway({ platform: rows }).lookup, never);

test("an odd member of one row does not stop a query for another image", async () => {
  const rows = [row("odd", { Container: {}, Tags: 7, SoftwarePorts: "8888" }), row("good")];
  expect(await ask(rows, { name: "torch good" })).toMatchObject({
    id: "compshareImage-good",
    selection: { rowsScanned: 2, warnings: [] },
  });
});

test("an image whose member could not be read is found by everything else, without that member", async () => {
  const result = await ask([row("odd", { Price: ["free"] })], { name: "torch odd" });
  expect(result).toMatchObject({ id: "compshareImage-odd", selection: { warnings: [] } });
  expect(result["price"]).toBeUndefined();
});

test.each<[object, object, string]>([
  [{ Tags: 7 }, { tags: ["pytorch"] }, "`tags` could not be read"],
  [{ Tags: 7 }, { tagsNone: ["qwen"] }, "`tags` could not be read"],
  [{ Price: {} }, { maxPrice: 1 }, "`price` could not be read"],
  [{ Status: 5.5 }, { nameContains: "torch" }, "`status` could not be read"],
  [{ PubTime: "yesterday" }, { publishedAfter: "2020-01-01" }, "`publishedAt` could not be read"],
  [{ Container: [] }, { container: true }, "`container` could not be read"],
  [{ AuthInfo: {} }, { officialOnly: true }, "`authInfo` could not be read"],
  [{ AuthInfo: {} }, { certifiedOnly: true }, "`authInfo` could not be read"],
  [{ ImageOwnerAlias: [] }, { officialOnly: true }, "`imageOwnerAlias` could not be read"],
  [{ Price: {}, ImageCharge: false }, { freeOnly: true }, "`price` could not be read"],
  [{ ImageCharge: 7 }, { freeOnly: true }, "`imageCharge` could not be read"],
  [{ VersionName: {} }, { version: "1.x" }, "`versionName` could not be read"],
  [{ Softwares: { FrameworkVersion: {} } }, { version: "1.x" }, "`frameworkVersion` could not be read"],
])("with %j an image passes no filter of %j, and the warnings name it once", async (odd, inputs, text) => {
  const good = row("good", { Price: 0, Container: "True", VersionName: "1.2", ImageOwnerAlias: "Official" });
  const certified = "certifiedOnly" in inputs ? { AuthInfo: 2 } : {};
  const result = await ask([row("odd", odd), { ...good, ...certified }], inputs);
  expect(result).toMatchObject({ id: "compshareImage-good" });
  const { warnings }: { warnings?: string[] } = Object(result["selection"]);
  expect(warnings).toHaveLength(1);
  expect(warnings?.[0]).toContain(text);
  expect(warnings?.[0]).toContain('"torch odd" compshareImage-odd');
});

test.each<[string, object, object]>([
  [
    "`version`, where the version name says it",
    { VersionName: "1.2", Softwares: { FrameworkVersion: {} } },
    { version: "1.x" },
  ],
  ["`freeOnly`, where the price says it", { Price: 0, ImageCharge: [] }, { freeOnly: true }],
  ["`maxPrice`, which asks for the price alone", { Price: 0, ImageCharge: [] }, { maxPrice: 1 }],
  ["`mostRecent`, where it was published", { CreateTime: {} }, { mostRecent: true }],
])("an odd member that is not needed does not matter to %s", async (_, odd, inputs) => {
  expect(await ask([row("odd", odd)], { name: "torch odd", ...inputs })).toMatchObject({
    id: "compshareImage-odd",
    selection: { warnings: [] },
  });
});

test("a date of creation that could not be read is no matter where all were published", async () => {
  const rows = [row("odd", { CreateTime: {}, PubTime: 1_770_000_000 }), row("good")];
  expect(await ask(rows, { nameContains: "torch", orderBy: ["-published"] })).toMatchObject({
    id: "compshareImage-odd",
    selection: { warnings: [] },
  });
});

test.each<[object, object, string]>([
  [{ Price: "free" }, { maxPrice: 1 }, "`price` could not be read"],
  [{ Price: "free" }, { freeOnly: true }, "`price` could not be read"],
  [{ ImageCharge: 7 }, { freeOnly: true }, "`imageCharge` could not be read"],
  [{ VersionName: {} }, { version: "1.x" }, "`versionName` could not be read"],
  [{ Softwares: { CUDAVersion: [] } }, { cudaVersion: "12" }, "`cudaVersion` could not be read"],
  [{ Tags: 7 }, { tags: ["pytorch"] }, "`tags` could not be read"],
  [{}, { maxPrice: 1 }, "no price"],
])("an image with %j is not said to lack what %j asks for: %s", async (odd, inputs, aside) => {
  const [argument] = Object.keys(inputs);
  expect(textOf(await rejectionOf(ask([row("odd", odd)], inputs)))).toContain(
    `Only \`${argument}\` keeps out "torch odd" compshareImage-odd (${aside}); change or leave out \`${argument}\`.`,
  );
});

test("images whose member could not be read are named by their names, in whatever order the server sent them", async () => {
  const odd = ["e", "b", "d", "a", "c"].map((id) => row(id, { Price: "free" }));
  for (const rows of [odd, odd.toReversed()])
    expect(
      await ask([row("good", { Price: 0 }), ...rows], { nameContains: "torch", maxPrice: 1 }),
    ).toMatchObject({
      selection: {
        warnings: [
          '`price` could not be read of "torch a" compshareImage-a; "torch b" compshareImage-b; "torch c" compshareImage-c and 2 more, so `maxPrice` took it as unknown',
        ],
      },
    });
});

test("where nothing matches, the explanation names the image whose member could not be read", async () => {
  const rows = [row("odd", { Tags: 7 }), row("other", { Tags: ["qwen"] })];
  expect(textOf(await rejectionOf(ask(rows, { tags: ["pytorch"] })))).toContain(
    '`tags` could not be read, so `tags` leaves out "torch odd" compshareImage-odd.',
  );
});

test("a name that falls back on groups says of which image the group's name could not be read", async () => {
  const rows = [row("odd", { ImageName: {} }), row("good", { ImageName: "FaceFusion" })];
  const result = await ask(rows, { name: "FaceFusion" });
  expect(result).toMatchObject({
    id: "compshareImage-good",
    selection: {
      warnings: [
        "no image's own name fits `name`; the name of its group does",
        '`groupName` could not be read of "torch odd" compshareImage-odd, so `name` took it as unknown',
      ],
    },
  });
});

test.each(["name", "nameContains", "nameGlob", "nameRegex"])(
  "where `%s` finds nothing, the explanation names the image whose group's name could not be read",
  async (argument) => {
    const rows = [row("odd", { ImageName: {} }), row("other")];
    expect(textOf(await rejectionOf(ask(rows, { [argument]: "FaceFusion" })))).toContain(
      `\`groupName\` could not be read, so \`${argument}\` leaves out "torch odd" compshareImage-odd.`,
    );
  },
);

test("the name of its group does not matter to an image that has the name itself", async () => {
  expect(await ask([row("odd", { ImageName: {} }), row("other")], { name: "torch odd" })).toMatchObject({
    id: "compshareImage-odd",
    selection: { warnings: [] },
  });
});

test("an image whose member could not be read is not counted as one that does not specify it", async () => {
  const rows = [row("odd", { Price: {} }), row("bare"), row("dear", { Price: 5 })];
  expect(textOf(await rejectionOf(ask(rows, { maxPrice: 1 })))).toContain(
    "`maxPrice` leaves 0 (1 does not specify it)",
  );
});

test("a date that could not be read is said where the order asks for it", async () => {
  const rows = [row("odd", { PubTime: "soon" }), row("good")];
  expect(await ask(rows, { nameContains: "torch", mostRecent: true })).toMatchObject({
    id: "compshareImage-good",
    selection: {
      warnings: [
        '`publishedAt` could not be read of "torch odd" compshareImage-odd, so `orderBy` took it as unknown',
      ],
    },
  });
});

test("a member that is odd in every one of ten rows is a changed format, and in nine it is not", async () => {
  const rows = (count: number) => [
    ...Array.from({ length: count }, (_, index) => row(`odd${index}`, { Tags: { 0: "pytorch" } })),
    row("bare", { Tags: null }),
  ];
  const error = await rejectionOf(ask(rows(10), { name: "torch bare" }));
  expect(error).toBeInstanceOf(ResponseShapeError);
  expect(textOf(error)).toContain("Tags");
  expect(await ask(rows(9), { name: "torch bare" })).toMatchObject({ id: "compshareImage-bare" });
  expect(await ask([...rows(10), row("right")], { name: "torch bare" })).toMatchObject({
    id: "compshareImage-bare",
  });
});

test.each<[string, object]>([
  ["has no ID", { CompShareImageId: "" }],
  ["has an ID that is no text", { CompShareImageId: {} }],
])("a row that %s stops the query: who an image is has to be certain", async (_, odd) => {
  expect(await rejectionOf(ask([row("a", odd)], {}))).toBeInstanceOf(ResponseShapeError);
});

const old = { CompShareImageId: "compshareImage-old", Name: "vLLM v0.9", AuthInfo: 1, Status: "Available" };

test("an edited query keeps a pin whose image cannot be judged, and says so", async () => {
  const { told, call } = callOver([{ ...old, Tags: 7 }]);
  const edited = { nameContains: "vLLM", tags: ["pytorch"] };
  expect(await previewPin(newPin(), state, { nameContains: "vLLM" }, known(edited), call)).toEqual({
    changed: ["tags"],
    replacing: [],
  });
  expect(told).toEqual(["base: `tags` of the image could not be read; what was known of it stays"]);
});

test.each(["officialOnly", "certifiedOnly"])(
  "a pin that is edited to %s stays where its image's standing could not be read",
  async (flag) => {
    const { told, call } = callOver([
      { ...old, AuthInfo: [] },
      { ...old, CompShareImageId: "compshareImage-b", AuthInfo: flag === "officialOnly" ? 1 : 2 },
    ]);
    const edited = { nameContains: "vLLM", [flag]: true };
    expect(await previewPin(newPin(), state, { nameContains: "vLLM" }, known(edited), call)).toEqual({
      changed: [flag],
      replacing: [],
    });
    expect(told).toEqual(["base: `authInfo` of the image could not be read; what was known of it stays"]);
  },
);

test("a pin that is edited to the name of a group stays where its image's group could not be read", async () => {
  const { told, call } = callOver([{ ...old, ImageName: {} }]);
  expect(
    await previewPin(newPin(), state, { nameContains: "vLLM" }, known({ name: "FaceFusion" }), call),
  ).toMatchObject({ replacing: [] });
  expect(told).toEqual(["base: `groupName` of the image could not be read; what was known of it stays"]);
});

test("a refresh keeps the last known state of an image whose state cannot be read", async () => {
  const { told, call } = callOver([{ ...old, Status: [] }]);
  const pinned = { ...state, outputs: { ...state.outputs, status: "Available" } };
  expect(await newPin().read(pinned, { name: "vLLM v0.9" }, call)).toMatchObject({
    outputs: {
      status: "Available",
      warnings: ["`status` of the image could not be read; what was known of it stays"],
    },
  });
  expect(told).toEqual(["base: `status` of the image could not be read; what was known of it stays"]);
});
