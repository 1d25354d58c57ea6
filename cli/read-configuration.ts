import { access } from "node:fs/promises";
import { dirname, join, resolve } from "node:path";
import { type Configuration, configuration } from "../provider/contract/configuration.ts";
import { packageName } from "../provider/contract/tokens.ts";
import { isRow } from "../provider/contract/wire-row.ts";
import { ConfigurationError } from "../provider/errors/configuration-error.ts";
import { quoted } from "../provider/messages/plain-text.ts";
import { parseConfiguration } from "../provider/schema/parse-configuration.ts";
import type { Context } from "./context.ts";
import { CommandFailure } from "./failures.ts";
import type { CommandValues, Flags } from "./flags.ts";
import { parseJson } from "./parse-json.ts";
import { type PulumiPlace, pulumiError, runPulumi } from "./run-pulumi.ts";

/** The settings of a run: those of the stack that is named, with the flags in their place where they are given. */
export async function readConfiguration(
  { stack, region, profile, catalog }: CommandValues<Flags>,
  { cwd, environment, signal }: Pick<Context, "environment" | "signal"> & { readonly cwd: () => string },
): Promise<Configuration> {
  const ofStack =
    typeof stack === "string" ? await stackConfiguration(stack, { cwd: cwd(), environment, signal }) : {};
  // Keys of the stack and a profile exclude each other; the flag is what was meant.
  const { publicKey, privateKey, ...others } = ofStack;
  const keys = profile === undefined ? { publicKey, privateKey } : {};
  const flags = {
    // A command that takes several regions asks in each of them by itself.
    ...(typeof region === "string" ? { region, zone: undefined } : {}),
    ...(profile === undefined ? {} : { profile }),
    ...(catalog === undefined ? {} : { catalogFile: catalog }),
  };
  const parsed = parseConfiguration({ ...others, ...keys, ...flags });
  if (parsed.problems !== undefined) throw new ConfigurationError(parsed.problems);
  return parsed.value;
}

/** What the stack's configuration says of compshare, as the engine would tell the plugin. */
async function stackConfiguration(
  stack: string,
  place: PulumiPlace,
): Promise<Readonly<Record<string, unknown>>> {
  const run = await runPulumi(["config", "--json", "--show-secrets"], stack, place);
  if (run.stdout === undefined) throw stackFailure(stack, run.stderr);
  const given = inputsOf(run.stdout);
  if (given === undefined) throw unreadable(stack);
  const { catalogFile } = given;
  // The plugin runs in the project's folder, and the command line may run below it.
  if (typeof catalogFile === "string")
    return { ...given, catalogFile: resolve(await projectFolder(place.cwd), catalogFile) };
  return given;
}

/** What `pulumi config --json` has of compshare, by the names of the contract; `undefined` where it is no JSON object. */
export function inputsOf(printed: string): Readonly<Record<string, unknown>> | undefined {
  const values = parseJson(printed);
  if (!isRow(values)) return undefined;
  const inputs = Object.entries(values).flatMap(([key, entry]) => {
    const [scope, name = ""] = key.split(/:(.*)/s);
    const known = scope === packageName && Object.hasOwn(configuration.shape, name);
    return known && isRow(entry) ? [[name, entry["value"]] as const] : [];
  });
  return Object.fromEntries(inputs);
}

function unreadable(stack: string): CommandFailure {
  const name = quoted(stack);
  return new CommandFailure({
    en: `pulumi prints the configuration of the stack ${name}, but not as JSON; check \`pulumi config --json\``,
    zh: `pulumi 输出的栈 ${name} 的配置不是 JSON；请检查 \`pulumi config --json\` 的输出`,
  });
}

function stackFailure(stack: string, said: string | undefined): CommandFailure {
  const name = quoted(stack);
  if (said === undefined)
    return new CommandFailure({
      en: `--stack ${name} is read with pulumi, which is not on PATH`,
      zh: `--stack ${name} 需要用 pulumi 读取，而 PATH 中没有 pulumi`,
    });
  const error = pulumiError(said);
  return new CommandFailure({
    en: `pulumi cannot read the configuration of the stack ${name}: ${error}`,
    zh: `pulumi 无法读取栈 ${name} 的配置：${error}`,
  });
}

/** The nearest folder upwards that holds a Pulumi.yaml; where there is none the folder itself. */
async function projectFolder(folder: string): Promise<string> {
  for (let at = folder; ; at = dirname(at)) {
    for (const name of ["Pulumi.yaml", "Pulumi.yml", "Pulumi.json"]) {
      if (
        await access(join(at, name)).then(
          () => true,
          () => false,
        )
      )
        return at;
    }
    if (dirname(at) === at) return folder;
  }
}
