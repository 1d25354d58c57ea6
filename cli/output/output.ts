import type { styleText } from "node:util";

/** A style or several, by the names that `util.styleText` knows. */
export type Style = Parameters<typeof styleText>[0];

/** Where a command writes to. */
export interface Output {
  readonly write: (text: string) => void;
  /** Whether somebody looks at it in a terminal. */
  readonly isTerminal: boolean;
  /** Columns of the terminal; `undefined` where nothing limits a line. */
  readonly columns: number | undefined;
  /** The text with its colours, or as it is where nobody wants colours. */
  readonly style: (style: Style, text: string) => string;
}
