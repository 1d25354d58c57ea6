import type { Localized } from "../localized.ts";

const english = {
  title: "CompShare images",
  titleOf: (of: string) => `CompShare images: ${of}`,
  columns: {
    pin: "Pin",
    image: "Image",
    version: "Version",
    published: "Published",
    price: "Price",
    tags: "Tags",
    because: "Because of it",
    where: "Where",
    newer: "Newer",
    status: "Status",
    note: "Note",
  },
  created: (image: string) => `new: ${image}`,
  removed: (image: string) => `removed: ${image}`,
  effect: (name: string, op: string) => `${name} (${op})`,
  listSeparator: ", ",
  ops: { create: "create", import: "import", update: "update", replace: "replace", delete: "delete" },
  unknown: "known after the update",
  none: "No image changes.",
  noneAnyMore: "No image changes any more.",
  noPins: "There are no pinned images.",
  noAnnotations:
    "No annotations: no file has a comment such as `compshare: framework=vLLM` above an image ID.",
  allCurrent: (count: number) =>
    count === 1 ? "The one pinned image is current." : `All ${count} pinned images are current.`,
  notes: {
    withdrawn: "withdrawn",
    gone: "gone",
    missing: "not found",
    unlisted: "not in the file",
    unmatched: "no match",
    comment: "comment is stale",
    unknown: "not known",
  },
  written: (count: number, files: number) =>
    `${count} ${count === 1 ? "line" : "lines"} in ${files} ${files === 1 ? "file" : "files"} rewritten.`,
  wouldWrite: (count: number) =>
    `${count} ${count === 1 ? "line" : "lines"} would change; nothing was written.`,
  failed: "The preview failed, so changes may be missing.",
  failedStack: (stack: string) => `the preview of ${stack} failed, so changes may be missing`,
  unchanged: (count: number) => (count === 1 ? "1 pin stays as it is." : `${count} pins stay as they are.`),
  more: (count: number) => `… and ${count} more`,
  notices: "Pinned images to look at",
  free: "free",
  yuan: (price: string) => `¥${price}/h`,
  annotations: "annotations",
  moved: (pin: string, before: string, after: string) => `${pin} moves from ${before} to ${after}`,
  pinsNow: (pin: string, after: string) => `${pin} pins ${after}`,
  pinsNoMore: (pin: string, before: string) => `${pin} no longer pins ${before}`,
  newer: (pin: string, image: string, newer: string) => `${pin} pins ${image}; ${newer} is newer`,
  withdrawn: (pin: string, image: string, status: string) =>
    `${pin} pins ${image}, whose status is ${status}`,
  gone: (pin: string, image: string) => `${pin} pins ${image}, which CompShare no longer has`,
  missing: (pin: string, image: string, source: string) =>
    `${pin} pins ${image}, which is no longer among the ${source} images; these keys cannot read every other catalogue, where it may be now`,
  mismatch: (pin: string, shown: string, expected: string) =>
    `${pin}: the comment says ${shown}, but the image is ${expected}`,
  unlisted: (pin: string, image: string, day: string) =>
    `${pin} pins ${image}, which is not in the catalogue file of ${day}; take a new snapshot`,
  noListing: (pin: string, image: string, reason: string) => `${pin} pins ${image}; ${reason}`,
  unmatched: (pin: string, image: string) => `${pin} pins ${image}, and nothing matches its query any more`,
  unsure: (pin: string, image: string, reason: string) =>
    `${pin} pins ${image}; whether there is a newer image cannot be said: ${reason}`,
  total: (count: number) => `${count} in all; the report has the rest`,
};

const chinese: typeof english = {
  title: "CompShare 镜像",
  titleOf: (of) => `CompShare 镜像：${of}`,
  columns: {
    pin: "名称",
    image: "镜像",
    version: "版本",
    published: "发布日期",
    price: "价格",
    tags: "标签",
    because: "连带变更",
    where: "位置",
    newer: "新版",
    status: "状态",
    note: "说明",
  },
  created: (image) => `新增：${image}`,
  removed: (image) => `移除：${image}`,
  effect: (name, op) => `${name}（${op}）`,
  listSeparator: "、",
  ops: { create: "创建", import: "导入", update: "更新", replace: "替换", delete: "删除" },
  unknown: "更新后才能确定",
  none: "没有镜像变更。",
  noneAnyMore: "已不再有镜像变更。",
  noPins: "没有已固定的镜像。",
  noAnnotations: "没有注释：没有文件在镜像 ID 上方写有 `compshare: framework=vLLM` 这样的注释。",
  allCurrent: (count) => `${count} 个已固定的镜像都是最新的。`,
  notes: {
    withdrawn: "已下架",
    gone: "已消失",
    missing: "未找到",
    unlisted: "不在文件中",
    unmatched: "无匹配",
    comment: "注释已过期",
    unknown: "无法判断",
  },
  written: (count, files) => `已改写 ${files} 个文件中的 ${count} 行。`,
  wouldWrite: (count) => `将有 ${count} 行变更；未写入任何内容。`,
  failed: "预览失败，变更可能不完整。",
  failedStack: (stack) => `${stack} 的预览失败，变更可能不完整`,
  unchanged: (count) => `${count} 个镜像不变。`,
  more: (count) => `……另有 ${count} 个`,
  notices: "需要留意的镜像",
  free: "免费",
  yuan: (price) => `¥${price}/时`,
  annotations: "注释",
  moved: (pin, before, after) => `${pin} 从 ${before} 换为 ${after}`,
  pinsNow: (pin, after) => `${pin} 固定为 ${after}`,
  pinsNoMore: (pin, before) => `${pin} 不再固定 ${before}`,
  newer: (pin, image, newer) => `${pin} 固定为 ${image}；已有更新的 ${newer}`,
  withdrawn: (pin, image, status) => `${pin} 固定为 ${image}，其状态为 ${status}`,
  gone: (pin, image) => `${pin} 固定为 ${image}，CompShare 已没有该镜像`,
  missing: (pin, image, source) =>
    `${pin} 固定为 ${image}，${source} 中已没有它；它可能已移到其他镜像目录，但当前密钥无权读取所有镜像目录`,
  mismatch: (pin, shown, expected) => `${pin}：注释写的是 ${shown}，而镜像是 ${expected}`,
  unlisted: (pin, image, day) => `${pin} 固定为 ${image}，${day} 的目录文件中没有它；请重新生成快照`,
  noListing: (pin, image, reason) => `${pin} 固定为 ${image}；${reason}`,
  unmatched: (pin, image) => `${pin} 固定为 ${image}，其查询已没有符合的镜像`,
  unsure: (pin, image, reason) => `${pin} 固定为 ${image}；无法判断是否有新版：${reason}`,
  total: (count) => `共 ${count} 条；其余见报告`,
};

/** What reports say, in each language. */
export const reportWords: Localized<typeof english> = { en: english, zh: chinese };

/** What reports say in one language. */
export type ReportWords = typeof english;
