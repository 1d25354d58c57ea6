import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { commandOf, type PluginOptions } from "./plugin.ts";

/** The ID of a user and a group that no machine has. */
export const unknownUser = 54_321;

/**
 * Starts the plugin as a user without a name or a home, with a file that is written into a folder; only root can become
 * one. Its first line still runs as root: this other user may not be able to enter the folder that the project and its
 * Node.js lie in.
 */
export async function asUnknownUser(folder: string): Promise<PluginOptions> {
  if (process.getuid?.() !== 0) return {};
  // A self-contained executable lies where anybody may run it, and loads nothing before it begins.
  if (commandOf().length === 1)
    return { before: ["setpriv", `--reuid=${unknownUser}`, `--regid=${unknownUser}`, "--clear-groups"] };
  const preload = join(folder, "unknown-user.cjs");
  await writeFile(
    preload,
    `const Module = require("node:module");
    const compile = Module.prototype._compile;
    Module.prototype._compile = function (...main) {
      Module.prototype._compile = compile;
      process.setgroups([]);
      process.setgid(${unknownUser});
      process.setuid(${unknownUser});
      return compile.apply(this, main);
    };`,
  );
  return { before: ["/bin/sh", "-c", 'node="$1"; shift; exec "$node" --require "$0" "$@"', preload] };
}
