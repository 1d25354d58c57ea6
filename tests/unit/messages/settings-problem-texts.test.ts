import { afterEach, expect, test } from "@jest/globals";
import type { CatalogFileProblems } from "../../../provider/errors/catalog-file-problems.ts";
import type { Problem } from "../../../provider/errors/input-problem.ts";
import type { KeyProblems } from "../../../provider/errors/key-problems.ts";
import type { GatewayRule, SettingsProblems } from "../../../provider/errors/settings-problems.ts";
import { setLanguage } from "../../../provider/messages/messages.ts";
import { type ProblemSample, problemInBoth } from "../../support/messages/problem-sample.ts";

afterEach(() => setLanguage("en"));

type Kinds = keyof SettingsProblems | keyof KeyProblems | keyof CatalogFileProblems;

const path = "a.json";
const takenAt = "2026-07-22";
const region = "cn-wlcb";

/** A problem of settings of each kind, with the line that people read of it. */
const samples: { readonly [Kind in Kinds]: ProblemSample<Kind> } = {
  environmentForm: {
    property: "region",
    problem: { kind: "environmentForm", variable: "COMPSHARE_REGION" },
    en: "COMPSHARE_REGION in the environment does not have the form that `region` must have",
    zh: "环境变量 COMPSHARE_REGION 不符合 `region` 的格式",
  },
  gateway: {
    property: "baseUrl",
    problem: { kind: "gateway", rule: "dot", from: "COMPSHARE_BASE_URL" },
    en: "COMPSHARE_BASE_URL must not end its host with a dot",
    zh: "COMPSHARE_BASE_URL 主机名不能以点结尾",
  },
  proxy: {
    problem: { kind: "proxy", variable: "HTTPS_PROXY" },
    en: "HTTPS_PROXY in the environment is not the address of an HTTP proxy; it must look like `http://proxy.example:3128`",
    zh: "环境变量 HTTPS_PROXY 不是 HTTP 代理的地址；它应形如 `http://proxy.example:3128`",
  },
  noKeys: {
    problem: { kind: "noKeys", lookedIn: ["configuration", "currentProfile"] },
    en: "no credentials were found. Looked in: the provider's configuration (publicKey, privateKey); the CompShare CLI's current profile. Set both keys, for example with `pulumi config set --secret compshare:publicKey ...` and `pulumi config set --secret compshare:privateKey ...`; make them at https://console.compshare.cn/uaccount/api_manage",
    zh: "没有找到密钥。已查找：provider 配置（publicKey、privateKey）; CompShare CLI 的当前 profile。请设置一对密钥，例如 `pulumi config set --secret compshare:publicKey ...` 和 `pulumi config set --secret compshare:privateKey ...`；密钥在 https://console.compshare.cn/uaccount/api_manage 创建",
  },
  keysAndProfile: {
    problem: { kind: "keysAndProfile" },
    en: "the provider's configuration names keys and a profile; give either publicKey and privateKey, or profile and configFile",
    zh: "provider 配置同时给出了密钥和 profile；请只给 publicKey 和 privateKey，或只给 profile 和 configFile",
  },
  halfPair: {
    problem: { kind: "halfPair", source: "configuration", present: "publicKey", missing: "privateKey" },
    en: "the provider's configuration (publicKey, privateKey) has publicKey but no privateKey; keys are taken as a pair from one source",
    zh: "provider 配置（publicKey、privateKey）只有 publicKey，缺少 privateKey；一对密钥必须来自同一处",
  },
  unusableKey: {
    problem: { kind: "unusableKey", name: "private_key", source: "profile" },
    en: "private_key from the CompShare CLI's profile file is empty or holds characters that no key has; copy it again",
    zh: "来自CompShare CLI 的配置文件的 private_key 为空，或含有密钥中不会出现的字符；请重新复制",
  },
  noProfileFile: {
    problem: { kind: "noProfileFile", path },
    en: 'the CompShare CLI\'s configuration file "a.json" does not exist; check `configFile` and COMPSHARE_CONFIG_FILE',
    zh: 'CompShare CLI 的配置文件 "a.json" 不存在；请检查 `configFile` 和 COMPSHARE_CONFIG_FILE',
  },
  noProfile: {
    problem: { kind: "noProfile", profile: "work", known: ["home", "test"] },
    en: 'profile "work" is not in the CompShare CLI\'s configuration file; it has "home", "test"',
    zh: 'CompShare CLI 的配置文件里没有 profile "work"；现有 "home", "test"',
  },
  keyFileUnreadable: {
    problem: { kind: "keyFileUnreadable", path, systemCode: "EACCES" },
    en: 'the credentials file "a.json" is there but cannot be read (EACCES); make it readable for this user, or remove it',
    zh: '密钥文件 "a.json" 存在但无法读取（EACCES）；请让当前用户可读，或删除该文件',
  },
  keyFileBroken: {
    problem: { kind: "keyFileBroken", path },
    en: 'the credentials file "a.json" cannot be read as the JSON that its tool writes',
    zh: '密钥文件 "a.json" 不是对应工具写出的 JSON，无法读取',
  },
  catalogFileMissing: {
    problem: { kind: "catalogFileMissing", path },
    en: 'the catalogue file "a.json" does not exist; check `catalogFile` and COMPSHARE_CATALOG_FILE, or write it with `compshare-images snapshot`',
    zh: '目录文件 "a.json" 不存在；请检查 `catalogFile` 和 COMPSHARE_CATALOG_FILE，或用 `compshare-images snapshot` 生成',
  },
  catalogFileUnreadable: {
    problem: { kind: "catalogFileUnreadable", path, systemCode: "EISDIR" },
    en: 'the catalogue file "a.json" cannot be read (EISDIR)',
    zh: '无法读取目录文件 "a.json"（EISDIR）',
  },
  catalogFileNotJson: {
    problem: { kind: "catalogFileNotJson", path, line: 3, column: 7 },
    en: 'the catalogue file "a.json" is broken: line 3, column 7 is not JSON; take a new snapshot',
    zh: '目录文件 "a.json" 已损坏：第 3 行第 7 列不是 JSON；请重新生成快照',
  },
  catalogFileSchema: {
    problem: { kind: "catalogFileSchema", path, schema: "b/2", known: "b/1" },
    en: 'the catalogue file "a.json" has the schema "b/2", and this version reads b/1; update the plugin, or remove the file and take a new snapshot with `compshare-images` of this version',
    zh: '目录文件 "a.json" 的格式是 "b/2"，而本版本只能读取 b/1；请升级插件，或删除该文件并用本版本的 `compshare-images` 重新生成快照',
  },
  catalogFileMember: {
    problem: { kind: "catalogFileMember", path, member: "listings[0].region" },
    en: 'the catalogue file "a.json" is broken: listings[0].region is missing or of the wrong kind; take a new snapshot',
    zh: '目录文件 "a.json" 已损坏：listings[0].region 缺失或类型错误；请重新生成快照',
  },
  catalogFileRepeated: {
    problem: { kind: "catalogFileRepeated", path, member: "listings[1]" },
    en: 'the catalogue file "a.json" is broken: listings[1] is there twice; take a new snapshot',
    zh: '目录文件 "a.json" 已损坏：listings[1] 重复；请重新生成快照',
  },
  catalogFileTooOld: {
    problem: { kind: "catalogFileTooOld", path, takenAt, days: 9, maxAgeDays: 7 },
    en: 'the catalogue file "a.json" was taken on 2026-07-22, 9 days ago, and `catalogMaxAgeDays` allows 7; take a new snapshot',
    zh: '目录文件 "a.json" 生成于 2026-07-22，已过去 9 天，而 `catalogMaxAgeDays` 只允许 7 天；请重新生成快照',
  },
  catalogFileWithoutListing: {
    problem: {
      kind: "catalogFileWithoutListing",
      path,
      takenAt,
      wanted: { source: "custom", region },
      listings: [
        { source: "platform", region },
        { source: "community", region: "cn-sh2" },
      ],
    },
    en: 'the catalogue file "a.json" of 2026-07-22 does not list custom in cn-wlcb; it has platform in cn-wlcb, community in cn-sh2. Take a new snapshot with it',
    zh: '2026-07-22 的目录文件 "a.json" 没有收录 cn-wlcb 的 custom；其中收录了 cn-wlcb 的 platform、cn-sh2 的 community。请重新生成包含它的快照',
  },
  catalogFileWithoutTags: {
    problem: { kind: "catalogFileWithoutTags", path, takenAt, region },
    en: 'the catalogue file "a.json" of 2026-07-22 has no list of tags for cn-wlcb; take a new snapshot',
    zh: '2026-07-22 的目录文件 "a.json" 没有 cn-wlcb 的标签列表；请重新生成快照',
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
    "noProfileFile",
    { kind: "noProfileFile", path: undefined },
    "the CompShare CLI's configuration file does not exist",
    "CompShare CLI 的配置文件不存在",
  ],
  [
    "catalogFileWithoutListing",
    { kind: "catalogFileWithoutListing", path, takenAt, wanted: { source: "any", region }, listings: [] },
    'the catalogue file "a.json" of 2026-07-22 does not list any in cn-wlcb; it has no listing at all. Take a new snapshot with it',
    '2026-07-22 的目录文件 "a.json" 没有收录 cn-wlcb 的 any；其中收录了 （无）。请重新生成包含它的快照',
  ],
])("%s with other facts reads otherwise", (_, problem, en, zh) => {
  expect(problemInBoth("x", problem)).toEqual({ en, zh });
});

