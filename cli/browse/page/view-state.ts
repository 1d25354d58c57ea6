import { type ProgramForm, type ProgramLanguage, programLanguages } from "../image-program.ts";
import { type Chosen, facetNames, ofEachFacet } from "./facets.ts";

export const orders = ["newest", "name", "version", "size", "price"] as const;

/** Most images that stand side by side. */
export const mostCompared = 4;

const themes = ["light", "dark"] as const;
const languages = ["en", "zh"] as const;

/** Everything that the reader has chosen; the page's address holds it. */
export interface ViewState {
  readonly search: string;
  readonly chosen: Chosen;
  readonly order: (typeof orders)[number];
  /** The image whose details are open. */
  readonly image: string | undefined;
  /** Images to compare. */
  readonly compared: readonly string[];
  /** Whether the comparison is open. */
  readonly comparing: boolean;
  readonly program: ProgramLanguage;
  readonly form: ProgramForm;
  readonly theme: (typeof themes)[number] | undefined;
  readonly language: (typeof languages)[number] | undefined;
}

/** Reads what is behind the `#` of an address; what cannot be read is left out. */
export function readState(hash: string): ViewState {
  const given = new URLSearchParams(hash.replace(/^#/, ""));
  const one = <Value extends string>(name: string, known: readonly Value[]): Value | undefined =>
    known.find((value) => value === given.get(name));
  return {
    search: given.get("q") ?? "",
    chosen: ofEachFacet((name) => [...new Set(given.getAll(name))]),
    order: one("order", orders) ?? "newest",
    image: given.get("image") ?? undefined,
    compared: [...new Set(given.getAll("compare"))].slice(0, mostCompared),
    comparing: given.get("view") === "compare",
    program: one("program", programLanguages) ?? "typescript",
    form: one("form", ["id", "query"]) ?? "id",
    theme: one("theme", themes),
    language: one("lang", languages),
  };
}

/** What stands behind the `#` for a state; what is as usual is left out. */
export function writeState(state: ViewState): string {
  const pairs: (readonly [string, string])[] = [
    ["q", state.search],
    ...facetNames.flatMap((name) => state.chosen[name].map((value) => [name, value] as const)),
    ["order", state.order === "newest" ? "" : state.order],
    ...state.compared.map((id) => ["compare", id] as const),
    ["view", state.comparing ? "compare" : ""],
    ["image", state.image ?? ""],
    ["program", state.program === "typescript" ? "" : state.program],
    ["form", state.form === "id" ? "" : state.form],
    ["theme", state.theme ?? ""],
    ["lang", state.language ?? ""],
  ];
  const address = new URLSearchParams();
  for (const [name, value] of pairs) if (value !== "") address.append(name, value);
  return address.toString();
}
