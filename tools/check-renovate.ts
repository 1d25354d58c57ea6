import { execFile } from "node:child_process";
import { mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { startSimulator } from "../simulator/simulator.ts";
import type { ImageRow } from "../simulator/state/image-row.ts";
import { buildPlugin, commandLineName, pluginFolder } from "./build.ts";
import { isStartedAs, runTool, ToolFailure } from "./engine/failure.ts";
import { createReport } from "./engine/report.ts";
import { fillOnce } from "./process/fill-once.ts";
import { mustRun } from "./process/run-command.ts";

const run = promisify(execFile);

const renovate = "renovate@44.121.2";
const folder = ".engine/checks/renovate";
const preset = "examples/ci/renovate/compshare.json";
const day = 86_400;

/** A repository with an annotation in each language, as it is before Renovate looks at it. */
const files: Readonly<Record<string, string>> = {
  "Pulumi.yaml": annotated(
    "  ",
    "#",
    "inference",
    "framework=vLLM version='>=0.9 <1'",
    "imageId: OLD # OLDTEXT",
  ),
  "Pulumi.prod.yaml": annotated(
    "  ",
    "#",
    "stack",
    "framework=vLLM version='>=0.9 <1'",
    'pin:imageId: "OLD" # OLDTEXT',
  ),
  "index.ts": annotated(
    "",
    "//",
    "typescript",
    "framework=vLLM version='>=0.9 <1'",
    'const id = "OLD"; // OLDTEXT',
  ),
  "main.go": annotated(
    "\t",
    "//",
    "go",
    "framework=vLLM version='>=0.9 <1'",
    'ImageId: pulumi.String("OLD"), // OLDTEXT',
  ),
  "__main__.py": annotated(
    "",
    "#",
    "python",
    "framework=vLLM version='>=0.9 <1'",
    'image_id = "OLD"  # OLDTEXT',
  ),
  "Stack.cs": annotated(
    "    ",
    "//",
    "csharp",
    "framework=vLLM version='>=0.9 <1'",
    'ImageId = "OLD", // OLDTEXT',
  ),
  // The newest image of the family is a day old, and the one before it was withdrawn.
  "fresh.yaml": annotated(
    "",
    "#",
    "fresh",
    "nameContains='fresh v'",
    "id: compshareImage-fresh1 # 2026.01.01 fresh v1",
  ),
  // Published anew under the same name on the same day: another ID, and the same text.
  "again.yaml": annotated(
    "",
    "#",
    "again",
    "nameContains=again version=1",
    "id: compshareImage-again1 # 1.0.0 again v1",
  ),
  "current.yaml": annotated(
    "",
    "#",
    "current",
    "nameContains=again version=1",
    "id: compshareImage-again2 # 1.0.0 again v1",
  ),
  // Nothing asks for this one.
  "plain.yaml": "id: compshareImage-17utkv3juc5a # 0.10.0 vLLM v0.10.0\n",
};

function annotated(indent: string, mark: string, label: string, query: string, line: string): string {
  const pinned = line.replace("OLDTEXT", "0.10.0 vLLM v0.10.0").replace("OLD", "compshareImage-17utkv3juc5a");
  return `first\n${indent}${mark} compshare(${label}): ${query}\n${indent}${pinned}\nlast\n`;
}

const newest = "0.10.0 vLLM v0.10.0 → 0.12.0 vLLM v0.12.0, compshareImage-1pv2luuyhfr1";

/** What Renovate has to propose, and nothing else. */
const expected: readonly string[] = [
  `Pulumi.prod.yaml stack: ${newest}`,
  `Pulumi.yaml inference: ${newest}`,
  `Stack.cs csharp: ${newest}`,
  `__main__.py python: ${newest}`,
  "again.yaml again: 1.0.0 again v1 → 1.0.0 again v1, compshareImage-again2",
  "fresh.yaml fresh: 2026.01.01 fresh v1 → 2026.01.02 fresh v2, compshareImage-fresh2",
  `index.ts typescript: ${newest}`,
  `main.go go: ${newest}`,
];

function image(name: string, id: string, publishedAt: number, Status = "Available"): ImageRow {
  return {
    CompShareImageId: `compshareImage-${id}`,
    Name: name,
    ImageType: "App",
    Status,
    AuthInfo: 1,
    PubTime: publishedAt,
  };
}

function january(date: number): number {
  return Date.UTC(2026, 0, date) / 1000;
}

/** Lets the real Renovate look at such a repository with our preset, without a network, and compares what it proposes. */
async function main(): Promise<void> {
  const report = createReport(process.stderr);
  await installRenovate((line) => report.line(line));
  report.line("build: the command line");
  await buildPlugin();
  const directory = await mkdtemp(join(tmpdir(), "compshare-renovate-"));
  try {
    const repository = join(directory, "repository");
    await writeRepository(repository);
    const log = await runRenovate(repository, directory);
    const proposed = proposals(log);
    console.log(proposed.join("\n"));
    if (JSON.stringify(proposed) !== JSON.stringify(expected))
      throw new ToolFailure(`Renovate proposes something else; wanted were:\n${expected.join("\n")}`);
    console.log(`${renovate} proposes exactly these ${expected.length} updates`);
  } finally {
    await rm(directory, { recursive: true, force: true });
  }
}

function installRenovate(tell: (line: string) => void): Promise<void> {
  return fillOnce(
    folder,
    async (half) => {
      await writeFile(join(half, "package.json"), '{"private":true}\n');
      const flags = ["--ignore-scripts", "--no-audit", "--no-fund", "--omit=optional"];
      await mustRun("Renovate could not be installed", "npm", ["install", ...flags, renovate], { cwd: half });
    },
    () => tell(`installing ${renovate} into ${folder}, once; it is large`),
  );
}

/** The files, the preset as the repository's own configuration, and the releases that `snapshot` writes. */
async function writeRepository(repository: string): Promise<void> {
  await mkdir(repository);
  for (const [name, text] of Object.entries(files)) await writeFile(join(repository, name), text);
  await writeFile(join(repository, "renovate.json"), await readFile(preset, "utf8"));
  const simulator = await startSimulator();
  try {
    simulator.putImage(image("fresh v1", "fresh1", january(1)));
    simulator.putImage(image("fresh v2", "fresh2", january(2)));
    simulator.putImage(image("fresh v3", "fresh3", january(3), "Offline"));
    simulator.putImage(image("fresh v4", "fresh4", Math.floor(Date.now() / 1000) - day));
    simulator.putImage(image("again v1", "again1", january(1)));
    simulator.putImage(image("again v1", "again2", january(2)));
    const env = {
      ...process.env,
      COMPSHARE_BASE_URL: simulator.endpoint,
      COMPSHARE_PUBLIC_KEY: simulator.publicKey,
      COMPSHARE_PRIVATE_KEY: simulator.privateKey,
    };
    const program = join(process.cwd(), pluginFolder, commandLineName);
    await run(process.execPath, [program, "snapshot"], { cwd: repository, env });
  } finally {
    await simulator.close();
  }
  await run("git", ["init", "--quiet"], { cwd: repository });
  await run("git", ["add", "--all"], { cwd: repository });
  const author = ["-c", "user.name=check", "-c", "user.email=check@example.com"];
  await run("git", [...author, "commit", "--quiet", "--message", "Pin images"], { cwd: repository });
}

/** Renovate on the work tree, as `--platform=local` does it; nothing of the user's comes in. */
async function runRenovate(repository: string, directory: string): Promise<string> {
  const program = join(process.cwd(), folder, "node_modules/renovate/dist/renovate.js");
  const env = {
    PATH: process.env["PATH"] ?? "",
    HOME: join(directory, "home"),
    RENOVATE_BASE_DIR: join(directory, "base"),
    LOG_FORMAT: "json",
    LOG_LEVEL: "debug",
  };
  const { stdout } = await mustRun("Renovate failed", process.execPath, [program, "--platform=local"], {
    cwd: repository,
    env,
    timeoutMs: 300_000,
  });
  return stdout;
}

interface Dependency {
  readonly depName?: string;
  readonly currentValue?: string;
  readonly warnings?: readonly unknown[];
  readonly updates?: readonly { readonly newValue?: string; readonly newDigest?: string }[];
}

/** The updates that Renovate found, one a line. */
function proposals(log: string): readonly string[] {
  const line = log.split("\n").find((one) => one.includes('"packageFiles with updates"'));
  if (line === undefined) throw new ToolFailure("Renovate found no file");
  const {
    config,
  }: { config: Readonly<Record<string, readonly { packageFile: string; deps: readonly Dependency[] }[]>> } =
    JSON.parse(line);
  return Object.values(config)
    .flat()
    .flatMap(({ packageFile, deps }) =>
      deps.flatMap(({ depName, currentValue, updates = [], warnings = [] }) => [
        ...updates.map(
          ({ newValue, newDigest }) =>
            `${packageFile} ${depName}: ${currentValue} → ${newValue}, ${newDigest}`,
        ),
        ...warnings.map((warning) => `${packageFile} ${depName}: ${JSON.stringify(warning)}`),
      ]),
    )
    .toSorted();
}

if (isStartedAs("check-renovate.ts")) runTool(main);
