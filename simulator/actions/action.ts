import type { Random } from "../catalogue/seeded-random.ts";
import type { Quirks } from "../quirks/quirks.ts";
import type { ImageRow } from "../state/image-row.ts";
import type { Source } from "../state/sources.ts";
import type { RowWriter } from "./row-text.ts";

/** A request that the gateway has let through, with what an action may look at. */
export interface ActionCall {
  readonly parameters: ReadonlyMap<string, string>;
  /** The rows of a listing; the array stays the same until the listing changes. */
  readonly rowsOf: (source: Source) => readonly ImageRow[];
  readonly quirks: Quirks;
  readonly rowText: RowWriter;
  readonly random: Random;
}

/** What an action responds with: members as JSON text by name, or a refusal. */
export type ActionResponse = { readonly members: Readonly<Record<string, string>> } | Refusal;

/** A RetCode other than 0. */
export interface Refusal {
  readonly retCode: number;
  readonly message: string;
}

export type ActionHandler = (call: ActionCall) => ActionResponse;

/** The service's refusal of a parameter value. */
export const notAvailable = (parameter: string): Refusal => ({
  retCode: 230,
  message: `Params [${parameter}] not available`,
});
