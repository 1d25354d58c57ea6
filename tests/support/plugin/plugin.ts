import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { credentials } from "@grpc/grpc-js";
import { ResourceProviderClient } from "@pulumi/pulumi/proto/provider_grpc_pb.js";

/** An executable that needs no Node.js, to be tested in place of the built one. */
const selfContained = process.env["COMPSHARE_PLUGIN"];

/** The executable that the build has written. */
export const pluginFile: string = selfContained ?? join(process.cwd(), "dist", "pulumi-resource-compshare");

/** The words that run an executable. */
export function commandOf(file: string = pluginFile): readonly [string, ...string[]] {
  return selfContained === undefined ? [process.execPath, file] : [file];
}

/** Variables of a plugin process. */
export type Environment = Readonly<Record<string, string>>;

/** How a plugin starts. */
export interface PluginOptions {
  /** Variables on top of an environment that knows of no keys and no other home. */
  readonly environment?: Environment;
  /** Words after the command; the last one is the engine's address. @default an address where nobody listens */
  readonly words?: readonly string[];
  /** Whether the given variables are all that there are. @default false */
  readonly onlyThese?: boolean;
  /** Words in front of the command. */
  readonly before?: readonly string[];
  /** The executable, if it is another than the built one. */
  readonly file?: string;
  /** Whether the system has to find out how the file runs, as an engine has it do. @default false */
  readonly byItself?: boolean;
  readonly cwd?: string;
}

/** How a process ended. */
export interface Exit {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
}

/** A plugin that runs as a child process, with a client that speaks to it. */
export interface Plugin {
  readonly client: ResourceProviderClient;
  readonly process: ChildProcess;
  readonly exit: Promise<Exit>;
  /** Everything that it has written to its standard output, as bytes in text. */
  stdout(): string;
  stderr(): string;
}

/** Nobody listens there, so what a plugin logs gets lost. */
export const nobody = "127.0.0.1:1";

const running: { plugin: Plugin; home: string }[] = [];

/** An environment without anything of the machine's user in it. */
export function bareEnvironment(home: string): Record<string, string> {
  return { PATH: process.env["PATH"] ?? "", HOME: home };
}

/** Starts the built plugin and waits for its port. */
export async function startPlugin({
  environment = {},
  words = [nobody],
  onlyThese = false,
  before = [],
  file = pluginFile,
  byItself = false,
  ...place
}: PluginOptions = {}): Promise<Plugin> {
  const home = await mkdtemp(join(tmpdir(), "compshare-home-"));
  const [command = file, ...rest] = [...before, ...(byItself ? [file] : commandOf(file)), ...words];
  const child = spawn(command, rest, {
    env: onlyThese ? environment : { ...bareEnvironment(home), ...environment },
    stdio: ["ignore", "pipe", "pipe"],
    ...place,
  });
  const texts = { stdout: "", stderr: "" };
  for (const name of ["stdout", "stderr"] as const) {
    child[name].setEncoding("utf8").on("data", (text: string) => {
      texts[name] += text;
    });
  }
  const exit = once(child, "exit").then(([code, signal]): Exit => ({ code, signal }));
  while (!texts.stdout.includes("\n")) {
    const ended = await Promise.race([once(child.stdout, "data"), exit]);
    if ("code" in ended) throw new Error(`the plugin ended before its port came: ${texts.stderr}`);
  }
  const client = connectClient(texts.stdout.trim());
  const plugin = { client, process: child, exit, stdout: () => texts.stdout, stderr: () => texts.stderr };
  running.push({ plugin, home });
  return plugin;
}

/** A client with a connection of its own. */
function connectClient(port: string): ResourceProviderClient {
  return new ResourceProviderClient(`127.0.0.1:${port}`, credentials.createInsecure(), {
    "grpc.max_receive_message_length": -1,
    "grpc.max_send_message_length": -1,
    "grpc.enable_http_proxy": 0,
    "grpc.use_local_subchannel_pool": 1,
  });
}

/** The same plugin over another connection; to be closed by its client. */
export function connectAgain(plugin: Plugin): Plugin {
  return { ...plugin, client: connectClient(plugin.stdout().trim()) };
}

/** Ends every plugin that still runs; to be called after each test. */
export async function stopPlugins(): Promise<void> {
  await Promise.all(
    running.splice(0).map(async ({ plugin, home }) => {
      plugin.client.close();
      plugin.process.kill("SIGKILL");
      await plugin.exit;
      await rm(home, { recursive: true, force: true });
    }),
  );
}
