import { writeFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import type { Report } from "../engine/report.ts";
import { fillFor } from "../process/fill-once.ts";
import { runNpm } from "../process/npm.ts";

/** The package managers that users of the SDK for Node may have, beside npm. */
const versions = { "@yarnpkg/cli-dist": "4.18.1", bun: "1.4.5", pnpm: "10.34.9", yarn: "1.22.22" };

/** Gives a folder with these package managers in its `node_modules`, installed by npm once. */
export async function installPackageManagers(report: Report): Promise<string> {
  const folder = resolve(".engine/managers");
  const manifest = JSON.stringify({ private: true, dependencies: versions });
  await fillFor(
    manifest,
    folder,
    async (half) => {
      await writeFile(join(half, "package.json"), manifest);
      // Bun's package fetches its program in a script, or takes it from the package of the platform beside it.
      const install = ["install", "--ignore-scripts", "--no-audit", "--no-fund", "--prefer-offline"];
      await runNpm("npm could not install pnpm, yarn and bun", install, { cwd: half });
    },
    () => report.status("Installing pnpm, yarn and bun"),
  );
  return folder;
}
