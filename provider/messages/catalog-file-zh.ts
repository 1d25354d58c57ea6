import type { catalogFileEnglish } from "./catalog-file-en.ts";

/** Messages about a catalogue file, in Chinese. */
export const catalogFileChinese: typeof catalogFileEnglish = {
  missing: (path) =>
    `目录文件 ${path} 不存在；请检查 \`catalogFile\` 和 COMPSHARE_CATALOG_FILE，或用 \`compshare-images snapshot\` 生成`,
  cannotRead: (path, code) => `无法读取目录文件 ${path}（${code}）`,
  notJson: (path, line, column) =>
    `目录文件 ${path} 已损坏：第 ${line} 行第 ${column} 列不是 JSON；请重新生成快照`,
  member: (path, member) => `目录文件 ${path} 已损坏：${member} 缺失或类型错误；请重新生成快照`,
  twice: (path, member) => `目录文件 ${path} 已损坏：${member} 重复；请重新生成快照`,
  schema: (path, schema, known) =>
    `目录文件 ${path} 的格式是 ${schema}，而本版本只能读取 ${known}；请升级插件，或删除该文件并用本版本的 \`compshare-images\` 重新生成快照`,
  listing: (source, region) => `${region} 的 ${source}`,
  noListing: (path, takenAt, wanted, has) =>
    `${takenAt} 的目录文件 ${path} 没有收录 ${wanted}；其中收录了 ${has}。请重新生成包含它的快照`,
  empty: "（无）",
  noTags: (path, takenAt, region) =>
    `${takenAt} 的目录文件 ${path} 没有 ${region} 的标签列表；请重新生成快照`,
  noId: (argument, id, path, takenAt) =>
    `\`${argument}\` 的 ID ${id} 不在 ${takenAt} 的目录文件 ${path} 中；请重新生成快照。`,
  resultsFrom: (path, takenAt) => `以上结果来自 ${takenAt} 的目录文件 ${path}；新的快照可能有更多镜像。`,
  anyLacks: (path, takenAt, sources, region) =>
    `${takenAt} 的目录文件 ${path} 没有收录 ${region} 的 ${sources}；\`source\` 为 any 时不含这部分`,
  old: (path, takenAt, days) => `目录文件 ${path} 生成于 ${takenAt}，已过去 ${days} 天；请重新生成快照`,
  tooOld: (path, takenAt, days, most) =>
    `目录文件 ${path} 生成于 ${takenAt}，已过去 ${days} 天，而 \`catalogMaxAgeDays\` 只允许 ${most} 天；请重新生成快照`,
  pinStays: (image, takenAt) => `${takenAt} 的目录文件并不晚于选定该镜像的时间；仍固定为 ${image}`,
  pinUnknown: (image, takenAt) =>
    `${takenAt} 的目录文件中没有已固定的镜像，无法判断它是否仍符合查询；仍固定为 ${image}`,
  statusUnknown: (takenAt) => `${takenAt} 的目录文件中没有该镜像；状态保持不变`,
  statusStays: (takenAt) => `${takenAt} 的目录文件并不晚于选定该镜像的时间；状态保持不变`,
};
