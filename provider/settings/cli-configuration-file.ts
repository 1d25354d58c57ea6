import { join } from "node:path";
import type { Environment } from "../contract/variables.ts";
import { configFileVariable } from "../contract/variables.ts";

/** Where the file of the CompShare CLI is looked for. */
export interface CliPlace {
  readonly environment: Environment;
  /** Home folder; absent where the user has none. */
  readonly home: string | undefined;
}

/** The CompShare CLI's configuration file: where COMPSHARE_CONFIG_FILE says, else where the CLI keeps it; nowhere for a user without a home folder. */
export function cliConfigurationFile({ environment, home }: CliPlace): string | undefined {
  const named = environment[configFileVariable];
  if (named !== undefined && named !== "") return expandHome(named, home);
  const folder = environment["XDG_CONFIG_HOME"] || (home === undefined ? undefined : join(home, ".config"));
  return folder === undefined ? undefined : join(expandHome(folder, home), "compshare", "config.json");
}

/** A path whose `~` at the start is the home folder, as shells and the CompShare CLI read it. */
export function expandHome(path: string, home: string | undefined): string {
  return home !== undefined && /^~(?=$|[/\\])/.test(path) ? join(home, path.slice(1)) : path;
}
