import type { ArgumentValue, Change, GivenArgument, NamedImage, QueryFacts } from "../errors/query-facts.ts";
import { messages } from "./messages.ts";
import { plainText, quoted } from "./plain-text.ts";

/** Longest list of values that is repeated. */
const mostValues = 8;

/** A query as a program writes it: `name: "torch", statuses: ["Available"], source: "community"`. */
export function queryText({ filters, places }: QueryFacts): string {
  return argumentsText([...filters, ...places]);
}

/** The same without where it looks, for texts that say that in words. */
export function filtersText({ filters }: QueryFacts): string {
  return argumentsText(filters);
}

function argumentsText(given: readonly GivenArgument[]): string {
  return given
    .map(({ argument, wanted }) => argumentText(argument, wanted))
    .join(messages().images.listSeparator);
}

function argumentText(argument: string, value: ArgumentValue): string {
  return `${argument}: ${valueText(value)}`;
}

/** The arguments that a change gives; those that it leaves out are not among them. */
export function changeText(change: Change): string {
  return Object.entries(change)
    .flatMap(([argument, value]) => (value === undefined ? [] : [argumentText(argument, value)]))
    .join(", ");
}

function valueText(value: ArgumentValue): string {
  if (typeof value === "string") return quoted(value);
  if (typeof value !== "object") return String(value);
  const shown = value.slice(0, mostValues).map((entry) => quoted(entry));
  const more = value.length > mostValues ? [messages().images.none.more(value.length - mostValues)] : [];
  return `[${[...shown, ...more].join(", ")}]`;
}

/** Images by name and ID. */
export function namesText(images: readonly NamedImage[], more = 0): string {
  const words = messages().images;
  const shown = images.map(nameText).join(words.listSeparator);
  return `${shown}${more > 0 ? words.none.andMore(more) : ""}`;
}

/** An image by name and ID. */
export function nameText({ name, id }: NamedImage): string {
  return `${quoted(name)} ${plainText(id)}`;
}
