import { exitCodes } from "../exit-codes.ts";
import { jsonDocument } from "../output/json-document.ts";
import { command } from "./command.ts";

export const version = command({
  usage: "",
  help: { en: "Prints the version of this program.", zh: "显示本程序的版本。" },
  examples: ["compshare-images version"],
  flags: {},
  run: async ({ format, stdout, version }) => {
    stdout.write(format === "json" ? jsonDocument("compshare-version/1", { version }) : `${version}\n`);
    return exitCodes.done;
  },
});
