import { readFileSync } from "node:fs";
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { transform } from "esbuild";
import { type CommandResult, runCommand } from "../../tools/process/run-command.ts";
import { bareEnvironment, type Environment, nobody, pluginFile } from "../support/plugin/plugin.ts";

const { version } = JSON.parse(readFileSync("package.json", "utf8")) as { readonly version: string };
let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "compshare-version-"));
});

afterAll(() => rm(folder, { recursive: true }));

/** Runs the executable to its end; `shell` says what happens to its outputs. */
function run(words: readonly string[], environment: Environment = {}, shell = ""): Promise<CommandResult> {
  const command = ["-c", `exec "$@" ${shell}`, "sh", process.execPath, pluginFile, ...words];
  return runCommand("/bin/sh", command, { env: { ...bareEnvironment(folder), ...environment } });
}

/** Has the runtime say that it is of another version, before the executable runs. */
async function pretending(nodeVersion: string): Promise<Environment> {
  const preload = join(folder, `${nodeVersion}.cjs`);
  await writeFile(
    preload,
    `Object.defineProperty(process, "versions", { value: { ...process.versions, node: "${nodeVersion}" } });`,
  );
  return { NODE_OPTIONS: `--require ${JSON.stringify(preload)}` };
}

test.each(["22.18.9", "22.9.0", "20.20.2", "18.20.8", "10.24.1", "0.12.18"])(
  "on Node.js %s one line says the version that is needed, the one that runs, and where it is",
  async (found) => {
    expect(await run([nobody], await pretending(found))).toEqual({
      code: 1,
      stdout: "",
      stderr: `pulumi-resource-compshare needs Node.js 22.19 or later, but runs on ${found} (${process.execPath}); install a later version, or put its folder first in PATH\n`,
    });
  },
);

test.each<Environment>([
  { LANG: "zh_CN.UTF-8" },
  { COMPSHARE_LANG: "中文", LC_ALL: "en_US.UTF-8" },
  { LC_ALL: "zh", LANG: "C" },
])("with %j the line is Chinese", async (environment) => {
  const { stderr } = await run([nobody], { ...(await pretending("18.20.8")), ...environment });
  expect(stderr).toBe(
    `pulumi-resource-compshare 需要 Node.js 22.19 或更高版本，但当前运行在 18.20.8（${process.execPath}）上；请安装新版本，或把新版本所在的文件夹放到 PATH 最前面\n`,
  );
});

test.each(["2>&-", ">&-", ">&- 2>&-"])(
  "with outputs closed by %s a version that is too old ends with 1 all the same",
  async (shell) => {
    expect((await run([nobody], await pretending("18.20.8"), shell)).code).toBe(1);
  },
);

test.each(["22.19.0", "22.20.1", "24.0.0", "26.10.0", "100.0.0"])(
  "on Node.js %s it starts",
  async (found) => {
    const { code, stdout, stderr } = await run(["--version"], await pretending(found));
    expect({ code, stdout, stderr }).toEqual({ code: 0, stdout: `${version}\n`, stderr: "" });
  },
);

// All of the file is parsed before its first line runs: what an old version cannot parse, it cannot refuse in words.
test("the executable's own text is JavaScript of 2018, so that old versions get to the check", async () => {
  const text = readFileSync(pluginFile, "utf8");
  const as = async (target: string): Promise<string> =>
    (await transform(text, { target, minifyWhitespace: true, loader: "js" })).code;
  expect(await as("es2018")).toBe(await as("esnext"));
});

test("the version is printed alone, and the help says what the executable is", async () => {
  expect(await run(["--version"])).toEqual({ code: 0, stdout: `${version}\n`, stderr: "" });
  const help = await run(["--help"]);
  expect(help).toEqual({
    code: 0,
    stdout: `pulumi-resource-compshare ${version}, the CompShare provider for Pulumi

Pulumi starts this plugin by itself and speaks gRPC with it; there is nothing to run or to configure here.
A program uses it through the package \`compshare\`; settings are \`compshare:KEY\`, set by \`pulumi config set\`.
Without an engine's address it prints a port and waits, for \`PULUMI_DEBUG_PROVIDERS=compshare:PORT pulumi preview\`. Ctrl-C ends it.

Options: \`--help\` shows this, \`--version\` the version alone.
`,
    stderr: "",
  });
  for (const word of ["-h", "help"]) expect(await run([word])).toEqual(help);
  for (const word of ["version", "-v"])
    expect(await run([word])).toEqual({ code: 0, stdout: `${version}\n`, stderr: "" });
});

test.each([
  [["--bogus"]],
  [["notanaddress"]],
  [["127.0.0.1:99999"]],
  [["-v=9", "notanaddress"]],
  [["no\nline"]],
])("what neither an engine nor a person would write gets one line and 2: %j", async (words) => {
  const shown = words.at(-1)?.replace("\n", "\\u{a}");
  expect(await run(words)).toEqual({
    code: 2,
    stdout: "",
    stderr: `pulumi-resource-compshare: unexpected argument "${shown}"; pass the address of an engine (\`127.0.0.1:50051\`, port 1 to 65535), nothing, \`--help\` or \`--version\`\n`,
  });
});

test("the line about a wrong argument is Chinese where the machine is", async () => {
  const { code, stderr } = await run(["--bogus"], { LANG: "zh_CN.UTF-8" });
  expect(code).toBe(2);
  expect(stderr).toBe(
    'pulumi-resource-compshare：无法识别的参数 "--bogus"；可用的参数：引擎地址（`127.0.0.1:50051`，端口为 1 到 65535）、`--help`、`--version`，或者不带参数\n',
  );
});

test.each([
  ["[::1]:1", ">&-", "is closed or is /dev/null"],
  ["127.0.0.1:1", ">&-", "is closed or is /dev/null"],
  ["127.0.0.1:1", "> /dev/null", "is closed or is /dev/null"],
  ["127.0.0.1:1", "> /dev/full", "cannot be written (ENOSPC)"],
])("a port that nobody can read, for %s with %s, ends with one line and 1", async (word, shell, reason) => {
  expect(await run([word], {}, shell)).toEqual({
    code: 1,
    stdout: "",
    stderr: `pulumi-resource-compshare cannot report its port: standard output ${reason}; Pulumi reads the port from there, so do not close or redirect it\n`,
  });
});

test("without any output a port ends with 1 all the same", async () => {
  expect(await run([nobody], {}, ">&- 2>&-")).toEqual({ code: 1, stdout: "", stderr: "" });
});

test("the help is Chinese where the machine is, or the CompShare CLI", async () => {
  const chinese = expect.stringContaining(
    `pulumi-resource-compshare ${version}，CompShare 的 Pulumi provider\n`,
  );
  expect(await run(["--help"], { LANG: "zh_CN.UTF-8" })).toMatchObject({ code: 0, stdout: chinese });
  const config = join(folder, "xdg", "compshare");
  await mkdir(config, { recursive: true });
  await writeFile(join(config, "config.json"), JSON.stringify({ language: "zh" }));
  expect(await run(["--help"], { XDG_CONFIG_HOME: join(folder, "xdg") })).toMatchObject({ stdout: chinese });
});

test.each([
  ["--help", ">&-"],
  ["--version", ">&- 2>&-"],
  ["--help", "| :"],
])("%s %s ends in silence", async (word, shell) => {
  expect(await run([word], {}, shell)).toEqual({ code: 0, stdout: "", stderr: "" });
});
