import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { PackageSchema } from "../../provider/schema/package-schema.ts";
import { listeningPort } from "../../tests/support/listening-port.ts";
import { getGenerators } from "../codegen/build.ts";
import type { Report } from "../engine/report.ts";
import { mustRun } from "../process/run-command.ts";
import { type Folder, readFolder } from "./folder.ts";
import { type Language, spelledSchema, spellings } from "./languages.ts";

const logo = "docs/logo.png";

/** Runs Pulumi's generators for every language; paths begin at the language. */
export async function writeSdks(schema: PackageSchema, report: Report): Promise<Folder> {
  const generators = await getGenerators(report);
  const scratch = await mkdtemp(join(tmpdir(), "compshare-generate-"));
  const out = join(scratch, "out");
  const logoServer = await serveLogo();
  try {
    for (const language of Object.keys(spellings) as Language[]) {
      const schemaFile = join(scratch, `${language}.json`);
      await writeFile(
        schemaFile,
        JSON.stringify(spelledSchema(logoServer.shown(schema, language), language)),
      );
      const args = language === "java" ? [] : ["--languages", language];
      const program = language === "java" ? generators.java : generators.codegen;
      await mustRun(`Pulumi's generator for ${language} failed`, program, [
        schemaFile,
        "--out",
        out,
        ...args,
      ]);
    }
    return await readFolder(out);
  } finally {
    logoServer.close();
    await rm(scratch, { recursive: true, force: true });
  }
}

interface LogoServer {
  /** The schema with the logo's address on this machine, for the one generator that fetches it. */
  shown(schema: PackageSchema, language: Language): PackageSchema;
  close(): void;
}

/** Pulumi's generator for .NET always fetches the logo, and nothing is generated from somebody's server. */
async function serveLogo(): Promise<LogoServer> {
  const content = await readFile(logo);
  const server = createServer((_request, response) => response.end(content));
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const port = listeningPort(server);
  return {
    shown: (schema, language) =>
      language === "dotnet" ? { ...schema, logoUrl: `http://127.0.0.1:${port}/logo.png` } : schema,
    close: () => server.close(),
  };
}
