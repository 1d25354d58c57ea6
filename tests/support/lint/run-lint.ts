import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { runCommand } from "../../../tools/process/run-command.ts";

/** What lint reports of a file. */
export interface Diagnostic {
  readonly code: string;
  readonly message: string;
  readonly help: string;
  readonly filename: string;
  readonly labels: readonly { readonly span: { readonly line: number } }[];
}

/** Lints files, given as path and text, by the rules of this repository. */
export async function lint(files: ReadonlyMap<string, string>): Promise<readonly Diagnostic[]> {
  const root = await mkdtemp(join(tmpdir(), "compshare-lint-"));
  try {
    const config = pathToFileURL(resolve("oxlint.config.ts")).href;
    await writeFile(join(root, "oxlint.config.ts"), `export { default } from ${JSON.stringify(config)};`);
    for (const [file, text] of files) {
      await mkdir(dirname(join(root, file)), { recursive: true });
      await writeFile(join(root, file), text);
    }
    const oxlint = resolve("node_modules/oxlint/bin/oxlint");
    const { stdout } = await runCommand(process.execPath, [oxlint, "-f", "json"], { cwd: root });
    const { diagnostics }: { readonly diagnostics: readonly Diagnostic[] } = JSON.parse(stdout);
    return diagnostics;
  } finally {
    await rm(root, { recursive: true });
  }
}
