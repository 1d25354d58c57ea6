import { afterEach, expect, test } from "@jest/globals";
import type { CatalogFileProblems } from "../../../provider/errors/catalog-file-problems.ts";
import type { Problem, ProblemKind } from "../../../provider/errors/input-problem.ts";
import type { KeyProblems } from "../../../provider/errors/key-problems.ts";
import type { SettingsProblems } from "../../../provider/errors/settings-problems.ts";
import { setLanguage } from "../../../provider/messages/messages.ts";
import { type ProblemSample, problemInBoth } from "../../support/messages/problem-sample.ts";

afterEach(() => setLanguage("en"));

const region = "cn-wlcb";

/** Kinds of problems of settings; settings-problem-texts.test.ts has those. */
type OfSettings = keyof SettingsProblems | keyof KeyProblems | keyof CatalogFileProblems;

/** A problem of each other kind, with the line that people read of it. */
const samples: { readonly [Kind in Exclude<ProblemKind, OfSettings>]: ProblemSample<Kind> } = {
  unknownArgument: {
    property: "nmae",
    problem: { kind: "unknownArgument", allowed: ["id", "name"], closest: "name" },
    en: "unknown argument `nmae`; did you mean `name`?",
    zh: "未知参数 `nmae`；是否想写 `name`？",
  },
  unknownKey: {
    property: "title",
    problem: { kind: "unknownKey", allowed: ["region", "zone"], closest: undefined, ofProject: true },
    en: "unknown configuration key `title`; known are `region`, `zone`. This project is itself called compshare, so its own keys are read as the provider's: set them under another name, such as `app:KEY`, or rename the project",
    zh: "未知配置项 `title`；可用的有 `region`, `zone`。本项目也叫 compshare，所以项目自己的配置项会被当作 provider 的配置项：请换一个名称来设置，例如 `app:KEY`，或者给项目改名",
  },
  wrongType: {
    property: "tags[0]",
    problem: { kind: "wrongType", wanted: "string" },
    en: "`tags[0]` must be text",
    zh: "`tags[0]` 应为文本",
  },
  numberForText: {
    property: "version",
    problem: { kind: "numberForText" },
    en: "`version` must be text: put it in quotes, since YAML reads 3.10 as 3.1 and 13.0 as 13",
    zh: "`version` 应为文本：请加引号，因为 YAML 会把 3.10 读成 3.1，把 13.0 读成 13",
  },
  emptyText: {
    property: "name",
    problem: { kind: "emptyText" },
    en: "`name` must not be empty; leave it out instead",
    zh: "`name` 不能为空；不需要时请省略",
  },
  emptyList: {
    property: "tags",
    problem: { kind: "emptyList" },
    en: "`tags` must have at least one entry; leave it out instead",
    zh: "`tags` 至少要有一项；不需要时请省略",
  },
  tooSmall: {
    property: "limit",
    problem: { kind: "tooSmall", least: 1 },
    en: "`limit` must be at least 1",
    zh: "`limit` 不能小于 1",
  },
  tooLarge: {
    property: "limit",
    problem: { kind: "tooLarge", most: 20_000 },
    en: "`limit` must be at most 20000",
    zh: "`limit` 不能大于 20000",
  },
  notAllowed: {
    property: "lang",
    problem: { kind: "notAllowed", allowed: ["en", "zh"], closest: undefined },
    en: '`lang` must be one of "en", "zh"',
    zh: '`lang` 只能是 "en", "zh" 之一',
  },
  badForm: {
    property: "region",
    problem: { kind: "badForm", example: region },
    en: "`region` must look like `cn-wlcb`",
    zh: "`region` 格式应类似 `cn-wlcb`",
  },
  wrongKind: {
    property: "name",
    problem: { kind: "wrongKind" },
    en: "`name` is of the wrong kind",
    zh: "`name` 类型错误",
  },
  exclusive: {
    property: "nameGlob",
    problem: { kind: "exclusive", arguments: ["name", "nameGlob", "nameRegex"] },
    en: "only one of `name`, `nameGlob` and `nameRegex` may be given; leave all but one of them out",
    zh: "`name`、`nameGlob`、`nameRegex` 只能给出一个，请去掉其余的",
  },
  zoneOutsideRegion: {
    property: "zone",
    problem: { kind: "zoneOutsideRegion", zone: "cn-sh2-02", zoneRegion: "cn-sh2", region },
    en: "`zone` must lie in `region`: cn-sh2-02 is a zone of cn-sh2, not of cn-wlcb; leave `region` out or change one of them",
    zh: "`zone` 必须位于 `region` 内：cn-sh2-02 属于 cn-sh2，不属于 cn-wlcb；请省略 `region`，或修改其中一个",
  },
  untrustedSource: {
    property: "orderBy",
    problem: {
      kind: "untrustedSource",
      source: "any",
      needsOneOf: ["author", "ownerAccountId", "groupId", "officialOnly", "certifiedOnly"],
    },
    en: "`orderBy` with `source` any needs `author`, `ownerAccountId`, `groupId`, `officialOnly` or `certifiedOnly`: other accounts can put an image there under any name, and the next one would be taken",
    zh: "`source` 为 any 时，`orderBy` 必须配合 `author`、`ownerAccountId`、`groupId`、`officialOnly` 或 `certifiedOnly`：其他账号可以用任意名称放入镜像，下一个同名镜像就会被选中",
  },
  minOverMax: {
    property: "minCount",
    problem: { kind: "minOverMax", minCount: 3, maxCount: 2 },
    en: "`minCount` 3 must not be larger than `maxCount` 2",
    zh: "`minCount` 3 不能大于 `maxCount` 2",
  },
  versionRange: {
    property: "cudaVersion",
    problem: { kind: "versionRange" },
    en: "`cudaVersion` must be a version range such as `^2.4`, `>=12.4 <13` or `12.x`",
    zh: "`cudaVersion` 应为版本范围，例如 `^2.4`、`>=12.4 <13` 或 `12.x`",
  },
  osVersionRange: {
    property: "osVersion",
    problem: { kind: "osVersionRange" },
    en: "`osVersion` must be a version range, words in front if any, such as `Ubuntu >=22.04`, `Ubuntu` or `22.x`",
    zh: "`osVersion` 应为版本范围，前面可写系统名称，例如 `Ubuntu >=22.04`、`Ubuntu` 或 `22.x`",
  },
  moment: {
    property: "createdAfter",
    problem: { kind: "moment" },
    en: "`createdAfter` must be a date such as `2026-07-22` or an RFC 3339 time such as `2026-07-22T08:00:00Z`",
    zh: "`createdAfter` 应为日期（如 `2026-07-22`）或 RFC 3339 时间（如 `2026-07-22T08:00:00Z`）",
  },
  blankTag: {
    property: "tags",
    problem: { kind: "blankTag" },
    en: "`tags` must not hold a tag of spaces and commas alone; leave it out instead",
    zh: "`tags` 不能含有只由空格或逗号组成的标签；不需要时请去掉",
  },
  tooLong: {
    property: "nameGlob",
    problem: { kind: "tooLong", mostCharacters: 1000 },
    en: "`nameGlob` must not be longer than 1000 characters",
    zh: "`nameGlob` 不能超过 1000 个字符",
  },
  regularExpression: {
    property: "nameRegex",
    problem: { kind: "regularExpression" },
    en: "`nameRegex` must be a regular expression in RE2's syntax; look-around `(?=` `(?<` and back-references `\\1` do not exist there",
    zh: "`nameRegex` 应为 RE2 语法的正则表达式；RE2 没有环视 `(?=` `(?<` 和反向引用 `\\1`",
  },
  glob: {
    property: "nameGlob",
    problem: { kind: "glob" },
    en: "`nameGlob` must be a glob such as `vLLM v0.1?.*`; a set in brackets needs its members in order",
    zh: "`nameGlob` 应为通配符，例如 `vLLM v0.1?.*`；方括号中的范围要从小到大",
  },
  queryBesideId: {
    property: "imageId",
    problem: { kind: "queryBesideId", arguments: ["name", "mostRecent"] },
    en: "`imageId` names the image, so there is nothing to ask; leave it or `name`, `mostRecent` out",
    zh: "`imageId` 已指定镜像，不需要再查询；请去掉它，或去掉 `name`、`mostRecent`",
  },
  policyBesideId: {
    property: "policy",
    problem: { kind: "policyBesideId", policy: "follow" },
    en: "`policy: follow` needs a query; it cannot be combined with `imageId`",
    zh: "`policy: follow` 需要查询条件，不能与 `imageId` 同时使用",
  },
  policyWithoutVersion: {
    property: "policy",
    problem: { kind: "policyWithoutVersion" },
    en: "`policy` withinRange needs `version`, the range to stay in, such as `^2.4`",
    zh: "`policy` 为 withinRange 时需要 `version`，即允许的范围，例如 `^2.4`",
  },
  orderBesideVersions: {
    property: "orderBy",
    problem: { kind: "orderBesideVersions" },
    en: "`policy` withinRange takes the highest version; leave `orderBy` out",
    zh: "`policy` 为 withinRange 时取最高版本，请去掉 `orderBy`",
  },
  imageNotFound: {
    property: "imageId",
    problem: {
      kind: "imageNotFound",
      noId: { argument: "imageId", id: "x", region, source: "any" },
    },
    en: 'no CompShare image has the ID "x" of `imageId` (region cn-wlcb, source any).',
    zh: '没有 ID 为 "x" 的 CompShare 镜像（`imageId`，region cn-wlcb，source any）。',
  },
  imageAmbiguous: {
    problem: {
      kind: "imageAmbiguous",
      tooMany: {
        query: { filters: [{ argument: "name", wanted: "b" }], places: [], region, source: "any" },
        found: 3,
        most: 2,
        first: [{ id: "a", name: "b" }],
      },
    },
    en: 'IMAGE_AMBIGUOUS: 3 images match name: "b", and `maxCount` allows 2: "b" a, …. Narrow the query or raise `maxCount`.',
    zh: 'IMAGE_AMBIGUOUS: 有 3 个镜像符合 name: "b"，而 `maxCount` 最多允许 2 个："b" a, …。请缩小查询范围，或调大 `maxCount`。',
  },
  noFunction: {
    problem: { kind: "noFunction", token: "compshare:index:x" },
    en: 'the package has no function "compshare:index:x"; update the plugin or check the name',
    zh: '本包没有函数 "compshare:index:x"；请升级插件或检查名称',
  },
  noResource: {
    problem: { kind: "noResource", type: "compshare:index:X" },
    en: 'the package has no resource "compshare:index:X"; update the plugin or check the name',
    zh: '本包没有资源 "compshare:index:X"；请升级插件或检查名称',
  },
  notKnownYet: {
    property: "name",
    problem: { kind: "notKnownYet" },
    en: "`name` is not known yet, because it comes from a resource that does not exist; use the Output form of the function, which waits for it",
    zh: "`name` 的值还不知道，因为它来自尚未创建的资源；请使用函数的 Output 形式，它会等到值出现",
  },
  notConfigured: {
    problem: { kind: "notConfigured" },
    en: "the provider has not been configured yet",
    zh: "provider 尚未配置",
  },
};

test.each(Object.entries(samples))(
  "%s reads in both languages",
  (kind, { property = "", problem, en, zh }) => {
    expect({ kind: problem.kind, ...problemInBoth(property, problem) }).toEqual({ kind, en, zh });
  },
);

test.each<[string, Problem, string, string]>([
  [
    "unknownArgument",
    { kind: "unknownArgument", allowed: ["id", "name"], closest: undefined },
    "unknown argument `x`; known are `id`, `name`",
    "未知参数 `x`；可用的有 `id`, `name`",
  ],
  [
    "unknownKey",
    { kind: "unknownKey", allowed: ["region"], closest: "region", ofProject: false },
    "unknown configuration key `x`; did you mean `region`?",
    "未知配置项 `x`；是否想写 `region`？",
  ],
])("%s with other facts reads otherwise", (_, problem, en, zh) => {
  expect(problemInBoth("x", problem)).toEqual({ en, zh });
});
