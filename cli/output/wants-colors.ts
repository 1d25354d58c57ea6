import type { Environment } from "../../provider/contract/variables.ts";

/** NO_COLOR and FORCE_COLOR as everybody reads them: not empty counts, and a terminal decides where neither is set. */
export function wantsColors(environment: Environment, isTerminal: boolean): boolean {
  const { NO_COLOR: no, FORCE_COLOR: force, TERM: terminal } = environment;
  if (force !== undefined && force !== "") return force !== "0" && force !== "false";
  return !no && isTerminal && terminal !== "dumb";
}
