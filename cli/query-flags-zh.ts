import type { ArgumentName } from "./query-arguments.ts";

function versionRange(what: string, example: string): string {
  return `${what}的范围，写法与 npm 或 pip 相同，请加引号，例如 '${example}'。版本逐段按数字比较，段数不限，8.10 比 8.9 新。只有范围里写明预发布版本时，预发布版本才匹配。未注明的镜像不计入。`;
}

function moment(what: string): string {
  return `${what}，可写日期（如 2026-07-22，指 UTC 当天零点）或 RFC 3339 时间。未注明时间的镜像不计入。`;
}

/** What the contract says of each argument, in Chinese. */
export const argumentsInChinese: Readonly<Record<ArgumentName, string>> = {
  id: "镜像 ID，须完全一致，例如 compshareImage-1minbz219ceq。单独查询，未给 `source` 时在所有镜像目录中查找；结果另有 readme。",
  name: "名称，须完全一致，区分大小写，例如 cuda128_torch291_py312。`name`、`nameContains`、`nameGlob`、`nameRegex` 最多给一个。匹配的是镜像自身的名称；没有镜像符合时，改用分组的名称匹配，并给出警告。",
  nameContains: "名称的一部分，区分大小写，例如 vLLM。",
  nameGlob:
    "匹配整个名称的通配符，区分大小写，例如 'vLLM v0.1?.*'：* 为任意多个字符，? 为一个字符，[0-9] 为其中之一，\\ 使下一个字符按原样匹配。最多 1000 个字符。",
  nameRegex:
    "名称中某一部分须匹配的正则表达式，例如 '^cuda12\\d_torch'。语法为 RE2，匹配耗时与长度成正比，没有环视和反向引用。最多 1000 个字符。",
  imageType: "镜像类型：System（纯操作系统）、App（带框架或应用）、Game、Other，或更新的值。默认不限。",
  author: "发布者昵称，须完全一致，例如 UCloud。",
  ownerAccountId: "镜像所属账号的 ID，须完全一致，例如 50133150。与昵称不同，账号 ID 不会重复。",
  groupId: "同一个已发布镜像的所有版本所在分组的 ID，须完全一致。",
  officialOnly: "只要官方发布的镜像。默认不限。",
  certifiedOnly: "只要认证发布者或官方发布的镜像。默认不限。",
  tags: "镜像须同时具备的标签，不区分大小写和全角半角；写成 pytorch，Pytorch 的标签，两个都算。可用的标签见 compshare-images tags。",
  tagsAny: "镜像至少须具备其一的标签，比较方式同 `tags`。",
  tagsNone: "镜像不得具备的标签，比较方式同 `tags`。",
  container: "只要容器镜像（`true`）或虚机镜像（`false`）。默认不限。",
  gpuType: "镜像须支持的 GPU 型号，例如 4090，不区分大小写。未注明的镜像不计入。",
  framework: "镜像内的框架，例如 PyTorch，不区分大小写。",
  frameworkVersion: versionRange("框架版本", ">=2.8 <3"),
  cudaVersion: versionRange("CUDA 版本", "12.x"),
  pythonVersion: versionRange("Python 版本", "3.12"),
  osVersion: `${versionRange("操作系统版本", ">=22.04")}前面可以写名称，如 'Ubuntu >=22.04'，镜像的操作系统须含有这些词。`,
  version: `${versionRange("镜像版本", "^2.4")}版本依次取自 versionName、名称、框架版本，规则见 docs/versions.zh-CN.md。`,
  freeOnly:
    "只要镜像本身不收费的：价格为 0，或没有价格但 CompShare 注明不收费。两者都未注明的镜像不计入。默认不限。",
  maxPrice: "镜像本身每小时的最高价格（元），不小于 0。没有价格的镜像不计入。",
  maxSizeMb: "最大体积（MB），51200 即 50 GB。未注明体积的镜像不计入。",
  createdAfter: moment("创建时间不早于此时（含）"),
  createdBefore: moment("创建时间早于此时（不含）"),
  publishedAfter: moment("发布时间不早于此时（含）"),
  publishedBefore: moment("发布时间早于此时（不含）"),
  statuses:
    "接受的镜像状态；Unknown 指 CompShare 没有给出状态的镜像。默认 Available。因状态不符而未选的镜像，错误信息和 selection.warnings 会指出。",
  source:
    "要查询的镜像目录：platform（平台镜像）、custom（本账号自制）、shared（共享给本账号）、community（社区）、published（本账号发布）、any（全部）。默认 platform；给出 `id` 时默认 any。",
  region: "要查询的地域，例如 cn-sh2。默认为 `zone` 所在地域，否则为配置的地域。",
  zone: "要查询的可用区，例如 cn-wlcb-01。默认为配置的可用区。同一地域各可用区的平台镜像相同。",
  projectId: "要查询的项目，以 org- 开头。默认为配置的项目，否则为账号的默认项目。子账号必须给出。",
  orderBy:
    "排序，最重要的在前，可用 published、created、name、version、frameworkVersion、cudaVersion、size、price、id，前加 - 为降序。默认 -published,-created,name,id。没有发布时间时，published 取创建时间。按这些仍分不出先后的，再按默认排序。",
  mostRecent:
    "有多个镜像符合时取最新的，先比发布时间，再比创建时间。`mostRecent` 和 `orderBy` 最多给一个。默认 `false`，有多个符合就报错。在 community、shared、any 中还须给出 `author`、`ownerAccountId`、`groupId`、`officialOnly` 或 `certifiedOnly`，因为其他账号可以用任何名称在那里发布镜像。",
  ifMissing:
    "没有镜像符合时：error 报错，empty 返回空结果。只有完整读取之后确实没有才返回空结果，出了故障仍然报错。默认 error。",
  offset: "跳过排序结果开头的多少个镜像。默认 0。",
  limit: "最多输出多少个镜像，至少 1。默认全部。只截取排序后的结果，不影响读取。",
  minCount: "至少要有多少个镜像符合，少于则报错；不受 `offset` 和 `limit` 影响。默认 0。",
  maxCount: "最多允许多少个镜像符合，多于则报错；不受 `offset` 和 `limit` 影响。默认不限。",
};
