import { anyOf } from "./any-of.ts";
import type { imagesEnglish } from "./images-en.ts";

/** Messages about which image is meant, in Chinese. */
export const imagesChinese: typeof imagesEnglish = {
  listSeparator: "、",
  about: (name, text) => `${name}：${text}`,
  price: (price) => `每小时 ${price} 元`,
  decided: {
    only: "唯一符合的镜像",
    mostRecent: (of) => `${of} 个中最新的`,
    first: (of, keys) => `按 ${keys} 排序，${of} 个中的第一个`,
    none: "没有符合的镜像",
    all: (keys) => `全部符合的镜像，按 ${keys} 排序`,
    part: (from, to, of, keys) => `按 ${keys} 排序，${of} 个中的第 ${from} 到 ${to} 个`,
    noneOf: (of, keys) => `按 ${keys} 排序，${of} 个都不在所取的范围内`,
  },
  none: {
    noMatch: (query) => `没有 CompShare 镜像符合 ${query}。`,
    more: (count) => `……另有 ${count} 个`,
    read: (count, region, source) => `共读取 ${count} 个镜像（region ${region}，source ${source}）`,
    nothingRead: "用其他网关的密钥查询也会得到空列表：请检查 `baseUrl`、密钥和 `projectId`。",
    leaves: (argument, count, unspecified) =>
      `\`${argument}\` 之后剩 ${count} 个${unspecified === 0 ? "" : `（其中 ${unspecified} 个未注明这一项）`}`,
    funnel: (read, steps) => `${read}：${steps.join("，")}。`,
    emptyList: (read, hint) => `${read}。${hint}`,
    andMore: (count) => ` 等，另有 ${count} 个`,
    keepsOut: (argument, shown, remedy) => `仅因 \`${argument}\` 被排除的有 ${shown}；${remedy}。`,
    changeOrLeaveOut: (argument) => `请修改或去掉 \`${argument}\``,
    changeIt: (argument) => `请修改 \`${argument}\``,
    allowStatuses: (statuses) => `如需包含，请把 \`statuses\` 设为 [${statuses}]`,
    aside: (value) => `（${value}）`,
    unread: (member) => `\`${member}\` 无法识别`,
    absent: {
      name: "无名称",
      tags: "无标签",
      type: "无类型",
      author: "无发布者",
      owner: "未注明所属账号",
      status: "无状态",
      group: "无分组",
      container: "未注明是否为容器镜像",
      gpuTypes: "未注明 GPU",
      framework: "无框架",
      version: "无版本",
      price: "无价格",
      charge: "未注明是否免费",
      chargedPrice: "收费，未注明价格",
      size: "未注明体积",
      time: "无时间",
    },
    noId: (argument, id, region, source) =>
      `没有 ID 为 ${id} 的 CompShare 镜像（\`${argument}\`，region ${region}，source ${source}）。`,
  },
  suggestions: {
    closestIs: (argument, value) => `最接近的 \`${argument}\` 是 ${value}。`,
    closestAre: (argument, values) => `最接近的 \`${argument}\` 有 ${values}。`,
    closestById: (argument, value, byId) =>
      `最接近的 \`${argument}\` 是 ${value}，但不能照此写入程序；请用 ${byId}。`,
    exists: (argument, values, keptOutBy) =>
      `最接近的 \`${argument}\` 是 ${values}，但被 ${keptOutBy.join("、")} 排除。`,
    noName: "没有相近的名称。",
    allNames: (argument) => `没有相近的名称；用 getCompShareImages 并去掉 \`${argument}\` 可以列出全部镜像。`,
    everySource: "已在密钥可见的所有镜像目录中查找过该 ID。",
    inOtherCatalogue: (source, shown) => `镜像目录 ${source} 中有 ${shown}。`,
    otherCatalogue: (source, shown) => `\`source\` 设为 ${source} 可以找到 ${shown}。`,
    otherCatalogueById: (source, shown, sourceGiven) =>
      `镜像目录 ${source} 中有 ${shown}；请用其 ID 指定${sourceGiven ? "，并去掉 `source`" : ""}。`,
    tagsNeverTogether: "这些标签都存在，但没有镜像同时具备。",
    tagsNeverTogetherAny: "这些标签都存在，但没有镜像同时具备；`tagsAny` 可以匹配具备其一的镜像。",
    tagList: "getCompShareImageTags 可以列出现有标签",
    closest: (values) => `相近的有 ${values}`,
    closestKeptOut: (values) => `相近的有 ${values}，但被其他条件排除`,
    noTag: (tag, hint) => `没有镜像带有标签 ${tag}；${hint}。`,
    offeredTag: (tag, hint) =>
      `CompShare 提供标签 ${tag}，但这里没有镜像带有它${hint === "" ? "" : `；${hint}`}。`,
    moreTags: (count) => `另有 ${count} 个标签也没有镜像带有。`,
    known: (argument, values, more) => `\`${argument}\` 可以匹配的值：${values}${more ? "……" : ""}。`,
    unreadable: (argument, member, images) =>
      `\`${member}\` 无法识别，因此 \`${argument}\` 排除了 ${images}。`,
  },
  several: {
    mustMeanOne: (count, query) => `有 ${count} 个镜像符合 ${query}，而查询必须只对应一个：`,
    toGetIt: "要选它，请加上",
    itsId: (argument) => `它的 \`${argument}\``,
    rest: (count) => `  ……另有 ${count} 个`,
    displaces: (given, gone) => `\`${given}\` 代替 \`${gone}\``,
    displacesQuery: (given) => `\`${given}\` 代替整个查询`,
    advice: (displaced, picks) =>
      `请加上最后一列的参数${displaced.length === 0 ? "" : `（${displaced.join("；")}）`}${picks.map((pick) => `；或用 ${pick}`).join("")}。`,
    mostRecent: (beside) => `\`mostRecent: true\`${beside === "" ? " " : `（并加上 \`${beside}\`）`}取最新的`,
    orderBy: (beside) => `\`orderBy\`${beside === "" ? " " : `（并加上 \`${beside}\`）`}按指定顺序取第一个`,
  },
  counts: {
    tooFew: (found, least) => `有 ${found} 个镜像符合，而 \`minCount\` 要求至少 ${least} 个。`,
    tooFewOf: (found, least, query) =>
      `有 ${found} 个镜像符合 ${query}，而 \`minCount\` 要求至少 ${least} 个。请放宽查询条件，或调小 \`minCount\`。`,
    tooMany: (found, most, names, query) =>
      `有 ${found} 个镜像符合 ${query}，而 \`maxCount\` 最多允许 ${most} 个：${names}。请缩小查询范围，或调大 \`maxCount\`。`,
    minOverMax: (least, most) => `\`minCount\` ${least} 不能大于 \`maxCount\` ${most}`,
  },
  warnings: {
    tie: (image, keys, decided) => `${image} 的 ${keys} 与之相同；由 \`${decided}\` 决定先后`,
    noOrderValue: (key) => `符合的镜像都没有排序所用的 \`${key}\``,
    status: (status) => `镜像状态为 ${status}，用它创建实例可能失败`,
    unknownStatus: "未知",
    publisher: (author) => `镜像由 ${author} 发布，不是 CompShare 官方镜像`,
    unnamed: "未署名的用户",
    price: (price) => `镜像在实例费用之外每小时另收 ${price} 元`,
    zone: (zone, zones) => `镜像未列出可用区 ${zone}，只列出 ${zones}；在该可用区创建实例可能失败`,
    zones: (zone, images, more) =>
      `以下镜像未列出可用区 ${zone}：${images}${more === 0 ? "" : ` 等，另有 ${more} 个`}；在该可用区创建实例可能失败`,
    hidden: (images, more) => `因状态而未列入：${images}${more === 0 ? "" : ` 等，另有 ${more} 个`}`,
    groupName: (argument, publishers) =>
      `${publishers === "" ? "" : `在符合 ${publishers} 的镜像中，`}没有镜像自身的名称符合 \`${argument}\`；符合的是其分组的名称`,
    unreadable: (member, argument, images, more) =>
      `${images}${more === 0 ? "" : ` 等，另有 ${more} 个`} 的 \`${member}\` 无法识别，\`${argument}\` 按未知处理`,
    unknownMember: (member) => `镜像的 \`${member}\` 无法识别，沿用已知的值`,
    changedDuringRead: "两次读取镜像目录时内容都在变化；可能缺少个别镜像，或镜像信息不是最新",
  },
  pins: {
    gone: "CompShare 已没有该镜像，无法再用它创建实例",
    missing: (source) =>
      `${source} 中已没有该镜像；它可能已移到其他镜像目录，但当前密钥无权读取所有镜像目录，无法确认；状态保持不变`,
    pins: (image) => `固定为 ${image}`,
    versioned: (image, version) => `${image}，版本 ${version}`,
    moves: (old, next) => `从 ${old} 换到 ${next}`,
    keeps: (image) => `资源会被替换，镜像仍为 ${image}`,
    stays: (image) => `已没有镜像符合查询，仍固定为 ${image}`,
    newer: (image) => `有更新的镜像符合查询：${image}`,
    dated: (name, id, date) => `${name}（${id}${date === "" ? "" : `，${date} 发布`}）`,
  },
  filters: {
    range: "应为版本范围，例如 `^2.4`、`>=12.4 <13` 或 `12.x`",
    osRange: "应为版本范围，前面可写系统名称，例如 `Ubuntu >=22.04`、`Ubuntu` 或 `22.x`",
    moment: "应为日期（如 `2026-07-22`）或 RFC 3339 时间（如 `2026-07-22T08:00:00Z`）",
    noTag: "不能含有只由空格或逗号组成的标签；不需要时请去掉",
    tooLong: (most) => `不能超过 ${most} 个字符`,
    regex: "应为 RE2 语法的正则表达式；RE2 没有环视 `(?=` `(?<` 和反向引用 `\\1`",
    glob: "应为通配符，例如 `vLLM v0.1?.*`；方括号中的范围要从小到大",
    trust: (picks, source, publishers) =>
      `\`source\` 为 ${source} 时，\`${picks}\` 必须配合 ${anyOf.zh(publishers)}：其他账号可以用任意名称放入镜像，下一个同名镜像就会被选中`,
  },
  pin: {
    nothingToAsk: (query) => `\`imageId\` 已指定镜像，不需要再查询；请去掉它，或去掉 ${query}`,
    noQuery: (policy) => `\`policy: ${policy}\` 需要查询条件，不能与 \`imageId\` 同时使用`,
    needsVersion: "`policy` 为 withinRange 时需要 `version`，即允许的范围，例如 `^2.4`",
    noOrder: "`policy` 为 withinRange 时取最高版本，请去掉 `orderBy`",
  },
};
