import type { Image } from "../../contract/image.ts";
import type { Advice } from "../../errors/no-match.ts";
import type { ArgumentValue, Change } from "../../errors/query-facts.ts";
import { closest } from "../../messages/closest.ts";
import { isWritable } from "../../messages/plain-text.ts";
import type { FilterName, Miss } from "./filter.ts";

/** Longest value that is compared with others: nothing in a catalogue comes near it. */
const longestCompared = 500;

/** Longest list of values that is shown whole. */
const mostKnown = 8;

/** The known values that look like a wanted one, closest first. */
export function near(wanted: string, known: Iterable<string>): string[] {
  return wanted.length > longestCompared ? [] : closest(wanted, known);
}

/** The same of values of which the wanted one may be one: none is closer than itself. */
export function nearest(wanted: string, known: readonly string[]): string[] {
  const others = near(wanted, known);
  return others.length > 0 && known.includes(wanted) ? [wanted, ...others] : others;
}

/** How the values of an argument are read of images and put into a query. */
export interface ArgumentValues {
  /** Argument that the values belong to. */
  readonly argument: FilterName;
  readonly read: (image: Image) => readonly string[] | string | undefined;
  readonly change: (value: string) => Change;
}

/** The argument itself, given another value. */
export function ownValues(
  { argument }: Miss,
  read: ArgumentValues["read"],
  give: (value: string) => ArgumentValue = (value) => value,
): ArgumentValues {
  return { argument, read, change: (value) => ({ [argument]: give(value) }) };
}

/** Values that are close to the wanted one: those that match, else those that exist although other filters keep them out. */
export function adviseClosest(
  miss: Miss,
  values: ArgumentValues,
  find: (known: readonly string[]) => readonly string[],
): Advice[] {
  const { argument, change } = values;
  const working = find(valuesOf(values, miss.candidates)).filter((value) => miss.works(change(value)));
  const byId = working
    .slice(0, 1)
    .filter((value) => !isWritable(value))
    .flatMap((value) => adviseById(miss, values, value));
  if (byId.length > 0) return byId;
  const writable = working.filter((value) => isWritable(value));
  if (writable.length > 0)
    return [{ kind: "closest", argument, values: writable, changes: writable.map(change) }];
  return find(valuesOf(values, miss.images))
    .slice(0, 1)
    .flatMap((value) => adviseExisting(miss, values, value));
}

/** The image of a value that cannot be written as it is shown, by its ID in place of the argument. */
function adviseById(miss: Miss, values: ArgumentValues, value: string): Advice[] {
  const { argument: displaced, candidates, byId, works } = miss;
  const { argument } = values;
  return candidates
    .filter((image) => valuesOf(values, [image]).includes(value))
    .map((image): Change => ({ [displaced]: undefined, ...byId(image.id) }))
    .filter(works)
    .slice(0, 1)
    .map((change) => ({ kind: "closestById", argument, value, displaced, change }));
}

/** A value that an image has, and the filters that keep it out: of several images with it, the one that the fewest keep out. */
function adviseExisting(miss: Miss, values: ArgumentValues, value: string): Advice[] {
  return miss.images
    .filter((image) => valuesOf(values, [image]).includes(value))
    .map(miss.keptOutBy)
    .toSorted((one, other) => one.length - other.length)
    .slice(0, 1)
    .filter((keptOutBy) => keptOutBy.length > 0)
    .map((keptOutBy) => ({ kind: "exists", argument: values.argument, values: [value], keptOutBy }));
}

/** Every value that matches in place of the wanted one, or the first of them. */
export function adviseKnown(miss: Miss, values: ArgumentValues): Advice[] {
  const { argument, change } = values;
  const distinct = valuesOf(values, miss.candidates).filter((value) => isWritable(value));
  const working = distinct.slice(0, mostKnown).filter((value) => miss.works(change(value)));
  if (working.length === 0) return [];
  const more = distinct.length > mostKnown;
  return [{ kind: "known", argument, values: working, more, changes: working.map(change) }];
}

/** Values of a small set: those close to the wanted one, else all. */
export function adviseFromSet(
  read: (image: Image) => readonly string[] | string | undefined,
  give?: (value: string) => ArgumentValue,
): (miss: Miss) => Advice[] {
  return (miss) => {
    const values = ownValues(miss, read, give);
    const [first = ""] = [miss.wanted].flat().map(String);
    const closer = adviseClosest(miss, values, (known) => nearest(first, known));
    return closer.length > 0 ? closer : adviseKnown(miss, values);
  };
}

function valuesOf({ read }: ArgumentValues, images: readonly Image[]): string[] {
  return [...new Set(images.flatMap((image) => read(image) ?? []))].sort();
}
