/** What the page says, in one language. */
export interface Words {
  readonly title: string;
  readonly skip: string;
  readonly search: string;
  readonly searchHint: string;
  readonly language: string;
  readonly theme: Readonly<Record<"auto" | "light" | "dark", string>>;
  readonly themeOf: (theme: string) => string;
  readonly taken: (date: string, days: number) => string;
  readonly old: (days: number) => string;
  readonly region: (region: string) => string;
  readonly filters: string;
  readonly clear: string;
  readonly facet: Readonly<Record<string, string>>;
  readonly value: Readonly<Record<string, string>>;
  readonly more: (count: number) => string;
  readonly fewer: string;
  readonly found: (count: number, all: number) => string;
  readonly none: string;
  readonly noneHint: string;
  readonly showMore: (count: number) => string;
  readonly order: string;
  readonly orders: Readonly<Record<string, string>>;
  readonly program: string;
  readonly formLabel: string;
  readonly form: Readonly<Record<"id" | "query", string>>;
  readonly formHint: Readonly<Record<"id" | "query", string>>;
  readonly noQuery: string;
  readonly copy: string;
  readonly copyOf: (name: string) => string;
  readonly copied: string;
  readonly notCopied: string;
  readonly link: string;
  readonly linkCopied: string;
  readonly compare: string;
  readonly compareOf: (name: string) => string;
  readonly compareImages: (count: number) => string;
  readonly compareMore: string;
  readonly chosen: (count: number) => string;
  readonly remove: (name: string) => string;
  readonly differing: string;
  readonly close: string;
  readonly timeline: string;
  readonly timelineOf: (framework: string, count: number) => string;
  readonly newest: string;
  readonly fields: Readonly<Record<string, string>>;
  readonly free: string;
  readonly perHour: (price: string) => string;
  readonly yes: string;
  readonly container: Readonly<Record<"true" | "false", string>>;
  readonly unnamed: string;
  readonly absent: (id: string) => string;
  readonly madeBy: (version: string) => string;
}

const english: Words = {
  title: "CompShare images",
  skip: "Skip to the images",
  search: "Search",
  searchHint: "Name, tag, version, GPU, ID …",
  language: "中文",
  themeOf: (theme) => `Colours: ${theme}`,
  theme: { auto: "Auto", light: "Light", dark: "Dark" },
  taken: (date, days) =>
    `Catalogue of ${date}${days === 0 ? ", today" : days === 1 ? ", yesterday" : `, ${days} days old`}`,
  old: (days) => `This catalogue is ${days} days old. Make a new page with compshare-images browse.`,
  region: (region) => `Region ${region}`,
  filters: "Filters",
  clear: "Clear all",
  facet: {
    framework: "Framework",
    cuda: "CUDA",
    python: "Python",
    gpu: "GPU",
    tag: "Tags (all of them)",
    price: "Price",
    status: "Status",
    source: "Catalogue",
    trust: "Publisher",
  },
  value: {
    "price.free": "Free",
    "price.low": "Up to ¥1 an hour",
    "price.high": "More than ¥1 an hour",
    "price.unknown": "Not stated",
    "status.unknown": "Not stated",
    "source.platform": "Platform",
    "source.custom": "Own images",
    "source.shared": "Shared with you",
    "source.published": "Published by you",
    "source.community": "Community",
    "trust.official": "Official",
    "trust.certified": "Certified",
    "trust.other": "Others",
  },
  more: (count) => `${count} more`,
  fewer: "Fewer",
  found: (count, all) =>
    count === all ? `${all} image${all === 1 ? "" : "s"}` : `${count} of ${all} images`,
  none: "No image fits.",
  noneHint: "Leave out a word of the search or a filter.",
  showMore: (count) => `Show ${count} more`,
  order: "Order",
  orders: {
    newest: "Newest first",
    name: "Name",
    version: "Highest version",
    size: "Smallest",
    price: "Cheapest",
  },
  program: "Copy as",
  formLabel: "Form",
  form: { id: "Exact ID", query: "Query" },
  formHint: {
    id: "Stays with this image. The comment lets compshare-images and Renovate find its successors.",
    query:
      "Means this image as long as no other one matches; a second match is an error, never another image.",
  },
  noQuery: "Only its ID tells this image apart from others.",
  copy: "Copy",
  copyOf: (name) => `Copy the program text for ${name}`,
  copied: "Copied",
  notCopied: "The browser does not allow copying. The text is selected: press Ctrl+C.",
  link: "Copy link",
  linkCopied: "Link copied",
  compare: "Compare",
  compareOf: (name) => `Compare ${name}`,
  compareImages: (count) => `Compare ${count} images`,
  compareMore: "Choose one more to compare",
  chosen: (count) => `${count} chosen`,
  remove: (name) => `Remove ${name} from the comparison`,
  differing: "Only what differs",
  close: "Close",
  timeline: "Versions over time",
  timelineOf: (framework, count) => `${framework}: ${count} image${count === 1 ? "" : "s"}`,
  newest: "newest",
  fields: {
    id: "ID",
    name: "Name",
    framework: "Framework",
    cuda: "CUDA",
    python: "Python",
    os: "System",
    gpus: "GPU",
    size: "Size",
    price: "Price",
    date: "Published",
    version: "Version",
    versionName: "Version name",
    groupName: "Group",
    tags: "Tags",
    status: "Status",
    source: "Catalogue",
    author: "Publisher",
    trust: "Standing",
    imageType: "Type",
    container: "Runs in",
    description: "Description",
  },
  free: "Free",
  perHour: (price) => `¥${price}/h`,
  yes: "yes",
  container: { true: "Container", false: "Virtual machine" },
  unnamed: "(no name)",
  absent: (id) => `${id} is not in this catalogue.`,
  madeBy: (version) => `Made by compshare-images ${version}. This page sends nothing anywhere.`,
};

