/** Messages of the executable itself, to whoever starts it. */
export const startEnglish = {
  tooOld: (needed: string, found: string, path: string) =>
    `pulumi-resource-compshare needs Node.js ${needed} or later, but runs on ${found} (${path}); install a later version, or put its folder first in PATH`,
  what: (version: string) => `pulumi-resource-compshare ${version}, the CompShare provider for Pulumi`,
  started:
    "Pulumi starts this plugin by itself and speaks gRPC with it; there is nothing to run or to configure here.",
  programs:
    "A program uses it through the package `compshare`; settings are `compshare:KEY`, set by `pulumi config set`.",
  debug:
    "Without an engine's address it prints a port and waits, for `PULUMI_DEBUG_PROVIDERS=compshare:PORT pulumi preview`. Ctrl-C ends it.",
  options: "Options: `--help` shows this, `--version` the version alone.",
  unexpected: (word: string) =>
    `pulumi-resource-compshare: unexpected argument ${word}; pass the address of an engine (\`127.0.0.1:50051\`, port 1 to 65535), nothing, \`--help\` or \`--version\``,
  portUnreported: (reason: string) =>
    `pulumi-resource-compshare cannot report its port: standard output ${reason}; Pulumi reads the port from there, so do not close or redirect it`,
  isNowhere: "is closed or is /dev/null",
  isUnwritable: (code: string) => `cannot be written (${code})`,
};
