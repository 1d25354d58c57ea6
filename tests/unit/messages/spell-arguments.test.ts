import { afterEach, expect, test } from "@jest/globals";
import { ApiError, type Origin } from "../../../provider/errors/api-error.ts";
import { ArgumentError } from "../../../provider/errors/argument-error.ts";
import type { CompShareError } from "../../../provider/errors/compshare-error.ts";
import { ConfigurationError } from "../../../provider/errors/configuration-error.ts";
import { ImageAmbiguousError } from "../../../provider/errors/image-ambiguous-error.ts";
import { ImageNotFoundError } from "../../../provider/errors/image-not-found-error.ts";
import type { InputProblem } from "../../../provider/errors/input-problem.ts";
import { TransportError } from "../../../provider/errors/transport-error.ts";
import { errorText } from "../../../provider/messages/error-text.ts";
import { setLanguage } from "../../../provider/messages/messages.ts";
import { programErrorText, programProblems } from "../../../provider/messages/spell-arguments.ts";
import { retCodeMeaning } from "../../../provider/ucloud/ret-codes.ts";

afterEach(() => setLanguage("en"));

const place = { region: "cn-wlcb", source: "platform" };

/** No match of a query by one filter, which is advised to be left out. */
function noMatch(argument: string, rowsRead = 72): ImageNotFoundError {
  const query = { ...place, filters: [{ argument, wanted: "x" }], places: [] };
  const funnel = rowsRead === 0 ? [] : [{ argument, left: 0, unspecified: 0 }];
  return new ImageNotFoundError({
    noMatch: {
      query,
      rowsRead,
      funnel,
      advice: rowsRead === 0 ? [] : [{ kind: "closest", argument, values: ["y"], changes: [] }],
    },
  });
}

/** Two images that one argument tells apart, with or without a way to take the first. */
function several(argument: string, picks: readonly ("mostRecent" | "orderBy")[]): ImageAmbiguousError {
  return new ImageAmbiguousError({
    several: {
      query: { ...place, filters: [{ argument: "name", wanted: "x" }], places: [] },
      count: 2,
      columns: ["id"],
      candidates: ["a", "b"].map((id) => ({ id, name: "x", cells: [id], change: { [argument]: id } })),
      picks: picks.map((pick) => ({ argument: pick, change: { [pick]: true } })),
    },
  });
}

function refused(origin: Origin): ApiError {
  const error = new ApiError({
    action: "DescribeCompShareImages",
    retCode: 230,
    message: undefined,
    requestId: undefined,
    meaning: retCodeMeaning(230, "Params [ProjectId] not available"),
    given: { value: "org-abc", origin, closest: undefined, known: [] },
  });
  error.attemptSummary = {
    attempts: 1,
    maxAttempts: 5,
    elapsedMs: 0,
    credentialsSource: undefined,
    quotaSpent: false,
  };
  return error;
}

const tooFew = new ImageNotFoundError({
  tooFew: {
    found: 1,
    least: 2,
    query: { ...place, filters: [{ argument: "gpuType", wanted: "4090" }], places: [] },
  },
});

