import { CommandFailure } from "../failures.ts";
import { command } from "./command.ts";

export const outdated = command({
  usage: "[FLAGS]",
  help: { en: "Not built yet.", zh: "尚未实现。" },
  examples: [],
  flags: {},
  run: () => Promise.reject(new CommandFailure({ en: "not built yet", zh: "尚未实现" })),
});
