import { readFile } from "node:fs/promises";
import { resolve } from "node:path";
import { systemCode } from "../../provider/errors/system-code.ts";
import { plainText } from "../../provider/messages/plain-text.ts";
import type { Context } from "../context.ts";
import { CommandFailure } from "../failures.ts";

/** Text of a file that the command line names; `-` is the standard input. */
export async function readInputFile(
  path: string,
  { cwd, readInput }: Pick<Context, "cwd" | "readInput">,
): Promise<string> {
  if (path === "-") return readInput();
  try {
    return withoutMark(await readFile(resolve(cwd, path)));
  } catch (error) {
    const code = systemCode(error) ?? "";
    const shown = plainText(path);
    throw new CommandFailure(
      code === "ENOENT"
        ? { en: `${shown} does not exist`, zh: `${shown} 不存在` }
        : { en: `${shown} cannot be read (${code})`, zh: `无法读取 ${shown}（${code}）` },
    );
  }
}

/** What is redirected into a file by PowerShell is UTF-16, or has a mark in front. */
function withoutMark(bytes: Buffer): string {
  const text = bytes[0] === 0xff && bytes[1] === 0xfe ? bytes.toString("utf16le") : bytes.toString("utf8");
  return text.replace(/^\ufeff/, "");
}
