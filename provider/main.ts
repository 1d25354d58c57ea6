import { fstatSync, statSync, writeSync } from "node:fs";
import packageJson from "../package.json" with { type: "json" };
import { connectLog } from "./grpc/engine-client.ts";
import { createEngineLog } from "./grpc/engine-log.ts";
import { createEngineSessions, type EngineSession } from "./grpc/engine-sessions.ts";
import { type Served, serveMethods } from "./grpc/grpc-server.ts";
import { createMethods } from "./grpc/grpc-service.ts";
import { listenOnLoopback } from "./grpc/listen.ts";
import type { Provider } from "./grpc/provider.ts";
import { readStartWords } from "./grpc/start-words.ts";
import { systemParent, watchParent } from "./grpc/watch-parent.ts";
import { openCodeCache } from "./parts/code-cache.ts";
import { keepCode, useCodeCache } from "./parts/run-part.ts";
import { setV8Flags } from "./parts/v8-flags.ts";

const { version } = packageJson;
const stopping = new AbortController();
const start = readStartWords(process.argv.slice(2));
/** The engine's address on the command line; what a session is told later comes before it. */
const engineArgument = start.asks === "serve" ? start.engine : undefined;
let crash: { readonly error: unknown } | undefined;
let stop = (): void => undefined;

async function load(engineAddress: () => string): Promise<Provider> {
  setV8Flags();
  useCodeCache(openCodeCache(process.env), [...process.execArgv, process.env["NODE_OPTIONS"]].join(" "));
  const { suggestLanguage, composeProvider } = await import("./compose.ts");
  const language = await suggestLanguage(process.env);
  return composeProvider(version, process.env, createEngineLog(engineAddress, connectLog), language);
}

function openSession(): EngineSession {
  const cancelling = new AbortController();
  let provider: Promise<Provider> | undefined;
  let engineAddress = engineArgument ?? "";
  return {
    provider: () => {
      provider ??= load(() => engineAddress);
      return provider;
    },
    attach: (address) => {
      if (address !== "") engineAddress = address;
    },
    stopping: AbortSignal.any([cancelling.signal, stopping.signal]),
    cancel: () => cancelling.abort(),
  };
}

const connect = createEngineSessions(openSession);

/** What is served to one connection. */
function served(): Served {
  const connection = connect();
  const methods = createMethods({
    version,
    schema: async () => (await import("./grpc/schema-text.ts")).schemaText(packageJson),
    connection,
    // By then the functions that a lookup needs have been compiled; the response goes first.
    looked: () => setImmediate(keepCode),
    crash: () => crash,
  });
  return { methods, close: connection.close };
}

/** Writes a line to standard output; gives the system's code if that fails. */
function print(text: string): string | undefined {
  try {
    writeSync(1, `${text}\n`);
    return undefined;
  } catch (error) {
    return error instanceof Error && "code" in error ? String(error.code) : "unknown";
  }
}

/** Whether standard output is /dev/null. If it was closed, Node opens /dev/null in its place before anything runs. */
function isOutputNowhere(): boolean {
  const output = fstatSync(1);
  if (!output.isCharacterDevice()) return false;
  // Windows has no such file.
  return output.rdev === statSync("/dev/null", { throwIfNoEntry: false })?.rdev;
}

/** Reports the port, or ends the process if that cannot be done: nobody could reach the plugin. */
async function reportPort(port: number): Promise<void> {
  // The engine takes the first line of the output for the port, so nothing else may come before or beside it.
  const code = print(String(port));
  if (code === undefined && !isOutputNowhere()) return;
  await fail(1, (composed) => composed.unreportedPort(code, process.env));
}

/** Ends the process with a line on the error output. */
async function fail(
  code: number,
  line: (composed: typeof import("./compose.ts")) => Promise<string>,
): Promise<never> {
  const text = await line(await import("./compose.ts"));
  try {
    writeSync(2, `${text}\n`);
  } catch {
    // The code says it then.
  }
  process.exit(code);
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

/** Responds to people, who start the plugin by hand, and to arguments that nobody knows. */
async function respondToPeople(): Promise<boolean> {
  if (start.asks === "version") print(version);
  else if (start.asks === "help")
    print(await (await import("./compose.ts")).introduction(version, process.env));
  else if (start.asks === "unknown")
    await fail(2, (composed) => composed.unexpectedArgument(start.word, process.env));
  return start.asks !== "serve";
}

async function main(): Promise<void> {
  if (await respondToPeople()) return;
  process.on("SIGINT", exit);
  process.on("SIGTERM", exit);
  process.on("uncaughtException", exitAfter);
  // Without the engine's address a developer has started the plugin, and a shell may come and go.
  if (engineArgument !== undefined) watchParent(systemParent, exit);
  const listener = await listenOnLoopback();
  await reportPort(listener.port);
  stop = serveMethods(listener, served);
  // A reader that went away must not bring the plugin down.
  setImmediate(() => {
    process.stdout.on("error", () => undefined);
    process.stderr.on("error", () => undefined);
  });
}

void main();
