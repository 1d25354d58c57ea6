import { commandLineName, pluginName } from "../build.ts";
import type { Target } from "./targets.ts";

/** The command line beside the plugin: a few lines, since archives of plugins must not hold links and a copy is 120 MB. */
export function launcher(os: Target["os"]): { readonly suffix: string; readonly text: string } {
  if (os === "windows")
    return { suffix: ".cmd", text: `@"%~dp0${pluginName}.exe" ${commandLineName} %*\r\n` };
  return { suffix: "", text: shellScript };
}

/** A link to it from a folder on PATH works. Other programs are started only where they are needed: each costs some ms. */
const shellScript = `#!/bin/sh
self=$0
case $self in */*) ;; *) self=./$self ;; esac
if [ -L "$self" ]; then self=$(readlink -f "$self"); fi
exec "\${self%/*}/${pluginName}" ${commandLineName} "$@"
`;
