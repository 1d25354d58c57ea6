import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { startSimulator } from "../simulator/simulator.ts";
import { buildPlugin } from "./build.ts";
import { commandLineAtWork } from "./demo/command-line.ts";
import { type Result, resultsOf, resultTable } from "./demo/results.ts";
import { isStartedAs, runTool, ToolFailure } from "./engine/failure.ts";
import { createReport, type Report } from "./engine/report.ts";
import { createWorkspace, type EngineWorkspace } from "./engine/workspace.ts";
import { getEngine, origins } from "./engine.ts";
import { checkOutExample, installUserModules } from "./user/install.ts";

/** The gateway of the examples: variables for the plugin, and what to end afterwards. */
interface Gateway {
  readonly env: Readonly<Record<string, string>>;
  readonly says: string;
  close(): Promise<void>;
}

/** Variables of the user that a live run hands on: keys, where they may be, and the way out to the network. */
const handedOn =
  /^(COMPSHARE_|UCLOUD_|XDG_CONFIG_HOME$|HTTPS?_PROXY$|NO_PROXY$|https?_proxy$|no_proxy$|NODE_EXTRA_CA_CERTS$|HOME$)/;

function liveGateway(): Gateway {
  const names = Object.entries(process.env).filter(([name]) => handedOn.test(name));
  const env = Object.fromEntries(names.map(([name, value]) => [name, value ?? ""]));
  return { env, says: "the real gateway, with your own keys", close: async () => undefined };
}

async function simulatedGateway(): Promise<Gateway> {
  const simulator = await startSimulator();
  const env = {
    COMPSHARE_BASE_URL: simulator.endpoint,
    COMPSHARE_PUBLIC_KEY: simulator.publicKey,
    COMPSHARE_PRIVATE_KEY: simulator.privateKey,
  };
  return {
    env,
    says: `the simulator on ${simulator.endpoint}; nothing leaves this machine`,
    close: () => simulator.close(),
  };
}

/** All examples, as `topic/language`. */
export async function listExamples(): Promise<string[]> {
  const projects = await readdir("examples", { recursive: true });
  return projects
    .map((path) => path.replaceAll("\\", "/"))
    .filter((path) => path.endsWith("/Pulumi.yaml") && !path.includes("node_modules"))
    .map((path) => path.slice(0, -"/Pulumi.yaml".length))
    .sort();
}

/** Languages that take more than Node; `npm run test:languages` runs their examples. */
const otherLanguages = /\/(python|go)$/;

async function runExample(
  example: string,
  workspace: EngineWorkspace,
  nodeModules: string,
  report: Report,
  verbose: boolean,
): Promise<Result[]> {
  const cwd = join(workspace.directory, example.replace("/", "-"));
  await checkOutExample(example, cwd, nodeModules);
  const pulumi = async (...args: string[]): Promise<string> => {
    report.status(`examples/${example}: pulumi ${args[0]}`);
    const { code, stdout, stderr } = await workspace.pulumi([...args, "--stack", "demo"], { cwd });
    if (code !== 0)
      throw new ToolFailure(`pulumi ${args[0]} failed in examples/${example}:\n${stdout}${stderr}`);
    if (verbose) report.line(`$ pulumi ${args[0]}    (examples/${example})\n${stdout}`);
    return stdout;
  };
  const start = performance.now();
  await pulumi("stack", "init");
  await pulumi("preview");
  await pulumi("up", "--yes");
  const outputs: unknown = JSON.parse(await pulumi("stack", "output", "--json"));
  report.line(
    `examples/${example}: pulumi preview and pulumi up in ${((performance.now() - start) / 1000).toFixed(1)} s`,
  );
  return resultsOf(example, outputs);
}

async function main(): Promise<void> {
  const options = process.argv.slice(2);
  const unknown = options.find((option) => option !== "--live" && option !== "--verbose");
  if (unknown !== undefined)
    throw new ToolFailure(`unknown option ${unknown}; usage: npm start [-- --live] [-- --verbose]`);
  const report = createReport(process.stderr);
  await buildPlugin();
  const engine = await getEngine(report);
  report.line(`Pulumi ${engine.version}, ${origins[engine.origin]}`);
  const nodeModules = await installUserModules(report);
  const gateway = options.includes("--live") ? liveGateway() : await simulatedGateway();
  const workspace = await createWorkspace({ engine, env: gateway.env });
  const end = async (): Promise<void> => {
    await workspace.dispose();
    await gateway.close();
  };
  for (const signal of ["SIGINT", "SIGTERM"] as const)
    process.once(signal, () => void end().finally(() => process.exit(130)));
  try {
    report.line(`CompShare is ${gateway.says}`);
    const results: Result[] = [];
    const examples = await listExamples();
    for (const example of examples.filter((one) => !otherLanguages.test(one))) {
      results.push(
        ...(await runExample(example, workspace, nodeModules, report, options.includes("--verbose"))),
      );
    }
    process.stdout.write(`\n${resultTable(results)}\n\n${await commandLineAtWork(gateway.env)}\n`);
  } finally {
    await end();
  }
}

if (isStartedAs("demo.ts")) runTool(main);
