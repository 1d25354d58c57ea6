import { cp, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import type { GeneratePackageRequest } from "@pulumi/pulumi/proto/language_pb.js";
import { executableName } from "../engine/find-on-path.ts";
import { mustRun } from "../process/run-command.ts";
import type { HostedLanguage } from "./build.ts";

/** Writes an SDK with Pulumi's own generator, which is built beside the host. */
export async function generatePackage(
  language: HostedLanguage,
  request: GeneratePackageRequest,
): Promise<void> {
  if (request.getExtraFilesMap().getLength() > 0) throw new Error("this host takes no overlays");
  const generator = join(dirname(process.argv[1] ?? ""), executableName("compshare-codegen"));
  const scratch = await mkdtemp(join(tmpdir(), "compshare-sdk-"));
  try {
    const schema = join(scratch, "schema.json");
    await writeFile(schema, request.getSchema());
    const args = [schema, "--out", scratch, "--languages", language, "--tool", `pulumi-language-${language}`];
    if (request.getLocal()) args.push("--local");
    await mustRun(`Pulumi's generator for ${language} failed`, generator, args);
    await cp(join(scratch, language), request.getDirectory(), { recursive: true });
  } finally {
    await rm(scratch, { recursive: true, force: true });
  }
}
