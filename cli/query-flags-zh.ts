import type { ArgumentName } from "./query-arguments.ts";

/** What the contract says of each argument, in Chinese. */
export const argumentsInChinese: Readonly<Record<ArgumentName, string>> = {
  id: "镜像 ID，须完全一致，例如 compshareImage-1minbz219ceq。未给 `source` 时在所有目录中查找。",
  name: "名称，须完全一致，区分大小写，例如 cuda128_torch291_py312。`name`、`nameContains`、`nameGlob`、`nameRegex` 最多给一个。",
  nameContains: "名称的一部分，区分大小写，例如 vLLM。",
  nameGlob:
    "匹配整个名称的通配符，区分大小写，例如 'vLLM v0.1?.*'：* 为任意多个字符，? 为一个字符，[0-9] 为其中之一，\\ 使下一个字符按原样匹配。",
  nameRegex: "名称中某一部分须匹配的正则表达式，例如 '^cuda12\\d_torch'。语法为 RE2，没有环视和反向引用。",
  imageType: "镜像类型：System（纯操作系统）、App（带框架或应用）、Game、Other，或更新的值。默认不限。",
  author: "发布者昵称，须完全一致，例如 UCloud。",
  ownerAccountId: "镜像所属账号的 ID，须完全一致，例如 50133150。与昵称不同，账号 ID 不会重复。",
  groupId: "同一个已发布镜像的所有版本所在分组的 ID，须完全一致。",
  officialOnly: "只要官方发布的镜像。",
  certifiedOnly: "只要认证发布者或官方发布的镜像。",
  tags: "镜像须同时具备的标签。不区分大小写和全角半角。",
  tagsAny: "镜像至少须具备其一的标签。",
  tagsNone: "镜像不得具备的标签。",
  container: "只要容器镜像；--no-container 只要虚机镜像。默认不限。",
  gpuType: "镜像须支持的 GPU 型号，例如 4090，不区分大小写。未注明的镜像不计入。",
  framework: "镜像内的框架，例如 PyTorch，不区分大小写。",
  frameworkVersion:
    "框架版本的范围，写法与 npm 相同，例如 '>=2.8 <3'。版本按数字比较，8.10 比 8.9 新。未注明的镜像不计入。",
  cudaVersion: "CUDA 版本的范围，例如 12.x。",
  pythonVersion: "Python 版本的范围，例如 3.12。",
  osVersion: "操作系统版本的范围，例如 '>=22.04'。前面可写名称，如 'Ubuntu >=22.04'。",
  version: "镜像版本的范围，例如 '^2.4'。依次取自版本名、名称、框架版本。",
  freeOnly: "只要镜像本身不收费的。",
  maxPrice: "镜像本身每小时的最高价格（元），不小于 0。没有价格的镜像不计入。",
  maxSizeMb: "最大体积（MB），51200 即 50 GB。未注明体积的镜像不计入。",
  createdAfter: "创建时间不早于，日期（如 2026-07-22，指 UTC 当天零点）或 RFC 3339 时间。",
  createdBefore: "创建时间早于（不含该时刻）。",
  publishedAfter: "发布时间不早于。",
  publishedBefore: "发布时间早于（不含该时刻）。",
  statuses: "接受的镜像状态。默认只要 Available。",
  source:
    "要查询的镜像目录：platform（平台镜像）、custom（本账号自制）、shared（共享给本账号）、community（社区）、published（本账号发布）、any（全部）。默认 platform；给出 `id` 时默认 any。",
  region: "要查询的地域，例如 cn-sh2。默认为 `zone` 所在地域，否则为配置的地域。",
  zone: "要查询的可用区，例如 cn-wlcb-01。同一地域各可用区的平台镜像相同。",
  projectId: "要查询的项目，以 org- 开头。默认为配置的项目，否则为账号的默认项目。子账号必须给出。",
  orderBy:
    "排序，最重要的在前，可用 published、created、name、version、frameworkVersion、cudaVersion、size、price、id，前加 - 为降序。默认 -published,-created,name,id。",
  mostRecent:
    "有多个镜像符合时取最新的，先比发布时间，再比创建时间。`mostRecent` 和 `orderBy` 最多给一个。在 community、shared、any 中须同时限定发布者。",
  ifMissing: "没有镜像符合时：error 报错，empty 返回空结果。默认 error。",
  offset: "跳过排序结果开头的多少个镜像。默认 0。",
  limit: "最多输出多少个镜像，至少 1。默认全部。",
  minCount: "至少要有多少个镜像符合，少于则报错。默认 0。",
  maxCount: "最多允许多少个镜像符合，多于则报错。默认不限。",
};
