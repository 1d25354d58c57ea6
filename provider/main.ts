import packageJson from "../package.json" with { type: "json" };
import { createEngineLog } from "./service/engine-log.ts";
import type { Provider } from "./service/provider.ts";
import { serve } from "./service/serve.ts";
import { systemParent, watchParent } from "./service/watch-parent.ts";

const { version } = packageJson;
const log = createEngineLog();
const stopping = new AbortController();
let provider: Promise<Provider> | undefined;

async function main(): Promise<void> {
  const serving = await serve({
    version,
    provider: () => {
      provider ??= import("./compose.ts").then(({ composeProvider }) =>
        composeProvider(version, process.env, log),
      );
      return provider;
    },
    attach: (engineAddress) => log.attach(engineAddress),
    stopping,
  });
  const exit = (): void => {
    stopping.abort();
    serving.stop();
    process.exit(0);
  };
  process.on("SIGINT", exit);
  process.on("SIGTERM", exit);
  // A reader that went away must not bring the plugin down.
  process.stdout.on("error", () => undefined);
  process.stderr.on("error", () => undefined);

  // Without the engine's address a developer has started the plugin, and a shell may come and go.
  const engineAddress = process.argv.slice(2).findLast((argument) => !argument.startsWith("-"));
  if (engineAddress !== undefined) {
    log.attach(engineAddress);
    watchParent(systemParent, exit);
  }
  // The engine takes the first line of the output for the port, so nothing else may come before or beside it.
  process.stdout.write(`${serving.port}\n`);
}

void main();