const rules: { readonly [Rule in GatewayRule]: readonly [en: string, zh: string] } = {
  notUrl: ["must be a URL such as `https://api.compshare.cn`", "应为 URL，例如 `https://api.compshare.cn`"],
  scheme: ["must start with `https://`", "必须以 `https://` 开头"],
  userInfo: ["must not hold a user name or password", "不能包含用户名或密码"],
  ascii: ["must be written in ASCII without spaces", "只能使用 ASCII 字符，不能有空格"],
  originOnly: [
    "must be scheme, host and port only, without a path, query or fragment",
    "只能写协议、主机和端口，不能有路径、查询或片段",
  ],
  dot: ["must not end its host with a dot", "主机名不能以点结尾"],
  linkLocal: ["must not be a link-local address", "不能是链路本地地址"],
  insecure: [
    "must use `https`; plain `http` is for loopback, or set `allowInsecureEndpoint` to true",
    "必须使用 `https`；明文 `http` 只用于本机回环地址，或把 `allowInsecureEndpoint` 设为 true",
  ],
};

test.each(Object.entries(rules))("a gateway that breaks the rule %s is told so", (name, [en, zh]) => {
  const rule = Object.keys(rules).find((one): one is GatewayRule => one === name) ?? "notUrl";
  const problem: Problem = { kind: "gateway", rule, from: undefined };
  expect(problemInBoth("baseUrl", problem)).toEqual({ en: `\`baseUrl\` ${en}`, zh: `\`baseUrl\` ${zh}` });
});
