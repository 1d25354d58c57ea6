import { writeSync } from "node:fs";
import packageJson from "../package.json" with { type: "json" };
import { connectLog } from "./grpc/engine-client.ts";
import { createEngineLog } from "./grpc/engine-log.ts";
import { serveMethods } from "./grpc/grpc-server.ts";
import { createMethods } from "./grpc/grpc-service.ts";
import { listenOnLoopback } from "./grpc/listen.ts";
import type { Provider } from "./grpc/provider.ts";
import { systemParent, watchParent } from "./grpc/watch-parent.ts";
import { openCodeCache } from "./parts/code-cache.ts";
import { keepCode, useCodeCache } from "./parts/run-part.ts";
import { setV8Flags } from "./parts/v8-flags.ts";

const { version } = packageJson;
const stopping = new AbortController();
let provider: Promise<Provider> | undefined;
let engineAddress = "";
let crash: { readonly error: unknown } | undefined;
let stop = (): void => undefined;

/** The handshake knows the engine's address best, the command line knows it first. */
function attach(address: string): void {
  if (address !== "") engineAddress = address;
}

async function load(): Promise<Provider> {
  setV8Flags();
  useCodeCache(openCodeCache(process.env), [...process.execArgv, process.env["NODE_OPTIONS"]].join(" "));
  const { chooseLanguage, composeProvider } = await import("./compose.ts");
  await chooseLanguage(process.env);
  return composeProvider(
    version,
    process.env,
    createEngineLog(() => engineAddress, connectLog),
  );
}

const methods = createMethods({
  version,
  schema: async () => (await import("./grpc/schema-text.ts")).schemaText(version),
  provider: () => {
    provider ??= load();
    return provider;
  },
  attach,
  stopping,
  // By then the functions that a lookup needs have been compiled; the response goes first.
  looked: () => setImmediate(keepCode),
  crash: () => crash,
});

/**
 * Tells the engine the port. It takes the first line of the output for it, so nothing else may come before or beside it.
 * Whoever has died before it could read the line will not be seen to die.
 */
function announce(port: number): void {
  try {
    writeSync(1, `${port}\n`);
  } catch {
    process.exit(0);
  }
}

/** Ends the calls under way and then the process. */
function exit(): void {
  stopping.abort();
  stop();
  process.exit(0);
}

/** Tells the calls under way, then ends the process: after an error that nobody caught nothing can be relied on. */
function exitAfter(error: unknown): void {
  // Without the error's message, since nobody knows what it quotes.
  process.stderr.write(`pulumi-resource-compshare: ${error instanceof Error ? error.name : typeof error}\n`);
  crash ??= { error };
  stopping.abort();
  setTimeout(() => process.exit(1), 200);
}

async function main(): Promise<void> {
  process.on("SIGINT", exit);
  process.on("SIGTERM", exit);
  process.on("uncaughtException", exitAfter);
  // Without the engine's address a developer has started the plugin, and a shell may come and go.
  const argument = process.argv.slice(2).findLast((one) => !one.startsWith("-"));
  if (argument !== undefined) {
    attach(argument);
    watchParent(systemParent, exit);
  }
  const listener = await listenOnLoopback();
  announce(listener.port);
  stop = serveMethods(listener, methods);
  // A reader that went away must not bring the plugin down.
  setImmediate(() => {
    process.stdout.on("error", () => undefined);
    process.stderr.on("error", () => undefined);
  });
}

void main();
