import type { Localized } from "../localized.ts";
import type { AnnotationQuery } from "./query-words.ts";

/** A part of a line, by columns from 0; the end is excluded. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** A line of a program or of a stack's configuration, counted from 1. */
export interface Place {
  readonly path: string;
  readonly line: number;
}

/** An image ID in a file, with the query that stands in the line above it. */
export interface Annotation extends Place {
  readonly label: string | undefined;
  /** The query as it is written, which is also its name for bots. */
  readonly text: string;
  readonly query: AnnotationQuery;
  readonly id: string;
  readonly idSpan: Span;
  /** The text behind the comment mark that follows the ID; `undefined` where there is no comment. */
  readonly shown: (Span & { readonly text: string }) | undefined;
  /** What begins a comment in this file. */
  readonly mark: CommentMark;
}

/** What begins a comment that ends with its line. */
export type CommentMark = "#" | "//";

/** An annotation that cannot be used, and why. */
export interface AnnotationProblem extends Place {
  readonly reason: Localized;
}

/** The annotations of a file or of several, and those that cannot be used. */
export interface ReadAnnotations {
  readonly annotations: readonly Annotation[];
  readonly problems: readonly AnnotationProblem[];
}
