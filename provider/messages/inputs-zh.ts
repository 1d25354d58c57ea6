import type { inputsEnglish } from "./inputs-en.ts";

/** Messages about arguments, configuration and credentials, in Chinese. */
export const inputsChinese: typeof inputsEnglish = {
  onlyOne: (names) => `${names.join("、")} 只能给出一个，请去掉其余的`,
  unknownArgument: (name, hint) => `未知参数 ${name}；${hint}`,
  unknownKey: (name, hint) => `未知配置项 ${name}；${hint}`,
  projectKeys: (problem) =>
    `${problem}。本项目也叫 compshare，所以项目自己的配置项会被当作 provider 的配置项：请换一个名称来设置，例如 \`app:KEY\`，或者给项目改名`,
  knownAre: (names) => `可用的有 ${names}`,
  didYouMean: (name) => `是否想写 ${name}？`,
  kinds: {
    string: "文本",
    number: "数字",
    int: "整数",
    boolean: "true 或 false",
    array: "列表",
    object: "对象",
    record: "映射",
  },
  quoteNumber: "应为文本：请加引号，因为 YAML 会把 3.10 读成 3.1，把 13.0 读成 13",
  mustBe: (kind) => `应为${kind}`,
  notEmpty: "不能为空；不需要时请省略",
  oneEntry: "至少要有一项；不需要时请省略",
  atLeast: (least) => `不能小于 ${least}`,
  atMost: (most) => `不能大于 ${most}`,
  oneOf: (values) => `只能是 ${values} 之一`,
  wrongKind: "类型错误",
  like: (example) => `格式应类似 \`${example}\``,
  spelling: {
    sentence: (python, others, more) =>
      `在 Python 中写作 ${python.join("、")}，在 Go 和 .NET 中写作 ${others.join("、")}${more ? "，其余类推" : ""}`,
    stop: "。",
  },
  noFunction: (token) => `本包没有函数 ${token}；请升级插件或检查名称`,
  noResource: (type) => `本包没有资源 ${type}；请升级插件或检查名称`,
  notKnownYet: (name) =>
    `\`${name}\` 的值还不知道，因为它来自尚未创建的资源；请使用函数的 Output 形式，它会等到值出现`,
  notConfigured: "provider 尚未配置",
  badEnvironment: (variable, key) => `环境变量 ${variable} 不符合 \`${key}\` 的格式`,
  zoneOutside: (zone, itsRegion, region) =>
    `\`zone\` 必须位于 \`region\` 内：${zone} 属于 ${itsRegion}，不属于 ${region}；请省略 \`region\`，或修改其中一个`,
  badProxy: (variable) => `环境变量 ${variable} 不是 HTTP 代理的地址；它应形如 \`http://proxy.example:3128\``,
  endpoint: {
    notUrl: "应为 URL，例如 `https://api.compshare.cn`",
    scheme: "必须以 `https://` 开头",
    userInfo: "不能包含用户名或密码",
    ascii: "只能使用 ASCII 字符，不能有空格",
    originOnly: "只能写协议、主机和端口，不能有路径、查询或片段",
    dot: "主机名不能以点结尾",
    linkLocal: "不能是链路本地地址",
    insecure: "必须使用 `https`；明文 `http` 只用于本机回环地址，或把 `allowInsecureEndpoint` 设为 true",
  },
  keys: {
    none: (sources) =>
      `没有找到密钥。已查找：${sources}。请设置一对密钥，例如 \`pulumi config set --secret compshare:publicKey ...\` 和 \`pulumi config set --secret compshare:privateKey ...\`；密钥在 https://console.compshare.cn/uaccount/api_manage 创建`,
    configuration: "provider 配置（publicKey、privateKey）",
    currentProfile: "CompShare CLI 的当前 profile",
    profileFile: "CompShare CLI 的配置文件",
    environment: (publicName, privateName) => `环境变量（${publicName}、${privateName}）`,
    uCloudFiles: "UCloud 的文件（~/.ucloud/config.json、~/.ucloud/credential.json）",
    both: "provider 配置同时给出了密钥和 profile；请只给 publicKey 和 privateKey，或只给 profile 和 configFile",
    half: (source, present, missing) => `${source}只有 ${present}，缺少 ${missing}；一对密钥必须来自同一处`,
    cleaned: (name, source) => `来自${source}的 ${name} 首尾有空白或引号，已去掉`,
    unusable: (name, source) => `来自${source}的 ${name} 为空，或含有密钥中不会出现的字符；请重新复制`,
    noCliFile: "CompShare CLI 的配置文件不存在",
    noFile: (file) =>
      `CompShare CLI 的配置文件 ${file} 不存在；请检查 \`configFile\` 和 COMPSHARE_CONFIG_FILE`,
    noProfile: (profile, known) =>
      `CompShare CLI 的配置文件里没有 profile ${profile}；现有 ${known === "" ? "（无）" : known}`,
    cannotRead: (path, code) => `密钥文件 ${path} 存在但无法读取（${code}）；请让当前用户可读，或删除该文件`,
    unreadable: (path) => `密钥文件 ${path} 不是对应工具写出的 JSON，无法读取`,
  },
};
