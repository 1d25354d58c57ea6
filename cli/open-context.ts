import { type Configuration, configuration } from "../provider/contract/configuration.ts";
import { ConfigurationError } from "../provider/errors/configuration-error.ts";
import type { Lookup } from "../provider/lookup/lookup.ts";
import type { Language } from "../provider/messages/messages.ts";
import { parseInputs } from "../provider/schema/parse-inputs.ts";
import { thisMachine } from "../provider/settings/machine.ts";
import { openLookup } from "../provider/settings/open-lookup.ts";
import type { Context } from "./context.ts";
import type { Surroundings } from "./environment.ts";
import type { CommonValues, Format } from "./flags.ts";
import type { Parsed } from "./parse-arguments.ts";

/** What is known of a command line before its command runs. */
export interface ContextParts extends Surroundings {
  readonly parsed: Parsed;
  readonly format: Format;
  readonly language: Language;
  readonly version: string;
}

/** Puts together what a command gets. Nothing is opened before the command asks for it. */
export function openContext({ parsed, ...parts }: ContextParts): Context {
  const flags = parsed.flags as Context["flags"];
  const settings = async (): Promise<Configuration> => readConfiguration(flags);
  return {
    ...parts,
    flags,
    operands: parsed.operands,
    now: Date.now,
    configuration: settings,
    openLookup: async (): Promise<Lookup> => {
      const machine = thisMachine(`compshare-images/${parts.version}`, parts.environment);
      const { stderr } = parts;
      return openLookup(await settings(), machine, {
        warn: (text) => stderr.write(`${stderr.style("yellow", "warning:")} ${text}\n`),
        inform: (text) => stderr.write(`${text}\n`),
      });
    },
  };
}

function readConfiguration({ region, profile }: CommonValues): Configuration {
  const parsed = parseInputs(configuration, { region, profile }, "configuration key");
  if (parsed.problems !== undefined) throw new ConfigurationError(parsed.problems);
  return parsed.value;
}
