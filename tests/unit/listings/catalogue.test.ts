import { expect, test } from "@jest/globals";
import { ApiError } from "../../../provider/errors/api-error.ts";
import { ConfigurationError } from "../../../provider/errors/configuration-error.ts";
import { createCatalogue } from "../../../provider/listings/catalogue.ts";
import { resolveScope } from "../../../provider/listings/scope.ts";
import { oddMembers } from "../../../provider/ucloud/odd-members.ts";
import { retCodeMeaning } from "../../../provider/ucloud/ret-codes.ts";
import { scope } from "../../support/listings/open-catalogue.ts";
import { messageOf, rejectionOf } from "../../support/thrown.ts";
import { type Asked, clientOver } from "../../support/ucloud/client-parts.ts";

const never = new AbortController().signal;

/** A catalogue over a client that answers what the test says. */
function fakeCatalogue(answer: (call: Asked) => object) {
  const calls: Asked[] = [];
  let connections = 0;
  const client = clientOver((asked) => {
    calls.push(asked);
    return answer(asked);
  });
  const catalogue = createCatalogue({
    connect: async () => {
      connections += 1;
      return client;
    },
    now: () => 5000,
    timeoutMs: 60_000,
    cacheMs: 0,
  });
  return { calls, catalogue, connections: () => connections };
}

const row = { CompShareImageId: "a", Name: "A" };

test("credentials are looked up once for all reads", async () => {
  const { catalogue, connections } = fakeCatalogue(() => ({ ImageSet: [], TotalCount: 0 }));
  await catalogue.images(scope, never);
  await Promise.all(["a", "b", "c"].map((id) => catalogue.imageById(scope, id, never)));
  expect(connections()).toBe(1);
});

test("credentials that are missing are looked up again by the next read", async () => {
  let tries = 0;
  const catalogue = createCatalogue({
    connect: () => {
      tries += 1;
      return Promise.reject(ConfigurationError.ofNoProperty({ kind: "noKeys", lookedIn: [] }));
    },
    now: () => 0,
    timeoutMs: 1000,
    cacheMs: 1000,
  });
  await expect(catalogue.images(scope, never)).rejects.toThrow("noKeys");
  await expect(catalogue.tags(scope, never)).rejects.toThrow("noKeys");
  expect(tries).toBe(2);
});

test("every page of a listing has the same deadline", async () => {
  const { calls, catalogue } = fakeCatalogue(({ request }) =>
    request["offset"] === 0 ? { ImageSet: [row], TotalCount: 1 } : { ImageSet: null },
  );
  expect(await catalogue.images(scope, never)).toHaveLength(1);
  expect(calls.map(({ request, limits }) => [request["offset"], request["limit"], limits.deadline])).toEqual([
    [0, 100, 65_000],
    [1, 100, 65_000],
  ]);
});

test("a query by ID is one request, and takes the row of that ID alone", async () => {
  const { calls, catalogue } = fakeCatalogue(() => ({
    ImageSet: [{ CompShareImageId: "b" }, row],
    TotalCount: 0,
  }));
  expect(await catalogue.imageById(scope, "a", never)).toMatchObject({ id: "a", name: "A" });
  expect(await catalogue.imageById(scope, "c", never)).toBeUndefined();
  expect(calls).toHaveLength(2);
});

const notPlatform = (call: Asked): boolean => call.action !== "DescribeCompShareImages";

test("an ID is looked for in the other catalogues too; the first that has it counts, and none behind it need answer", async () => {
  const { catalogue } = fakeCatalogue((call) => {
    if (!notPlatform(call)) return { ImageSet: [], TotalCount: 0 };
    if (call.action === "DescribeCompShareCustomImages") return { ImageSet: [], TotalCount: 0 };
    if (call.action === "DescribeCommunityImages") throw refusal(299, "denied");
    return { ImageSet: [row], TotalCount: 1 };
  });
  expect(await catalogue.imageById({ ...scope, source: "any" }, "a", never)).toMatchObject({ id: "a" });
});

