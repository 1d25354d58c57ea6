import type { gatewayEnglish } from "./gateway-en.ts";

const keys =
  "请检查：密钥首尾是否有空白；密钥是否在 https://console.compshare.cn/uaccount/api_manage 创建（其他 UCloud 网关的密钥在这里无效）；公钥与私钥是否成对。";
const report = "这是插件的缺陷，请反馈。";

/** Messages about the gateway, its responses and the keys, in Chinese. */
export const gatewayChinese: typeof gatewayEnglish = {
  refused: (action, retCode, words, asked, request, hint) =>
    `${action} 被拒绝，RetCode ${retCode}${words === "" ? "" : `：${words}`}${asked}。${request === "" ? "" : `[请求 ${request}] `}${hint}`,
  hints: {
    wait: "CompShare 暂时异常，请稍后重试。",
    timedOut: "网关超时。",
    throttled: "请求过于频繁，请稍后重试，或减少同时进行的部署。",
    report,
    keys,
    unknownPublicKey: `公钥不存在。${keys}`,
    unknownToken: "令牌无效，请重新创建。",
    missing: "缺少参数；子账号必须设置 `projectId`。",
    outOfRange: "参数超出范围。",
    notAvailable: "CompShare 不接受这个值。",
    badForm: "参数格式错误。",
    noPermission: "账号没有查询镜像的权限。",
    project: "请把 `projectId` 设为本账号的项目；子账号必须设置。",
    zonePermission: "账号没有该可用区（`zone`）的权限。",
    address: "账号拒绝了本机的 IP 地址，请把它加入账号的 IP 白名单。",
    lock: "账号处于安全锁定状态，请在控制台解除。",
    policy: "IAM 策略拒绝了此操作，请放行镜像查询接口。",
    verify: "账号需要先在控制台完成认证。",
    realName: "账号需要先在控制台完成实名认证。",
    noImage: "镜像不存在。",
    tooFar: "CompShare 不支持翻到这么靠后的页。",
    unknown: "请在 CompShare 的错误码列表中查询该代码。",
  },
  check: {
    region: "请检查 `region`，例如 `cn-wlcb`、`cn-sh2`。",
    zone: "请检查 `zone`，例如 `cn-wlcb-01`。",
    projectId: "请检查 `projectId`；子账号必须设置。",
    id: "请检查 `id`。",
  },
  refusedValue: {
    refused: (argument, value, origin, hint) => `\`${argument}\` 的值 ${value} 来自${origin}；${hint}。`,
    check: "请检查",
    closest: (value) => `最接近的已知值是 ${value}`,
    known: (values) => `已知的有 ${values}`,
    origins: {
      argument: (name) => `参数 \`${name}\``,
      pin: (name) => `该 pin 在状态中记录的 \`${name}\``,
      configuration: (name) => ` provider 配置 \`compshare:${name}\``,
      environment: (name) => `环境变量 ${name}`,
      default: (name) => ` \`${name}\` 的默认值`,
    },
  },
  sentences: (one, next) => `${one}${next}`,
  checkOther: (argument) => `请检查 \`${argument}\`；CompShare 不接受它的值。`,
  network: {
    unknownName: "无法解析网关域名，请检查 `baseUrl` 和本机的 DNS",
    connect: {
      name: "暂时无法解析网关域名",
      refused: "网关拒绝连接，请检查 `baseUrl` 和代理设置",
      unreachable: "无法连接网关",
      timeout: "连接超时",
      proxy: "无法连接代理",
    },
    reset: "响应尚未收完，连接就断开了",
    proxyRefused: "代理拒绝建立连接，请检查代理地址和 NO_PROXY",
    proxyCredentials: "HTTP 407：代理要求其他用户名或密码，请检查 HTTPS_PROXY 和 HTTP_PROXY",
    headersTooLarge: "响应头过大",
    noTls: "该端口不是 TLS 服务，请检查 `baseUrl`",
    certificate: "网关证书不可信；如果经过解密 HTTPS 的代理，请把它的 CA 证书放进 NODE_EXTRA_CA_CERTS",
    noHttp: "响应不是 HTTP，请检查 `baseUrl`",
    attemptTimeout: (seconds) => `${seconds} 秒内没有收到完整响应`,
    deadline: "整个调用超过了 `timeoutSeconds` 规定的时间",
    cancelled: "调用在得到结果之前被中止",
  },
  response: {
    redirect: (status, action) =>
      `HTTP ${status}：网关重定向了 ${action}，插件不跟随重定向；请检查 \`baseUrl\``,
    otherAction: (action, name) => `${action} 的响应自称 ${name}，代理可能混淆了响应`,
    tooDeep: (action) => `${action}：响应的嵌套过深`,
    duplicateKey: (action) => `${action}：响应中有重复的键`,
    retCode: (action) => `${action}：RetCode 应为整数`,
    tooMany: (status) => `HTTP ${status}：请求过于频繁`,
    trouble: (status) => `HTTP ${status}：网关暂时异常`,
    notAccepted: (status) => `HTTP ${status}：网关不接受该请求，请检查 \`baseUrl\` 和代理`,
    asksToWait: (seconds) => `；网关要求等待 ${seconds} 秒`,
    empty: (action) => `${action}：响应为空`,
    truncated: (action, length) => `${action}：响应在第 ${length} 个字符处中断`,
    notJson: (action, type, length) =>
      `${action}：响应不是 JSON 对象，而是 ${type}（${length} 个字符）；可能是认证门户或代理代替 CompShare 作了响应`,
    noContentType: "未注明类型的内容",
    compressed: "响应被压缩，而插件没有要求压缩",
    tooLarge: (bytes) => `响应超过 ${bytes} 字节`,
    notUtf8: "响应不是 UTF-8 编码",
    invalidUtf8: "响应不是合法的 UTF-8",
    type: (action, path) => `${action}：${path} 与 CompShare 文档规定的类型不符`,
    notObject: (action, path) => `${action}：${path} 应为对象`,
    changed: (action, path) =>
      `${action}：在所有带有 ${path} 的镜像中，它都与 CompShare 文档规定的类型不符；格式已经改变`,
  },
  listing: {
    stuck: (read) => `网关重复返回相同的页：${read}`,
    endedEarly: (read) => `网关提前结束了列表：${read}`,
    only: (read, total) => `共 ${total} 个镜像，只读到 ${read} 个；不完整的列表不能作为结果`,
    perhapsMore: (read) => `读到 ${read} 个镜像，但无法确认后面没有了；不完整的列表不能作为结果`,
    endless: (rows, pages) => `列表没有尽头：已读 ${pages} 页、${rows} 个镜像`,
  },
  attempts: (attempt, of, seconds, source) =>
    `第 ${attempt}/${of} 次尝试，用时 ${seconds} 秒${source === undefined ? "" : `，密钥来自${source}`}`,
  notRetried: "，失败的调用过多，不再重试",
  report: "这是插件的缺陷或接口发生了变化，请连同上文一起反馈。",
  unexpected: (name, frame) => `意外错误 ${name}${frame === "" ? "" : `，位于 ${frame}`}。`,
  insecure: "发往 CompShare 的请求走的是明文 http；看到请求的人可以一直重放，直到更换密钥",
};
