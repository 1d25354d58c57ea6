import { mkdir, mkdtemp, realpath, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { delimiter, dirname, join } from "node:path";
import { pathToFileURL } from "node:url";
import type { Engine } from "../engine.ts";
import type { CommandResult, RunningCommand } from "../process/run-command.ts";
import { startCommand } from "../process/run-command.ts";

export interface WorkspaceOptions {
  readonly engine: Engine;
  /** Variables for every command, over the few that a workspace sets. Nothing else comes in from outside. */
  readonly env?: Readonly<Record<string, string>>;
  /** Folders that go to the front of PATH. */
  readonly path?: readonly string[];
}

/** What may differ from one command to the next. */
export interface PulumiOptions {
  /** Default: the project that was written last. */
  readonly cwd?: string;
  readonly env?: Readonly<Record<string, string>>;
  /** Default: two minutes. */
  readonly timeoutMs?: number;
}

/** A temporary folder in which the engine runs without touching the user's state or anybody's network. */
export interface EngineWorkspace {
  readonly directory: string;
  readonly env: Readonly<Record<string, string>>;
  /** Writes a project folder; file names may hold slashes. Gives its path. */
  project(name: string, files: Readonly<Record<string, string>>): Promise<string>;
  /** Runs one Pulumi command to its end, whatever its exit code. */
  pulumi(args: readonly string[], options?: PulumiOptions): Promise<CommandResult>;
  /** Starts a Pulumi command, for those who want to signal it half-way. */
  start(args: readonly string[], options?: PulumiOptions): RunningCommand;
  /** Stops what still runs and removes the folder. */
  dispose(): Promise<void>;
}

const commandMs = 120_000;

/** Makes a workspace: private home, state in files, a passphrase, and no call home. */
export async function createWorkspace(options: WorkspaceOptions): Promise<EngineWorkspace> {
  const directory = await realpath(await mkdtemp(join(tmpdir(), "compshare-engine-")));
  for (const folder of ["home", "pulumi", "state", "temp"]) {
    await mkdir(join(directory, folder));
  }
  const env = workspaceEnvironment(directory, options);
  const running = new Set<RunningCommand>();
  let lastProject = directory;
  const start = (args: readonly string[], command: PulumiOptions = {}): RunningCommand => {
    const started = startCommand(options.engine.pulumi, ["--non-interactive", "--color=never", ...args], {
      cwd: command.cwd ?? lastProject,
      env: { ...env, ...command.env },
      timeoutMs: command.timeoutMs ?? commandMs,
    });
    running.add(started);
    const forget = (): boolean => running.delete(started);
    started.done.then(forget, forget);
    return started;
  };
  return {
    directory,
    env,
    async project(name, files) {
      lastProject = join(directory, "projects", name);
      await writeProject(lastProject, files);
      return lastProject;
    },
    pulumi: (args, command) => start(args, command).done,
    start,
    async dispose() {
      await Promise.all([...running].map((command) => command.stop()));
      await rm(directory, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

function workspaceEnvironment(directory: string, options: WorkspaceOptions): Record<string, string> {
  const { engine } = options;
  // Node first, so that hosts and plugins get the one we run on; the CLI's folder before our hosts, so that hosts of
  // its own win. The rest is the plain system: npm has put node_modules/.bin on the PATH that we were started with.
  const folders = [dirname(process.execPath), dirname(engine.pulumi), engine.languageHosts];
  const system =
    process.platform === "win32" ? [process.env["PATH"] ?? ""] : ["/usr/local/bin", "/usr/bin", "/bin"];
  return {
    PATH: [...(options.path ?? []), ...new Set([...folders, ...system])].join(delimiter),
    HOME: join(directory, "home"),
    // The engine writes down who locks a state; containers may run as users without a name.
    USER: "compshare",
    TMPDIR: join(directory, "temp"),
    PULUMI_HOME: join(directory, "pulumi"),
    PULUMI_BACKEND_URL: pathToFileURL(join(directory, "state")).href,
    PULUMI_CONFIG_PASSPHRASE: "correct horse battery staple",
    PULUMI_SKIP_UPDATE_CHECK: "true",
    PULUMI_DISABLE_AUTOMATIC_PLUGIN_ACQUISITION: "true",
    PULUMI_DISABLE_REGISTRY_RESOLVE: "true",
    ...options.env,
  };
}

async function writeProject(folder: string, files: Readonly<Record<string, string>>): Promise<void> {
  for (const [name, content] of Object.entries(files)) {
    await mkdir(dirname(join(folder, name)), { recursive: true });
    await writeFile(join(folder, name), content);
  }
}