test.each<[string, CompShareError, en: string, zh: string]>([
  [
    "one argument of two words",
    noMatch("nameContains"),
    `IMAGE_NOT_FOUND: no CompShare image matches nameContains: "x".
72 images were read (region cn-wlcb, source platform): \`nameContains\` leaves 0.
The closest \`nameContains\` is "y". Python writes \`name_contains\`, Go and .NET \`NameContains\`.`,
    `IMAGE_NOT_FOUND: 没有 CompShare 镜像符合 nameContains: "x"。
共读取 72 个镜像（region cn-wlcb，source platform）：\`nameContains\` 之后剩 0 个。
最接近的 \`nameContains\` 是 "y"。在 Python 中写作 \`name_contains\`，在 Go 和 .NET 中写作 \`NameContains\`。`,
  ],
  [
    "two arguments",
    new ImageAmbiguousError({
      tooMany: {
        query: { ...place, filters: [{ argument: "gpuType", wanted: "4090" }], places: [] },
        found: 2,
        most: 1,
        first: [],
      },
    }),
    'IMAGE_AMBIGUOUS: 2 images match gpuType: "4090", and `maxCount` allows 1: , …. Narrow the query or raise `maxCount`. Python writes `max_count` and `gpu_type`, Go and .NET `MaxCount` and `GpuType`.',
    'IMAGE_AMBIGUOUS: 有 2 个镜像符合 gpuType: "4090"，而 `maxCount` 最多允许 1 个：, …。请缩小查询范围，或调大 `maxCount`。在 Python 中写作 `max_count`、`gpu_type`，在 Go 和 .NET 中写作 `MaxCount`、`GpuType`。',
  ],
  [
    "fewer matches than are asked for",
    tooFew,
    'IMAGE_NOT_FOUND: 1 image matches gpuType: "4090", and `minCount` asks for 2. Widen the query or lower `minCount`. Python writes `min_count` and `gpu_type`, Go and .NET `MinCount` and `GpuType`.',
    'IMAGE_NOT_FOUND: 有 1 个镜像符合 gpuType: "4090"，而 `minCount` 要求至少 2 个。请放宽查询条件，或调小 `minCount`。在 Python 中写作 `min_count`、`gpu_type`，在 Go 和 .NET 中写作 `MinCount`、`GpuType`。',
  ],
  [
    "an argument that only the last column of a table names",
    several("cudaVersion", []),
    `IMAGE_AMBIGUOUS: 2 images match name: "x", and the query has to mean one:
  id  to get this one
  a   cudaVersion: "a"
  b   cudaVersion: "b"
Add what the last column says. Python writes \`cuda_version\`, Go and .NET \`CudaVersion\`.`,
    `IMAGE_AMBIGUOUS: 有 2 个镜像符合 name: "x"，而查询必须只对应一个：
  id  要选它，请加上
  a   cudaVersion: "a"
  b   cudaVersion: "b"
请加上最后一列的参数。在 Python 中写作 \`cuda_version\`，在 Go 和 .NET 中写作 \`CudaVersion\`。`,
  ],
  [
    "an argument of the last column beside the ways to take the first",
    several("cudaVersion", ["mostRecent", "orderBy"]),
    `IMAGE_AMBIGUOUS: 2 images match name: "x", and the query has to mean one:
  id  to get this one
  a   cudaVersion: "a"
  b   cudaVersion: "b"
Add what the last column says, or \`mostRecent: true\` to take the newest, or \`orderBy\` to take the first in an order of your own. Python writes \`most_recent\`, \`order_by\` and \`cuda_version\`, Go and .NET \`MostRecent\`, \`OrderBy\` and \`CudaVersion\`.`,
    `IMAGE_AMBIGUOUS: 有 2 个镜像符合 name: "x"，而查询必须只对应一个：
  id  要选它，请加上
  a   cudaVersion: "a"
  b   cudaVersion: "b"
请加上最后一列的参数；或用 \`mostRecent: true\` 取最新的；或用 \`orderBy\` 按指定顺序取第一个。在 Python 中写作 \`most_recent\`、\`order_by\`、\`cuda_version\`，在 Go 和 .NET 中写作 \`MostRecent\`、\`OrderBy\`、\`CudaVersion\`。`,
  ],
  [
    "more arguments than a short sentence holds",
    new ArgumentError([
      {
        property: "mostRecent",
        problem: {
          kind: "untrustedSource",
          source: "community",
          needsOneOf: ["author", "ownerAccountId", "groupId", "officialOnly", "certifiedOnly"],
        },
      },
    ]),
    "ARGUMENT_INVALID: `mostRecent` with `source` community needs `author`, `ownerAccountId`, `groupId`, `officialOnly` or `certifiedOnly`: other accounts can put an image there under any name, and the next one would be taken. Python writes `most_recent`, `owner_account_id` and `group_id`, Go and .NET `MostRecent`, `OwnerAccountId` and `GroupId`, and so on",
    "ARGUMENT_INVALID: `source` 为 community 时，`mostRecent` 必须配合 `author`、`ownerAccountId`、`groupId`、`officialOnly` 或 `certifiedOnly`：其他账号可以用任意名称放入镜像，下一个同名镜像就会被选中。在 Python 中写作 `most_recent`、`owner_account_id`、`group_id`，在 Go 和 .NET 中写作 `MostRecent`、`OwnerAccountId`、`GroupId`，其余类推",
  ],
  [
    "an ID of a pin",
    new ImageNotFoundError({ noId: { argument: "imageId", id: "x", ...place } }),
    'IMAGE_NOT_FOUND: no CompShare image has the ID "x" of `imageId` (region cn-wlcb, source platform). Python writes `image_id`, Go and .NET `ImageId`.',
    'IMAGE_NOT_FOUND: 没有 ID 为 "x" 的 CompShare 镜像（`imageId`，region cn-wlcb，source platform）。在 Python 中写作 `image_id`，在 Go 和 .NET 中写作 `ImageId`。',
  ],
  [
    "an ID that a catalogue file does not list",
    new ImageNotFoundError({
      notListed: { argument: "imageId", id: "x", path: "a.json", takenAt: "2026-07-22" },
    }),
    'IMAGE_NOT_FOUND: the ID "x" of `imageId` is not in the catalogue file "a.json" of 2026-07-22; take a new snapshot. Python writes `image_id`, Go and .NET `ImageId`.',
    'IMAGE_NOT_FOUND: `imageId` 的 ID "x" 不在 2026-07-22 的目录文件 "a.json" 中；请重新生成快照。在 Python 中写作 `image_id`，在 Go 和 .NET 中写作 `ImageId`。',
  ],
  [
    "several problems",
    new ArgumentError([
      { property: "maxPrice", problem: { kind: "wrongType", wanted: "number" } },
      { property: "orderBy[0]", problem: { kind: "wrongType", wanted: "string" } },
    ]),
    "ARGUMENT_INVALID: `maxPrice` must be a number; `orderBy[0]` must be text. Python writes `max_price` and `order_by`, Go and .NET `MaxPrice` and `OrderBy`",
    "ARGUMENT_INVALID: `maxPrice` 应为数字; `orderBy[0]` 应为文本。在 Python 中写作 `max_price`、`order_by`，在 Go 和 .NET 中写作 `MaxPrice`、`OrderBy`",
  ],
  [
    "a refused value that an argument gave, before how hard it was tried",
    refused({ kind: "argument", name: "projectId" }),
    'API_REFUSED: DescribeCompShareImages was refused with RetCode 230. `projectId` "org-abc" comes from the argument `projectId`; check it. Python writes `project_id`, Go and .NET `ProjectId`. (attempt 1 of 5, 0.0 s)',
    'API_REFUSED: DescribeCompShareImages 被拒绝，RetCode 230。`projectId` 的值 "org-abc" 来自参数 `projectId`；请检查。在 Python 中写作 `project_id`，在 Go 和 .NET 中写作 `ProjectId`。 (第 1/5 次尝试，用时 0.0 秒)',
  ],
])("%s: the last sentence says how other languages write it", (_what, error, en, zh) => {
  expect(programErrorText(error)).toBe(en);
  setLanguage("zh");
  expect(programErrorText(error)).toBe(zh);
});

