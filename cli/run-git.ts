import { execFile } from "node:child_process";

/** What git prints in a folder; why not, where it fails or is not on PATH. */
export function runGit(folder: string, args: readonly string[]): Promise<Buffer | "failed" | "no git"> {
  return new Promise((resolve) => {
    const options = { cwd: folder, maxBuffer: 256 * 1024 * 1024, encoding: "buffer" } as const;
    execFile("git", [...args], options, (error, stdout) => {
      if (error === null) resolve(stdout);
      else resolve(error.code === "ENOENT" ? "no git" : "failed");
    });
  });
}

/**
 * Where a folder lies in its repository, as `infra/prod/`: GitHub and GitLab count the paths of files from there. Empty
 * at the top, and outside of a repository.
 */
export async function folderInRepository(folder: string): Promise<string> {
  const prefix = await runGit(folder, ["rev-parse", "--show-prefix"]);
  // A name may end in spaces.
  return Buffer.isBuffer(prefix) ? prefix.toString("utf8").replace(/\n$/, "") : "";
}
