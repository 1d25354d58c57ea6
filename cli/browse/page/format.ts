import { frameworkText } from "../../../provider/lookup/framework-text.ts";
import { plainText } from "../../../provider/messages/plain-text.ts";
import { sizeText } from "../../output/size-text.ts";
import type { PageImage } from "../page-data.ts";
import type { FacetName } from "./facets.ts";
import type { Words } from "./words.ts";

const longest = 4000;

/** Text of a publisher as it is shown: what cannot be seen is written out, so that no name looks like another one. */
export function shown(text: string): string {
  return plainText(text, longest);
}

/** The same for text of several lines. */
export function shownLines(text: string): string {
  return text.split(/\r?\n/).map(shown).join("\n");
}

/** A name that can be seen. */
export function shownName({ name }: PageImage, words: Words): string {
  return name.trim() === "" ? words.unnamed : shown(name);
}

/** A value of a facet in words. */
export function shownValue(facet: FacetName, value: string, words: Words): string {
  return words.value[`${facet}.${value}`] ?? shown(value);
}

/** 51200 MB are 50 GB. */
export function shownSize(sizeMb: number | undefined): string | undefined {
  return sizeMb === undefined ? undefined : sizeText(sizeMb);
}

/** The price of the image itself. */
export function shownPrice(price: number | undefined, words: Words): string | undefined {
  if (price === undefined) return undefined;
  return price === 0 ? words.free : words.perHour(String(price));
}

/** `2026-01-06` */
export function shownDay(date: string | undefined): string | undefined {
  return date?.slice(0, 10);
}

/** Name and version of a piece of software. */
export function shownFramework(image: PageImage): string | undefined {
  const text = frameworkText(image);
  return text === "" ? undefined : shown(text);
}

const dayMs = 86_400_000;

/** Whole days between two moments, by the calendar of UTC. */
export function daysBetween(from: string, to: number): number {
  const start = Date.parse(from);
  return Number.isNaN(start) ? 0 : Math.max(0, Math.floor(to / dayMs) - Math.floor(start / dayMs));
}
