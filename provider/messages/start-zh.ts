import type { startEnglish } from "./start-en.ts";

/** Messages of the executable itself, in Chinese. */
export const startChinese: typeof startEnglish = {
  tooOld: (needed, found, path) =>
    `pulumi-resource-compshare 需要 Node.js ${needed} 或更高版本，但当前运行在 ${found}（${path}）上；请安装新版本，或把新版本所在的文件夹放到 PATH 最前面`,
  what: (version) => `pulumi-resource-compshare ${version}，CompShare 的 Pulumi provider`,
  started: "本插件由 Pulumi 自动启动，并通过 gRPC 与 Pulumi 通信；无需手动运行，也没有需要在这里设置的内容。",
  programs: "程序通过 `compshare` 包使用本插件；配置项是 `compshare:KEY`，用 `pulumi config set` 设置。",
  debug:
    "不带引擎地址启动时，插件会打印端口并等待，供 `PULUMI_DEBUG_PROVIDERS=compshare:PORT pulumi preview` 使用；按 Ctrl-C 结束。",
  options: "选项：`--help` 显示本说明，`--version` 只显示版本号。",
  unexpected: (word) =>
    `pulumi-resource-compshare：无法识别的参数 ${word}；可用的参数：引擎地址（\`127.0.0.1:50051\`，端口为 1 到 65535）、\`--help\`、\`--version\`，或者不带参数`,
  portUnreported: (reason) =>
    `pulumi-resource-compshare 无法输出端口：标准输出${reason}；Pulumi 要从标准输出读取端口，请不要重定向或关闭它`,
  isNowhere: "已关闭，或者是 /dev/null",
  isUnwritable: (code) => `无法写入（${code}）`,
};
