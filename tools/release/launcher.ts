import { commandLineName, pluginName } from "../build.ts";
import type { Target } from "./targets.ts";

/** The command line beside the plugin: a few lines, since archives of plugins must not hold links and a copy is 120 MB. */
export function launcher(os: Target["os"]): { readonly suffix: string; readonly text: string } {
  if (os === "windows")
    return { suffix: ".cmd", text: `@"%~dp0${pluginName}.exe" ${commandLineName} %*\r\n` };
  // `readlink` so that a link to this file from a folder on PATH works.
  const folder = '"$(dirname "$(readlink -f "$0")")';
  return { suffix: "", text: `#!/bin/sh\nexec ${folder}/${pluginName}" ${commandLineName} "$@"\n` };
}
