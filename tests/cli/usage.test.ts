import { spawn } from "node:child_process";
import { once } from "node:events";
import { createServer } from "node:http";
import { expect, test } from "@jest/globals";
import { startSimulator } from "../../simulator/simulator.ts";
import { documentOf } from "../support/cli/documents-of.ts";
import { cliFile, runCli } from "../support/cli/run-cli.ts";
import { listeningPort } from "../support/listening-port.ts";
import { environmentOf } from "../support/simulator/environment-of.ts";

const version = "0.1.0";

test.each([
  [["fidn"], 'unknown command "fidn"; did you mean find?'],
  [["find", "--name-contians", "x"], "unknown flag --name-contians; did you mean --name-contains?"],
  [["find", "--zzz"], "unknown flag --zzz"],
  [["find", "-q"], "unknown flag -q"],
  [["find", "--name"], "--name needs a value: --name TEXT"],
  [["find", "--one=yes"], "--one takes no value; write --one, or --no-one"],
  [["find", "--name", "a", "--name", "b"], "--name is given twice"],
  [["find", "vLLM"], 'find does not take "vLLM"; flags begin with --'],
  [
    ["find", "--source", "shop"],
    '--source must be one of platform, custom, shared, published, community, any; "shop" is none of them',
  ],
  [["find", "--format", "markdown"], "find prints text, json, not markdown"],
  [["find", "--json", "--format", "text"], "--json and --format text exclude each other"],
  [["find", "--most-recent"], "--most-recent needs --one"],
  [["find", "--one", "--limit", "3"], "--limit excludes --one"],
  [["find", "--id-only", "--json"], "--id-only and --json exclude each other"],
  [["find", "--limit", "three"], "ARGUMENT_INVALID: `limit` must be a number"],
  [["find", "--name", "a", "--name-contains", "b"], "only one of `name` and `nameContains` may be given"],
  [["find", "--region", "Nowhere!"], "must look like `cn-wlcb`"],
  [["completion"], "completion needs a word more; compshare-images completion --help shows which"],
  [["completion", "tcsh"], 'completion knows bash, zsh, fish, not "tcsh"'],
  [["help", "fin"], 'unknown command "fin"; did you mean find?'],
  [["simulate", "--port", "99999"], '--port cannot be "99999"'],
])("%j is a usage error that says what to write", async (words, text) => {
  const { code, stdout, stderr } = await runCli(words);
  expect(stderr).toContain(`error: `);
  expect(stderr).toContain(text);
  expect(code).toBe(2);
  if (!words.includes("--json")) expect(stdout).toBe("");
  else expect(documentOf(stdout)).toMatchObject({ schema: "compshare-error/1", exitCode: 2, text });
});

test("usage errors are told in Chinese by --lang and by the locale", async () => {
  const { code, stderr } = await runCli(["find", "--name-contians", "x", "--lang", "zh"]);
  expect({ code, stderr }).toEqual({
    code: 2,
    stderr: "错误：未知的选项 --name-contians；是否指 --name-contains？\n",
  });
  const locale = await runCli(["fidn"], { environment: { LANG: "zh_CN.UTF-8" } });
  expect(locale.stderr).toBe('错误：未知的命令 "fidn"；是否指 find？\n');
});

test.each([
  [["--port", "99999"], '--port 不能是 "99999"；可取 0 到 65535 的整数'],
  [["--latency", "x"], '--latency 不能是 "x"；可取 0 到 3600000 的整数'],
  [["--quirk", "idAlias=1"], "quirk idAlias 不能是 1；可取 true、false"],
  [
    ["--quirk", "pageMode=x"],
    'quirk pageMode 不能是 "x"；可取 per-type、together、offset-ignored、limit-ignored',
  ],
  [
    ["--quirk", "totalCount=x"],
    'quirk totalCount 不能是 "x"；可取 true、zero、missing、as-Total，或要加上的整数，例如 -32',
  ],
  [["--quirk", "clampLimit=-1"], "quirk clampLimit 不能是 -1；可取 0（不限制）或行数"],
  [["--quirk", "faultRate=2"], "quirk faultRate 不能是 2；可取 0 到 1 的数"],
  [["--quirk", "faultMix=2"], 'quirk faultMix 不能是 2；可取故障的列表，例如 [{"retCode": 153}, "reset"]'],
])("simulate %j is refused in Chinese", async (words, text) => {
  const { code, stderr } = await runCli(["simulate", "--lang", "zh", ...words]);
  expect({ code, stderr }).toEqual({ code: 2, stderr: `错误：${text}\n` });
});

test("an unknown quirk is refused in Chinese with the names of all", async () => {
  const { code, stderr } = await runCli(["simulate", "--lang", "zh", "--quirk", "none=1"]);
  expect(code).toBe(2);
  expect(stderr).toMatch(/^错误：没有名为 "none" 的 quirk；可用的有 pageMode、clampLimit、order、/);
});

test.each([[[]], [["--help"]], [["-h"]], [["help"]], [["--lang", "en", "help"]]])(
  "%j prints the help of the program",
  async (words) => {
    const { code, stdout, stderr } = await runCli(words);
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
    for (const line of [
      "Usage: compshare-images COMMAND [FLAGS]",
      "  find        the images that match, as a table",
    ])
      expect(stdout.split("\n")).toContain(line);
  },
);

test("help on a command lists its flags with what the contract says of them", async () => {
  const { stdout, code } = await runCli(["find", "--help"]);
  expect(code).toBe(0);
  expect(stdout).toContain("--name-contains TEXT      Part of the name, case-sensitive, for example vLLM.");
  expect(stdout).toContain(
    "At\n                                most one of --name, --name-contains, --name-glob and --name-regex.",
  );
  expect((await runCli(["help", "find"])).stdout).toBe(stdout);
  const chinese = await runCli(["find", "--help", "--lang", "zh"]);
  expect(chinese.stdout).toContain("名称的一部分，区分大小写，例如 vLLM。");
});

