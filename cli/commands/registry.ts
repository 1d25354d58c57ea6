import type { Command } from "./command.ts";
import type { CommandName } from "./summaries.ts";

/** Loads each command when it is run. */
export const registry: Readonly<Record<Exclude<CommandName, "help">, () => Promise<Command>>> = {
  find: async () => (await import("./find.ts")).find,
  explain: async () => (await import("./explain.ts")).explain,
  tags: async () => (await import("./tags.ts")).tags,
  outdated: async () => (await import("./outdated.ts")).outdated,
  update: async () => (await import("./update.ts")).update,
  snapshot: async () => (await import("./snapshot.ts")).snapshot,
  report: async () => (await import("./report.ts")).report,
  browse: async () => (await import("./browse.ts")).browse,
  simulate: async () => (await import("./simulate.ts")).simulate,
  completion: async () => (await import("./completion.ts")).completionOf(() => Promise.resolve(registry)),
  version: async () => (await import("./version.ts")).version,
};
