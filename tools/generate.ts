import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { documentsSchema } from "../cli/output/documents.ts";
import { packageSchema } from "../provider/schema/package-schema.ts";
import { getCodegen } from "./codegen/build.ts";
import { isStartedAs, runTool, ToolFailure } from "./engine/failure.ts";
import { createReport, type Report } from "./engine/report.ts";
import { differences, type Folder, readFolder, writeFolder } from "./generate/folder.ts";
import { referencePages } from "./generate/reference.ts";
import { mustRun } from "./process/run-command.ts";

/** Everything that is derived from the contract, by the folder that it fills. */
async function generate(report: Report): Promise<ReadonlyMap<string, Folder>> {
  const { version }: { version: string } = JSON.parse(await readFile("package.json", "utf8"));
  const schema = packageSchema(version);
  const schemaText = `${JSON.stringify(schema, null, 2)}\n`;
  const codegen = await getCodegen(report);
  const scratch = await mkdtemp(join(tmpdir(), "compshare-generate-"));
  try {
    const schemaFile = join(scratch, "schema.json");
    await writeFile(schemaFile, schemaText);
    const args = [schemaFile, "--out", join(scratch, "out"), "--languages", "nodejs"];
    await mustRun("Pulumi's generators failed", codegen, args);
    const sdk = new Map([["schema.json", schemaText], ...(await readFolder(join(scratch, "out")))]);
    return new Map<string, Folder>([
      ["sdk", sdk],
      [
        "docs/reference",
        new Map([
          ...referencePages(schema),
          ["command-line.schema.json", `${JSON.stringify(documentsSchema(), null, 2)}\n`],
        ]),
      ],
    ]);
  } finally {
    await rm(scratch, { recursive: true, force: true });
  }
}

/** Files that are not what the contract says. */
export async function findDrift(report: Report): Promise<string[]> {
  const drift: string[] = [];
  for (const [root, files] of await generate(report)) {
    drift.push(...differences(files, await readFolder(root)).map((name) => `${root}/${name}`));
  }
  return drift;
}

async function main(): Promise<void> {
  const report = createReport(process.stderr);
  const [option, ...more] = process.argv.slice(2);
  if (more.length > 0 || (option !== undefined && option !== "--check")) {
    throw new ToolFailure("usage: npm run generate [-- --check]");
  }
  if (option === "--check") {
    const drift = await findDrift(report);
    if (drift.length > 0) {
      throw new ToolFailure(`not what the contract says, run \`npm run generate\`:\n  ${drift.join("\n  ")}`);
    }
    report.line("sdk/ and docs/reference/ are what the contract says");
    return;
  }
  for (const [root, files] of await generate(report)) {
    const changed = differences(files, await readFolder(root));
    await writeFolder(root, files);
    report.line(`${root}: ${files.size} files, ${changed.length} changed`);
  }
}

if (isStartedAs("generate.ts")) runTool(main);