test.each([
  ["find", "text, json"],
  ["snapshot", "text, json"],
  ["outdated", "text, json, markdown, github, gitlab"],
  ["report", "text, json, markdown, github, gitlab"],
])("help on %s names the formats that it prints", async (name, formats) => {
  const { stdout } = await runCli([name, "--help"]);
  expect(stdout).toMatch(new RegExp(`--format FORMAT +Form of the output\\. One of ${formats}\\.\n`));
});

test.each(["en", "zh"])(
  "the help of snapshot names the second file that it writes, in %s",
  async (language) => {
    const { stdout } = await runCli(["snapshot", "--help", "--lang", language]);
    const [about = "", flags = ""] = stdout.split(language === "en" ? "\nFlags" : "\n选项");
    expect(about).toContain("compshare.releases.json");
    expect(unwrapped(flags)).toContain(
      unwrapped(
        language === "en"
          ? "exit code 7 if one of the files would be written"
          : "只要有一个文件需要写入，退出码就为 7",
      ),
    );
  },
);

/** Chinese breaks anywhere, so a line that was wrapped is compared without its blanks. */
function unwrapped(text: string): string {
  return text.replace(/\s/g, "");
}

test("the help of find says which flags need --one, and which exclude it", async () => {
  const flagHelp = async (...words: string[]): Promise<readonly string[]> => {
    const { stdout } = await runCli(["find", "--help", ...words]);
    return stdout.split(/\n\n|^ {2}(?=-\w,| {4}--)/m).map(unwrapped);
  };
  const having = (flags: readonly string[], end: string): readonly string[] =>
    flags.filter((text) => text.endsWith(unwrapped(end))).map((text) => /--([a-z-]+)/.exec(text)?.[1] ?? "");
  const english = await flagHelp();
  expect(having(english, "With --one only.")).toEqual(["most-recent", "if-missing"]);
  expect(having(english, "Not with --one.")).toEqual(["offset", "limit", "min-count", "max-count"]);
  const chinese = await flagHelp("--lang", "zh");
  expect(having(chinese, "须与 --one 同时使用。")).toEqual(["most-recent", "if-missing"]);
  expect(having(chinese, "不能与 --one 同时使用。")).toEqual(["offset", "limit", "min-count", "max-count"]);
  expect((await runCli(["explain", "--help"])).stdout).not.toContain("--one");
});

test("--version in front of a command is the program's, behind find it is the range", async () => {
  for (const words of [["--version"], ["version"], ["--version", "find"]])
    expect(await runCli(words)).toEqual({ code: 0, stdout: `${version}\n`, stderr: "" });
  expect((await runCli(["find", "--version"])).stderr).toContain("--version needs a value");
});

test("no keys is exit code 3, and says where they were looked for", async () => {
  const { code, stderr } = await runCli(["find"]);
  expect(code).toBe(3);
  expect(stderr).toContain("CONFIGURATION_INVALID: no credentials were found. Looked in:");
});

test("refused keys are exit code 3, and no key is printed", async () => {
  const simulator = await startSimulator();
  const environment = { ...environmentOf(simulator), COMPSHARE_PRIVATE_KEY: "a-key-of-nobody" };
  const { code, stdout, stderr } = await runCli(["find", "--json"], { environment });
  await simulator.close();
  expect(code).toBe(3);
  expect(`${stdout}${stderr}`).not.toContain("a-key-of-nobody");
});

/** A gateway that takes connections and never responds. */
async function silentGateway() {
  const server = createServer(() => undefined).listen(0, "127.0.0.1");
  await once(server, "listening");
  const port = listeningPort(server);
  const endpoint = `http://127.0.0.1:${port}`;
  const environment = environmentOf({ endpoint, publicKey: "a", privateKey: "b" });
  return { environment, server };
}

test("a command that is stopped ends with exit code 8", async () => {
  const { environment, server } = await silentGateway();
  const child = spawn(process.execPath, [cliFile, "find"], { env: { HOME: "/nonexistent", ...environment } });
  await once(server, "connection");
  child.kill("SIGINT");
  const [code] = await once(child, "close");
  server.closeAllConnections();
  server.close();
  expect(code).toBe(8);
});

test("a reader that goes away ends nothing and prints nothing", async () => {
  // This one goes on after it has written.
  const child = spawn(process.execPath, [cliFile, "simulate"], { env: { HOME: "/nonexistent" } });
  // Gone before a word is written, so that writing fails.
  child.stdout.destroy();
  let stderr = "";
  child.stderr.on("data", (data) => {
    stderr += String(data);
    child.kill("SIGTERM");
  });
  expect(await once(child, "close")).toEqual([0, null]);
  expect(stderr).toBe("The simulator is running; Ctrl-C ends it.\n");
});

test.each([
  [{}, false],
  [{ FORCE_COLOR: "1" }, true],
])("with %j colours are %p where no terminal is", async (environment, colored) => {
  const { stdout } = await runCli(["--help"], { environment });
  expect(stdout.includes("\u001b[1m")).toBe(colored);
});

test("--color and --no-color decide about colours, whatever the environment says", async () => {
  expect((await runCli(["--help", "--color"])).stdout).toContain("\u001b[1m");
  const none = await runCli(["--help", "--no-color"], { environment: { FORCE_COLOR: "1" } });
  expect(none.stdout).not.toContain("\u001b");
});