test.each<[string, CompShareError]>([
  ["arguments of one word, which are the same everywhere", noMatch("name")],
  ["an empty catalogue, where keys and gateway are in question", noMatch("nameContains", 0)],
  ["a value of the configuration", refused({ kind: "configuration", name: "projectId" })],
  ["a value of the environment", refused({ kind: "environment", name: "COMPSHARE_PROJECT_ID" })],
  [
    "a key of the configuration",
    new ConfigurationError([
      { property: "", problem: { kind: "exclusive", arguments: ["baseUrl", "projectId"] } },
    ]),
  ],
  ["a gateway that is not there", new TransportError({ reason: "DEADLINE" })],
  [
    "an argument that nothing takes, which only YAML lets through",
    new ArgumentError([
      {
        property: "nameContain",
        problem: { kind: "unknownArgument", allowed: ["nameContains"], closest: "nameContains" },
      },
    ]),
  ],
])("%s: nothing is added", (_what, error) => {
  expect(programErrorText(error)).toBe(errorText(error));
});

test("of several problems the last one that names arguments says how those of all are written", () => {
  const problems: readonly InputProblem[] = [
    { property: "maxPrice", problem: { kind: "wrongType", wanted: "number" } },
    { property: "minCount", problem: { kind: "tooSmall", least: 0 } },
    {
      property: "nmae",
      problem: { kind: "unknownArgument", allowed: ["nameContains"], closest: "nameContains" },
    },
  ];
  expect(programProblems(problems)).toEqual([
    { property: "maxPrice", reason: "`maxPrice` must be a number" },
    {
      property: "minCount",
      reason:
        "`minCount` must be at least 0. Python writes `max_price` and `min_count`, Go and .NET `MaxPrice` and `MinCount`",
    },
    { property: "nmae", reason: "unknown argument `nmae`; did you mean `nameContains`?" },
  ]);
});

test("names that stand in an image's own texts are arguments of nobody", () => {
  const error = new ImageNotFoundError({
    noId: { argument: "id", id: "imageTypes: `osVersions`, `selection.imageType`", ...place },
  });
  expect(programErrorText(error)).toBe(errorText(error));
});
