import { basename } from "node:path";
import { getAsset } from "node:sea";
import { Script } from "node:vm";

const plugin = "pulumi-resource-compshare";
const commandLine = "compshare-images";

/** One file is both: the command line by its name, or by its first word. An engine calls neither. */
function program(): string {
  if (basename(process.argv0).replace(/\.exe$/i, "") === commandLine) return commandLine;
  if (process.argv[2] !== commandLine) return plugin;
  process.argv.splice(2, 1);
  return commandLine;
}

const name = program();
// The bundle as it is published, with the hashbang, which a script may have. Its wrapping finds `require` by itself.
new Script(getAsset(name, "utf8"), { filename: name }).runInThisContext();
