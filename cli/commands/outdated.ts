import { collectAnnotations } from "../annotations/collect-annotations.ts";
import { problemText } from "../annotations/problem-text.ts";
import type { Context } from "../context.ts";
import { exitCodes } from "../exit-codes.ts";
import { CommandFailure, UsageFailure } from "../failures.ts";
import { annotatedPin } from "../pins/annotated-pin.ts";
import { readEngineJson } from "../pins/engine-json.ts";
import { exportStack } from "../pins/export-stack.ts";
import { pinsOf } from "../pins/pins-of.ts";
import { readInputFile } from "../pins/read-input.ts";
import { isOutdated, type Standing } from "../pins/standing.ts";
import { standingsText } from "../pins/standings-text.ts";
import { statePin } from "../pins/state-pin.ts";
import { folderInRepository } from "../run-git.ts";
import { command } from "./command.ts";

/** Says of every pinned image whether it is newer, withdrawn or gone. */
export const outdated = command({
  usage: "[--stack STACK | --state FILE | -] [FLAGS]",
  help: {
    en: "Looks at every pinned image: those of the annotations in this folder, or with --stack, --state or - those of a stack. Reads `pulumi stack export` and `pulumi preview --json`.",
    zh: "检查每个已固定的镜像：默认是本文件夹中注释标记的镜像，用 --stack、--state 或 - 则是栈中的镜像。可读取 `pulumi stack export` 和 `pulumi preview --json` 的输出。",
  },
  examples: [
    "compshare-images outdated",
    "compshare-images outdated --stack prod --expect-current",
    "pulumi stack export | compshare-images outdated -",
  ],
  flags: {
    state: {
      type: "string",
      value: "FILE",
      help: {
        en: "State of a stack, or a preview, as JSON; - reads the standard input.",
        zh: "JSON 格式的栈状态或预览；- 表示从标准输入读取。",
      },
    },
    "expect-current": {
      type: "boolean",
      help: { en: "Exits with 7 unless every image is current.", zh: "若有镜像不是最新，以 7 退出。" },
    },
  },
  operands: [0, 1],
  formats: ["markdown", "github", "gitlab"],
  run: async (context) => {
    const { standings, problems } = await readStandings(context);
    context.stdout.write(standingsText(standings, context, await folderInRepository(context.cwd)));
    if (problems > 0)
      throw new CommandFailure({
        en: `${problems === 1 ? "one annotation" : `${problems} annotations`} cannot be used`,
        zh: `有 ${problems} 处注释无法使用`,
      });
    const expects = context.flags["expect-current"] === true;
    return expects && standings.some(isOutdated) ? exitCodes.findings : exitCodes.done;
  },
});

type OwnContext = Parameters<typeof outdated.run>[0];

interface Read {
  readonly standings: readonly Standing[];
  /** Annotations that cannot be used; they have been told. */
  readonly problems: number;
}

async function readStandings(context: OwnContext): Promise<Read> {
  const { operands, flags } = context;
  const [word] = operands;
  if (word !== undefined && (word !== "-" || flags.state !== undefined))
    throw new UsageFailure({
      en: "outdated takes one of --stack STACK, --state FILE and -; labels are for update",
      zh: "outdated 只接受 --stack STACK、--state FILE 或 - 中的一个；标签用于 update",
    });
  const file = flags.state ?? word;
  if (file !== undefined) return ofEngine(await readInputFile(file, context), nameOf(file), context);
  if (flags.stack === undefined) return ofAnnotations(context);
  return ofEngine(await exportStack(flags.stack, context), `pulumi stack export`, context);
}

function nameOf(file: string): string {
  return file === "-" ? "standard input" : file;
}

async function ofAnnotations(context: Context): Promise<Read> {
  const { cwd, stderr, language, signal } = context;
  const { annotations, problems } = await collectAnnotations(cwd);
  for (const problem of problems) stderr.write(`${problemText(problem, language)}\n`);
  const standings: Standing[] = [];
  if (annotations.length > 0) {
    const lookup = await context.openLookup();
    for (const one of annotations) standings.push(await annotatedPin(one, lookup, signal));
  }
  return { standings, problems: problems.length };
}

async function ofEngine(text: string, name: string, context: Context): Promise<Read> {
  const pins = pinsOf(readEngineJson(text, name));
  const standings: Standing[] = [];
  // Without a pin there is nothing to ask, and no keys are needed.
  const lookup = pins.length === 0 ? undefined : await context.openLookup();
  for (const pin of pins) {
    const standing = lookup && (await statePin(pin, lookup, context.signal));
    if (standing !== undefined) standings.push(standing);
  }
  return { standings, problems: 0 };
}
