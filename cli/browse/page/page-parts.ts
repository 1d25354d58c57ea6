import type { PageData, PageImage } from "../page-data.ts";
import type { ViewState } from "./view-state.ts";
import type { Words } from "./words.ts";

/** What the parts of the page share. */
export interface Page {
  readonly data: PageData;
  readonly image: (id: string) => PageImage | undefined;
  readonly words: () => Words;
  readonly state: () => ViewState;
  /** Changes what the reader has chosen; `opens` makes it a step that the browser's Back undoes. */
  readonly change: (change: Partial<ViewState>, opens?: boolean) => void;
  /** The address behind `#` with some of it changed. */
  readonly address: (change: Partial<ViewState>) => string;
  /** Copies a text and says so. */
  readonly copy: (text: string, said: string) => void;
}

/** A part of the page: made once for a language, brought up to date with every change. */
export interface Part {
  readonly root: HTMLElement;
  readonly update: (images: Found) => void;
}

/** What the reader's choice leaves. */
export interface Found {
  /** In the order that is chosen. */
  readonly images: readonly PageImage[];
  /** How many images of each facet's values there would be. */
  readonly counts: Readonly<Record<string, ReadonlyMap<string, number>>>;
}