const chinese: Words = {
  title: "CompShare 镜像",
  skip: "跳到镜像列表",
  search: "搜索",
  searchHint: "名称、标签、版本、GPU、ID……",
  language: "English",
  themeOf: (theme) => `配色：${theme}`,
  theme: { auto: "自动", light: "浅色", dark: "深色" },
  taken: (date, days) =>
    `镜像目录生成于 ${date}${days === 0 ? "（今天）" : days === 1 ? "（昨天）" : `（${days} 天前）`}`,
  old: (days) => `此镜像目录已是 ${days} 天前的，请用 compshare-images browse 重新生成页面。`,
  region: (region) => `地域 ${region}`,
  filters: "筛选",
  clear: "全部清除",
  facet: {
    framework: "框架",
    cuda: "CUDA",
    python: "Python",
    gpu: "GPU",
    tag: "标签（须全部满足）",
    price: "价格",
    status: "状态",
    source: "镜像目录",
    trust: "发布者",
  },
  value: {
    "price.free": "免费",
    "price.low": "每小时不超过 ¥1",
    "price.high": "每小时高于 ¥1",
    "price.unknown": "未注明",
    "status.Available": "可用",
    "status.Making": "制作中",
    "status.Reviewing": "审核中",
    "status.Offline": "已下线",
    "status.UnAvailable": "不可用",
    "status.unknown": "未注明",
    "source.platform": "平台镜像",
    "source.custom": "自制镜像",
    "source.shared": "共享给我的镜像",
    "source.published": "我发布的镜像",
    "source.community": "社区镜像",
    "trust.official": "官方",
    "trust.certified": "认证",
    "trust.other": "其他",
  },
  more: (count) => `另有 ${count} 项`,
  fewer: "收起",
  found: (count, all) => (count === all ? `共 ${all} 个镜像` : `${count} 个镜像（共 ${all} 个）`),
  none: "没有符合条件的镜像。",
  noneHint: "请去掉一个搜索词或筛选条件。",
  showMore: (count) => `再显示 ${count} 个`,
  order: "排序",
  orders: {
    newest: "最新发布",
    name: "名称",
    version: "版本从高到低",
    size: "体积从小到大",
    price: "价格从低到高",
  },
  program: "复制为",
  formLabel: "写法",
  form: { id: "固定 ID", query: "查询条件" },
  formHint: {
    id: "固定使用此镜像。注释供 compshare-images 和 Renovate 查找后续版本。",
    query: "仅在没有其他镜像符合条件时指向此镜像；出现第二个匹配时会报错，不会换成别的镜像。",
  },
  noQuery: "此镜像只能用 ID 与其他镜像区分。",
  copy: "复制",
  copyOf: (name) => `复制 ${name} 的程序代码`,
  copied: "已复制",
  notCopied: "浏览器不允许复制。文本已选中，请按 Ctrl+C。",
  link: "复制链接",
  linkCopied: "链接已复制",
  compare: "对比",
  compareOf: (name) => `对比 ${name}`,
  compareImages: (count) => `对比 ${count} 个镜像`,
  compareMore: "再选一个即可对比",
  chosen: (count) => `已选 ${count} 个`,
  remove: (name) => `从对比中移除 ${name}`,
  differing: "只看不同项",
  close: "关闭",
  timeline: "版本时间线",
  timelineOf: (framework, count) => `${framework}：${count} 个镜像`,
  newest: "最新",
  fields: {
    id: "ID",
    name: "名称",
    framework: "框架",
    cuda: "CUDA",
    python: "Python",
    os: "操作系统",
    gpus: "GPU",
    size: "体积",
    price: "价格",
    date: "发布日期",
    version: "版本",
    versionName: "版本名称",
    groupName: "镜像组",
    tags: "标签",
    status: "状态",
    source: "镜像目录",
    author: "发布者",
    trust: "认证情况",
    imageType: "类型",
    container: "运行方式",
    description: "描述",
  },
  free: "免费",
  perHour: (price) => `¥${price}/小时`,
  yes: "是",
  container: { true: "容器", false: "虚拟机" },
  unnamed: "（未命名）",
  absent: (id) => `此镜像目录中没有 ${id}。`,
  madeBy: (version) => `由 compshare-images ${version} 生成。此页面不向任何地方发送数据。`,
};

/** What the page says in each language. */
export const words: Readonly<Record<"en" | "zh", Words>> = { en: english, zh: chinese };
