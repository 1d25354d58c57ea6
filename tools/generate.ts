import { documentsSchema } from "../cli/output/documents.ts";
import { packageSchema } from "../provider/schema/package-schema.ts";
import { isStartedAs, runTool, ToolFailure } from "./engine/failure.ts";
import { createReport, type Report } from "./engine/report.ts";
import { extraFiles } from "./generate/extra-files.ts";
import { differences, type Folder, readFolder, textFiles, writeFolder } from "./generate/folder.ts";
import { referencePages } from "./generate/reference.ts";
import { writeSdks } from "./generate/write-sdks.ts";
import { readIdentity } from "./repository.ts";

/** Everything that is derived from the contract, by the folder that it fills. */
async function generate(report: Report): Promise<ReadonlyMap<string, Folder>> {
  const identity = await readIdentity();
  const schema = packageSchema(identity);
  return new Map<string, Folder>([
    [
      "sdk",
      new Map([
        ...textFiles([["schema.json", asJson(schema)]]),
        ...(await writeSdks(schema, report)),
        ...(await extraFiles(identity, schema)),
      ]),
    ],
    [
      "docs/reference",
      textFiles([...referencePages(schema), ["command-line.schema.json", asJson(documentsSchema())]]),
    ],
  ]);
}

function asJson(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`;
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
