import type { Localized } from "../localized.ts";

/** The commands with a line on each, in the order of the help. Nothing is loaded for it but this. */
export const summaries = {
  find: { en: "the images that match, as a table", zh: "列出符合条件的镜像" },
  explain: { en: "why this image, or why none", zh: "说明为何选中该镜像，或为何没有镜像符合" },
  tags: { en: "tags by category, with how many images bear each", zh: "按类别列出标签及其镜像数" },
  outdated: {
    en: "pinned images that are newer, withdrawn or gone",
    zh: "检查已固定的镜像：有新版、已下架或已消失",
  },
  update: { en: "moves annotated image IDs to what their query finds", zh: "按注释中的查询更新镜像 ID" },
  snapshot: { en: "writes the catalogue file", zh: "写入目录文件" },
  report: { en: "old and new images of a change, for people", zh: "为评审者列出一次变更的新旧镜像" },
  browse: { en: "one HTML page of the catalogue", zh: "生成镜像目录的单页 HTML" },
  simulate: { en: "CompShare on loopback, to try things out", zh: "在本机模拟 CompShare，用于试验" },
  completion: { en: "completion for bash, zsh or fish", zh: "bash、zsh 或 fish 的补全脚本" },
  help: { en: "help on a command", zh: "查看命令的帮助" },
  version: { en: "version of this program", zh: "本程序的版本" },
} as const satisfies Readonly<Record<string, Localized>>;

export type CommandName = keyof typeof summaries;
