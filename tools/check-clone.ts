import { chmod, mkdir, mkdtemp, realpath, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { isStartedAs, runTool } from "./engine/failure.ts";
import { createReport, formatSeconds, type Report } from "./engine/report.ts";
import { runNpm } from "./process/npm.ts";
import { mustRun } from "./process/run-command.ts";

/** Where a clone lies and what is special about it. */
interface Place {
  readonly folder: string;
  readonly mode: number;
  readonly says: string;
}

const places: readonly Place[] = [
  { folder: "private", mode: 0o700, says: "a folder that only its owner may enter" },
  {
    folder: "with spaces and 中文 (1)",
    mode: 0o755,
    says: "a folder whose path has spaces and Chinese characters",
  },
];

/** What somebody does who has just cloned the repository. The tests start the plugin from odd places and as another user. */
const journey: readonly (readonly string[])[] = [
  ["ci"],
  ["start"],
  [
    "test",
    "--",
    "tests/grpc/environment.test.ts",
    "tests/grpc/start-place.test.ts",
    "tests/unit/tools/start.test.ts",
  ],
];

/** Clones HEAD into odd folders and takes the first steps there: `npm run check:clone`. Needs the network or npm's cache. */
async function main(): Promise<void> {
  const report = createReport(process.stderr);
  const root = await realpath(await mkdtemp(join(tmpdir(), "compshare-clone-")));
  try {
    // A plain user of the machine has to get through to what is below.
    await chmod(root, 0o755);
    for (const place of places) await checkPlace(root, place, report);
  } finally {
    await rm(root, { recursive: true, force: true, maxRetries: 5 });
  }
  console.log(`npm ci, npm start and npm test work in ${places.map(({ says }) => says).join(", and in ")}`);
}

async function checkPlace(root: string, { folder, mode, says }: Place, report: Report): Promise<void> {
  const parent = join(root, folder);
  const clone = join(parent, "pulumi-compshare");
  const temp = join(parent, "another temp");
  await mkdir(temp, { recursive: true });
  await chmod(parent, mode);
  // Through Git's own protocol: only what is committed comes along.
  await mustRun("git could not clone HEAD", "git", ["clone", "--quiet", "--no-local", process.cwd(), clone]);
  for (const words of journey) {
    const command = `npm ${words.join(" ")}`;
    const start = performance.now();
    report.line(`${says}: ${command}`);
    await runNpm(`\`${command}\` failed in ${says}`, words, {
      cwd: clone,
      env: environmentOfUser(process.env, temp),
    });
    report.line(`done in ${formatSeconds((performance.now() - start) / 1000)}`);
  }
}

/** Variables without what npm has set for this script, and with another temporary folder. */
export function environmentOfUser(env: NodeJS.ProcessEnv, temp: string): NodeJS.ProcessEnv {
  const own = Object.entries(env).filter(
    ([name]) => !/^(npm_|INIT_CWD$|NODE$|NODE_ENV$|COMPSHARE_)/i.test(name),
  );
  const path = (env["PATH"] ?? "")
    .split(delimiter)
    .filter((folder) => !/[\\/]node_modules[\\/](\.bin|.*node-gyp-bin)$/.test(folder));
  return { ...Object.fromEntries(own), PATH: path.join(delimiter), TMPDIR: temp, TMP: temp, TEMP: temp };
}

if (isStartedAs("check-clone.ts")) runTool(main);
