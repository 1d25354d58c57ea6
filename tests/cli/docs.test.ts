import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "@jest/globals";
import { summaries } from "../../cli/commands/summaries.ts";
import { exitCodes } from "../../cli/exit-codes.ts";
import { commonFlags } from "../../cli/flags.ts";
import { type Simulator, startSimulator } from "../../simulator/simulator.ts";
import { runCli } from "../support/cli/run-cli.ts";
import { codeWords, read, table } from "../support/docs/documents.ts";
import { environmentOf } from "../support/simulator/environment-of.ts";

const pages = [
  ["docs/cli.md", "Commands", "Settings"],
  ["docs/cli.zh-CN.md", "命令", "设置"],
] as const;

/** The commands that a page shows, with what it shows below each. */
function shown(page: string): readonly (readonly [command: string, output: string])[] {
  return [...read(page).matchAll(/```console\n([\s\S]*?)```/g)].flatMap(([, block = ""]) =>
    block
      .split(/^\$ /m)
      .slice(1)
      .map((part): [string, string] => {
        const [command = "", ...output] = part.split("\n");
        return [command, output.join("\n")];
      }),
  );
}

/** The words of a command line; single quotes hold a word together. */
function wordsOf(command: string): readonly string[] {
  return [...command.matchAll(/'([^']*)'|\S+/g)].map(([word, quoted]) => quoted ?? word);
}

let simulator: Simulator;
let folder: string;

beforeEach(async () => {
  simulator = await startSimulator();
  folder = await mkdtemp(join(tmpdir(), "compshare-docs-"));
});
afterEach(async () => {
  await simulator.close();
  await rm(folder, { recursive: true });
});

test.each(pages)(
  "every command that %s shows prints what stands below it",
  async (page, _commands, _settings) => {
    const environment = environmentOf(simulator);
    expect(shown(page).length).toBeGreaterThan(5);
    for (const [command, output] of shown(page)) {
      const [program, ...words] = wordsOf(command);
      expect(program).toBe("compshare-images");
      const { stdout, stderr } = await runCli(words, { environment, cwd: folder });
      expect([command, `${stdout}${stderr}`]).toEqual([command, output]);
    }
  },
);

test.each(pages)("%s names every command, exit code and flag of every command", (page, title, settings) => {
  const commands = table(page, title).flatMap(([name = ""]) => codeWords(name));
  expect(commands).toEqual(Object.keys(summaries).filter((name) => name !== "help" && name !== "version"));
  const codes = [...read(page).matchAll(/^\| (\d) \|/gm)].map(([, code]) => Number(code));
  expect(codes).toEqual(Object.values(exitCodes));
  const flags = table(page, settings).flatMap(([name = ""]) => codeWords(name));
  const named = flags.map((flag) => flag.replace(/^--(no-)?/, "").split(" ")[0]);
  expect(named).toEqual(expect.arrayContaining(Object.keys(commonFlags).filter((name) => name !== "help")));
});