test("a catalogue that fails before one has the ID fails the lookup", async () => {
  const { catalogue } = fakeCatalogue((call) => {
    if (notPlatform(call)) throw refusal(299, "denied");
    return { ImageSet: [], TotalCount: 0 };
  });
  await expect(catalogue.imageById({ ...scope, source: "any" }, "a", never)).rejects.toThrow("RetCode 299");
});

function refusal(retCode: number, message: string): ApiError {
  return new ApiError({
    action: "DescribeCompShareImages",
    retCode,
    message,
    requestId: undefined,
    meaning: retCodeMeaning(retCode, message),
  });
}

test.each([
  [230, "Params [CompShareImageId] not available"],
  [8039, "Resource not exist [a]"],
  [8351, "Resource not exist"],
])("RetCode %i %s means that no image has the ID", async (retCode, message) => {
  const { catalogue } = fakeCatalogue(() => {
    throw refusal(retCode, message);
  });
  expect(await catalogue.imageById(scope, "a", never)).toBeUndefined();
});

test.each([
  [230, "Params [Region] not available"],
  [171, "Signature VerifyAC Error"],
  [150, ""],
])("RetCode %i %s is not taken for an unknown ID", async (retCode, message) => {
  const error = refusal(retCode, message);
  const { catalogue } = fakeCatalogue(() => {
    throw error;
  });
  await expect(catalogue.imageById(scope, "a", never)).rejects.toBe(error);
});

test.each<[string, object, unknown]>([
  ["nothing", {}, { tags: [], categories: {} }],
  ["nulls", { Tags: null, TagsMap: null }, { tags: [], categories: {} }],
  [
    "categories whose tags the list lacks",
    { Tags: ["b", "a", "b"], TagsMap: { one: ["c", "a"], two: null } },
    { tags: ["a", "b", "c"], categories: { one: ["c", "a"], two: [] } },
  ],
])("tags of %s", async (_, reply, expected) => {
  const { catalogue } = fakeCatalogue(() => reply);
  expect(await catalogue.tags(scope, never)).toEqual(expected);
});

test("one row without an ID fails the listing and is named", async () => {
  const { catalogue } = fakeCatalogue(() => ({ ImageSet: [row, { Name: "B" }], TotalCount: 2 }));
  expect(messageOf(await rejectionOf(catalogue.images(scope, never)))).toBe(
    "SCHEMA: DescribeCompShareImages: ImageSet[1].CompShareImageId is not of the type that CompShare documents",
  );
});

test("an odd member of one row is unknown, and the listing is read", async () => {
  const { catalogue } = fakeCatalogue(({ request }) => ({
    ImageSet: request["offset"] === 0 ? [row, { CompShareImageId: "b", Name: "B", Size: "large" }] : [],
    TotalCount: 2,
  }));
  const images = await catalogue.images(scope, never);
  expect(images.map(({ id, sizeMb }) => [id, sizeMb])).toEqual([
    ["a", undefined],
    ["b", undefined],
  ]);
  expect(images.map(oddMembers)).toEqual([[], ["sizeMb"]]);
});

/** The same place, asked for by an argument and by the configuration. */
const samePlace = ["argument", "configuration"].map((kind) =>
  resolveScope(
    kind === "argument" ? { region: "cn-sh2" } : {},
    kind === "argument" ? {} : { region: "cn-sh2" },
  ),
);

test("a listing is shared by scopes of the same place, wherever they came from", async () => {
  const { calls, catalogue } = fakeCatalogue(({ request }) =>
    request["offset"] === 0 ? { ImageSet: [row], TotalCount: 1 } : { ImageSet: null },
  );
  await Promise.all(samePlace.map((place) => catalogue.images(place, never)));
  expect(calls.map(({ request }) => request["offset"])).toEqual([0, 1]);
});

test("the list of tags is one for all sources, since none is sent", async () => {
  const { calls, catalogue } = fakeCatalogue(() => ({ Tags: ["a"] }));
  const scopes = [
    ...samePlace,
    ...(["community", "any"] as const).map((source) => ({ ...samePlace[0], source })),
  ];
  await Promise.all(scopes.map((one) => catalogue.tags({ ...scope, ...one }, never)));
  expect(calls).toHaveLength(1);
});
