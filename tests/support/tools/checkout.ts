import { cp, mkdir, mkdtemp, realpath, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { readPinnedVersions } from "../../../tools/engine/versions.ts";
import { type RunningCommand, startCommand } from "../../../tools/process/run-command.ts";

/** A checkout in which nothing has been built yet and no release is pinned, and a PATH on which nothing is. */
export interface Checkout {
  readonly root: string;
  /** Runs `npm run engine` without npm. */
  engine(env?: Readonly<Record<string, string>>, ...words: readonly string[]): RunningCommand;
  /** Puts a shell script onto the PATH. */
  onPath(name: string, script: string): Promise<void>;
  /** A Go that says it is recent, notes each build, and then does what it is told to do with $target. */
  fakeGo(build: string): Promise<void>;
  remove(): Promise<void>;
}

export async function createCheckout(): Promise<Checkout> {
  const root = await realpath(await mkdtemp(join(tmpdir(), "compshare-checkout-")));
  await mkdir(join(root, "path"));
  await cp("tools/engine", join(root, "tools/engine"), { recursive: true });
  // With the sums of the real one, the tests would download it.
  const noPins = { note: "", version: readPinnedVersions().pulumi, sha256: {} };
  await writeFile(join(root, "tools/engine/releases.json"), JSON.stringify(noPins));
  for (const needed of ["tools/language-host", "node_modules", "package-lock.json"]) {
    await symlink(join(process.cwd(), needed), join(root, needed));
  }
  const onPath = (name: string, script: string): Promise<void> =>
    writeFile(join(root, "path", name), `#!/bin/sh\n${script}\n`, { mode: 0o755 });
  return {
    root,
    onPath,
    engine: (env = {}, ...words) =>
      startCommand(process.execPath, [join(process.cwd(), "tools/engine.ts"), ...words], {
        cwd: root,
        env: { PATH: join(root, "path"), ...env },
        timeoutMs: 30_000,
      }),
    fakeGo: (build) =>
      onPath(
        "go",
        `[ "$1" = env ] && echo go1.26.8 && exit
while [ "$1" != -o ]; do shift; done
target="$2"
echo "$3" >> "${root}/builds"
${build}`,
      ),
    remove: () => rm(root, { recursive: true, maxRetries: 3 }),
  };
}
