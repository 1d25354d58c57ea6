import type { Configuration } from "../provider/contract/configuration.ts";
import type { Environment } from "../provider/contract/variables.ts";
import type { Lookup } from "../provider/lookup/lookup.ts";
import type { Language } from "../provider/messages/messages.ts";
import type { CommandValues, Flags, Format } from "./flags.ts";
import type { Output } from "./output/output.ts";

/** What a command gets. */
export interface Context<Own extends Flags = Flags> {
  /** Its own flags and the common ones, parsed. */
  readonly flags: CommandValues<Own>;
  /** The words that are no flags. */
  readonly operands: readonly string[];
  readonly format: Format;
  readonly language: Language;
  /** Data, and nothing else. */
  readonly stdout: Output;
  /** Everything that is no data. */
  readonly stderr: Output;
  readonly environment: Environment;
  /** The working folder, asked for when it is needed; fails in one sentence where it has been deleted. */
  readonly cwd: string;
  /** Reads all that comes in on standard input. */
  readonly readInput: () => Promise<string>;
  /** Aborts when the user stops the command. */
  readonly signal: AbortSignal;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** Version of the program. */
  readonly version: string;
  /** The settings that flags, stack and environment give, without keys looked for. */
  readonly configuration: () => Promise<Configuration>;
  /**
   * Opens the lookup: from the catalogue file that is named, else from CompShare. Warnings go to stderr. `live` asks
   * CompShare whatever file is named.
   */
  readonly openLookup: (options?: { readonly live?: boolean }) => Promise<Lookup>;
  /** Tells the user something that is no data. */
  readonly warn: (text: string) => void;
  /** Resolves when the process that started this one has ended. */
  readonly parentEnded: () => Promise<void>;
}
