import { join } from "node:path";
import type { Artifact } from "./build-once.ts";
import { engineBin } from "./build-once.ts";
import type { GoProgram } from "./go-build.ts";
import { goBuild } from "./go-build.ts";
import type { Report } from "./report.ts";
import { hashFiles } from "./stamp.ts";
import { readPinnedVersions } from "./versions.ts";

/** The Pulumi CLI at the pinned version; `notice` is a line before it is built. */
export async function cliArtifact(report: Report, problem: string, notice?: string): Promise<Artifact> {
  const { pulumi, go } = readPinnedVersions();
  return await goArtifact("pulumi", pulumi, report, {
    label: `the Pulumi CLI ${pulumi}`,
    module: join(process.cwd(), "tools/engine/cli"),
    package: "github.com/pulumi/pulumi/pkg/v3/cmd/pulumi",
    linked: { variable: "github.com/pulumi/pulumi/sdk/v3/go/common/version.Version", value: pulumi },
    go,
    withoutGo: (goProblem) => bothWaysOut(problem, goProblem),
    notice,
  });
}

/** The host that runs YAML programs, at the pinned version; `notice` is a line before it is built. */
export async function yamlHostArtifact(report: Report, problem: string, notice?: string): Promise<Artifact> {
  const { yaml, go } = readPinnedVersions();
  return await goArtifact("pulumi-language-yaml", yaml, report, {
    label: `the YAML host ${yaml}`,
    module: join(process.cwd(), "tools/engine/yaml"),
    package: "github.com/pulumi/pulumi-yaml/cmd/pulumi-language-yaml",
    linked: { variable: "github.com/pulumi/pulumi-yaml/pkg/version.Version", value: yaml },
    go,
    withoutGo: (goProblem) => bothWaysOut(problem, goProblem),
    notice,
  });
}

/** An executable that is built from a Go module and stays until the module's pins change. */
export async function goArtifact(
  name: string,
  version: string,
  report: Report,
  program: GoProgram,
  sources: readonly string[] = [],
): Promise<Artifact> {
  const files = ["go.mod", "go.sum", ...sources].map((file) => join(program.module, file));
  return {
    name,
    directory: engineBin(),
    madeFrom: { version, sources: await hashFiles(files) },
    build: (target) => goBuild(program, target, report),
  };
}

function bothWaysOut(problem: string, goProblem: string): string {
  const { pulumi, go } = readPinnedVersions();
  return (
    `${problem} and ${goProblem}: either install Go ${go} or newer (https://go.dev/dl) so that the engine can be ` +
    `built, or put a complete pulumi ${pulumi} or newer on PATH (https://www.pulumi.com/docs/iac/download-install).`
  );
}
