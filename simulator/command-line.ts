import { parseArgs } from "node:util";
import type { Quirks } from "./quirks/quirks.ts";
import { quirkList, quirksFromText } from "./quirks/read-quirks.ts";
import { RefusedWord } from "./refused-word.ts";

export interface SimulatorCommand {
  readonly help: boolean;
  readonly port: number;
  readonly latencyMs: number;
  readonly quirks: Partial<Quirks>;
  /** Size of a generated catalogue; undefined for the usual 72 images. */
  readonly images: number | undefined;
}

export const usage = `Usage: npm run simulator -- [flags]

  --port N             port on 127.0.0.1 (default: a free one)
  --latency N          milliseconds that each response takes (default: 0)
  --images N           serve N generated images instead of the usual 72
  --quirk name=value   depart from the live behaviour; may be repeated
  --help               show this text

  Quirks, with their live values:
${quirkList}`;

function wholeNumber(flag: string, text: string | undefined, most: number): number | undefined {
  if (text === undefined) return undefined;
  if (/^\d{1,9}$/.test(text) && Number(text) <= most) return Number(text);
  throw new RefusedWord({ kind: "flag", name: flag, value: text, most });
}

const options = {
  port: { type: "string" },
  latency: { type: "string" },
  images: { type: "string" },
  quirk: { type: "string", multiple: true },
  help: { type: "boolean" },
} as const;

function parsedFlags(words: readonly string[]) {
  try {
    return parseArgs({ args: [...words], options, strict: true, allowPositionals: false }).values;
  } catch (error) {
    const [reason = ""] = (error as Error).message.split(". ");
    const flags = Object.keys(options).map((name) => `--${name}`);
    throw new RangeError(`${reason}. Flags: ${flags.join(", ")}.`);
  }
}

/** Reads the words after the command; throws a RangeError that names what is allowed. */
export function readCommandLine(words: readonly string[]): SimulatorCommand {
  const flags = parsedFlags(words);
  return {
    help: flags.help ?? false,
    port: wholeNumber("port", flags.port, 65_535) ?? 0,
    latencyMs: wholeNumber("latency", flags.latency, 3_600_000) ?? 0,
    quirks: quirksFromText(flags.quirk ?? []),
    images: wholeNumber("images", flags.images, 1_000_000),
  };
}
