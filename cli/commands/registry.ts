import type { Command } from "./command.ts";
import type { CommandName } from "./summaries.ts";

/** Loads each command when it is run. */
export const registry: Readonly<Record<Exclude<CommandName, "help">, () => Promise<Command>>> = {
  find: async () => (await import("./version.ts")).version,
  explain: async () => (await import("./version.ts")).version,
  tags: async () => (await import("./version.ts")).version,
  outdated: async () => (await import("./outdated.ts")).outdated,
  update: async () => (await import("./update.ts")).update,
  snapshot: async () => (await import("./version.ts")).version,
  report: async () => (await import("./report.ts")).report,
  browse: async () => (await import("./browse.ts")).browse,
  simulate: async () => (await import("./version.ts")).version,
  completion: async () => (await import("./version.ts")).version,
  version: async () => (await import("./version.ts")).version,
};
