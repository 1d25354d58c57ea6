import type { imagesEnglish } from "./images-en.ts";

/** Messages about which image is meant, in Chinese. */
export const imagesChinese: typeof imagesEnglish = {
  listSeparator: "、",
  none: {
    noMatch: (query) => `没有 CompShare 镜像符合 ${query}。`,
    more: (count) => `……另有 ${count} 个`,
    read: (count, region, source) => `共读取 ${count} 个镜像（region ${region}，source ${source}）`,
    nothingRead: "用其他网关的密钥查询也会得到空列表：请检查 `baseUrl`、密钥和 `projectId`。",
    leaves: (argument, count, silent) =>
      `\`${argument}\` 之后剩 ${count} 个${silent === 0 ? "" : `（其中 ${silent} 个没有注明这一项）`}`,
    funnel: (place, steps) => `${place}：${steps.join("，")}。`,
    emptyList: (place, hint) => `${place}。${hint}`,
    andMore: (count) => ` 等，另有 ${count} 个`,
    keepsOut: (argument, shown, remedy) => `仅因 \`${argument}\` 被排除的有 ${shown}；${remedy}。`,
    changeOrLeaveOut: (argument) => `请修改或去掉 \`${argument}\``,
    allowStatuses: (statuses) => `如需包含，请把 \`statuses\` 设为 [${statuses}]`,
    aside: (value) => `（${value}）`,
    price: (price) => `每小时 ${price} 元`,
    absent: {
      tags: "无标签",
      type: "无类型",
      author: "无作者",
      status: "无状态",
      group: "无分组",
      gpuTypes: "未注明 GPU",
      framework: "无框架",
      version: "无版本",
      price: "无价格",
      size: "未注明大小",
      time: "无时间",
    },
    noId: (id, region, source) =>
      `没有 ID 为 ${id} 的 CompShare 镜像（\`imageId\`，region ${region}，source ${source}）。`,
  },
  suggestions: {
    closestIs: (argument, value) => `最接近的 \`${argument}\` 是 ${value}。`,
    closestAre: (argument, values) => `最接近的 \`${argument}\` 有 ${values}。`,
    noName: (argument) => `没有相近的名称；用 getCompShareImages 并去掉 \`${argument}\` 可以列出全部镜像。`,
    everywhere: "不写 `source` 时，会在密钥可见的所有目录中查找该 ID。",
    elsewhere: (source, shown) => `\`source\` 设为 ${source} 可以找到 ${shown}。`,
    neverTogether: "这些标签都存在，但没有镜像同时具备；`tagsAny` 可以匹配具备其一的镜像。",
    tagList: "getCompShareImageTags 可以列出现有标签",
    closest: (values) => `相近的有 ${values}`,
    noTag: (tag, hint) => `没有镜像带有标签 ${tag}；${hint}。`,
    moreTags: (count) => `另有 ${count} 个标签不存在。`,
    known: (argument, values, more) => `\`${argument}\` 的现有值：${values}${more ? "……" : ""}。`,
  },
  several: {
    mustMeanOne: (count) => `有 ${count} 个镜像符合，而查询必须只对应一个：`,
    toGetIt: "要选它，请加上",
    itsId: "它的 `id`",
    rest: (count) => `  ……另有 ${count} 个`,
    advice: (byPart) =>
      `请加上最后一列的参数${byPart ? "（`name` 代替 `nameContains`）" : ""}；或用 \`mostRecent: true\` 取最新的，或用 \`orderBy\` 按指定顺序取第一个。`,
  },
  counts: {
    tooFew: (found, least) => `有 ${found} 个镜像符合，而 \`minCount\` 要求至少 ${least} 个。`,
    tooMany: (found, most, names) =>
      `有 ${found} 个镜像符合，而 \`maxCount\` 最多允许 ${most} 个：${names}。请缩小查询范围，或调大 \`maxCount\`。`,
    minOverMax: (least, most) => `\`minCount\` ${least} 不能大于 \`maxCount\` ${most}`,
  },
  remarks: {
    tie: (image, keys, byName) => `${image} 的 ${keys} 与之相同；由${byName ? "名称和 ID" : " ID "}决定先后`,
    status: (status) => `镜像状态为 ${status}，可能无法用它创建实例`,
    unknownStatus: "未知",
    community: (author) => `镜像由 ${author} 发布，不是 CompShare 官方镜像`,
    unnamed: "未署名的用户",
    price: (price) => `镜像在实例费用之外每小时另收 ${price} 元`,
    changedDuringRead: "两次读取目录时目录都在变化；可能缺少个别镜像，或镜像信息是片刻之前的",
    gone: "CompShare 已没有该镜像，无法再用它创建实例",
    moves: (old, next) => `从 ${old} 换到 ${next}`,
    stays: (image) => `已没有镜像符合查询，仍固定为 ${image}`,
    newer: (image) => `有更新的镜像符合查询：${image}`,
    dated: (name, id, date) => `${name}（${id}${date === "" ? "" : `，${date} 发布`}）`,
  },
  filters: {
    range: "应为版本范围，例如 `^2.4`、`>=12.4 <13` 或 `12.x`",
    moment: "应为日期（如 `2026-07-22`）或 RFC 3339 时间（如 `2026-07-22T08:00:00Z`）",
    tooLong: (most) => `不能超过 ${most} 个字符`,
    regex: "应为 RE2 语法的正则表达式；RE2 没有环视 `(?=` `(?<` 和反向引用 `\\1`",
    glob: "应为通配符，例如 `vLLM v0.1?.*`；方括号中的范围要从小到大",
    trust: (picks, source) =>
      `\`source\` 为 ${source} 时，\`${picks}\` 必须配合 \`author\`、\`groupId\`、\`officialOnly\` 或 \`certifiedOnly\`：任何人都能用任意名称发布镜像，下一个同名镜像就会被选中`,
  },
  pin: {
    nothingToAsk: (query) => `\`imageId\` 已指定镜像，不需要再查询；请去掉它，或去掉 ${query}`,
    noQuery: (policy) => `\`policy\` ${policy} 会换到查询找到的镜像，而 \`imageId\` 不是查询；请去掉其中一个`,
    needsVersion: "`policy` 为 withinRange 时需要 `version`，即允许的范围，例如 `^2.4`",
    noOrder: "`policy` 为 withinRange 时取最高版本，请去掉 `orderBy`",
  },
};
