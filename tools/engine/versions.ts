import { readFileSync } from "node:fs";
import { join } from "node:path";

/** The versions that the Go modules under tools/engine pin; nothing else in the repository repeats them. */
export interface PinnedVersions {
  /** The Pulumi CLI: what we build, and the oldest one on PATH that we accept. */
  readonly pulumi: string;
  readonly yaml: string;
  /** The oldest Go that builds them. */
  readonly go: string;
}

export function readPinnedVersions(root: string = process.cwd()): PinnedVersions {
  const cli = readFileSync(join(root, "tools/engine/cli/go.mod"), "utf8");
  const yaml = readFileSync(join(root, "tools/engine/yaml/go.mod"), "utf8");
  return {
    pulumi: moduleVersion(cli, "github.com/pulumi/pulumi/pkg/v3"),
    yaml: moduleVersion(yaml, "github.com/pulumi/pulumi-yaml"),
    go: goDirective(cli),
  };
}

export function moduleVersion(goMod: string, module: string): string {
  for (const line of goMod.split("\n")) {
    const [name, version] = line
      .trim()
      .replace(/^require\s+/, "")
      .split(/\s+/);
    if (name === module && version?.startsWith("v") === true) {
      return version;
    }
  }
  throw new Error(`go.mod requires no ${module}`);
}

export function goDirective(goMod: string): string {
  const version = /^go (\S+)$/m.exec(goMod)?.[1];
  if (version === undefined) {
    throw new Error("go.mod has no go line");
  }
  return version;
}

/** Turns what `go env GOVERSION` prints ("go1.26.8", "go1.27rc1") into a semantic version, or undefined. */
export function semverOfGo(text: string): string | undefined {
  const match = /(?:^|\s)(?:go)?(\d+)\.(\d+)(?:\.(\d+))?(?:-?((?:rc|beta)\d+))?/.exec(text.trim());
  if (match === null) {
    return undefined;
  }
  const [, major, minor, patch = "0", pre] = match;
  return `${major}.${minor}.${patch}${pre === undefined ? "" : `-${pre}`}`;
}

/** The version of Pulumi's host for Java, whose module has the generator too. */
export function readJavaVersion(root: string = process.cwd()): string {
  const java = readFileSync(join(root, "tools/codegen/java/go.mod"), "utf8");
  return moduleVersion(java, "github.com/pulumi/pulumi-java/pkg");
}

/** The version of Pulumi's host for .NET, in whose module the generator is. */
export function readDotnetVersion(root: string = process.cwd()): string {
  const codegen = readFileSync(join(root, "tools/codegen/go.mod"), "utf8");
  return moduleVersion(codegen, "github.com/pulumi/pulumi-dotnet/pulumi-language-dotnet/v3");
}
