import type { PageImage } from "../page-data.ts";

/** Frameworks that are shown, those with the most images. */
const mostLines = 8;

/** Images of a framework that are shown, the newest. */
const mostDots = 60;

/** Where an image stands on the axis, in per cent of its length. */
export interface Dot {
  readonly image: PageImage;
  readonly at: number;
}

/** The images of one framework over time, the oldest first. */
export interface Line {
  readonly framework: string;
  readonly count: number;
  readonly newest: PageImage;
  readonly dots: readonly Dot[];
  readonly span: Span;
}

interface Span {
  readonly from: number;
  readonly to: number;
}

interface Dated {
  readonly image: PageImage;
  readonly framework: string;
  readonly time: number;
}

/** The frameworks of some images, each with its images along one axis that all of them share. */
export function timelines(images: readonly PageImage[]): readonly Line[] {
  const groups = [...Map.groupBy(images.flatMap(dated), ({ framework }) => framework)]
    .map(([framework, group]) => ({
      framework,
      group: group.toSorted((one, other) => one.time - other.time),
    }))
    .toSorted(
      (one, other) => other.group.length - one.group.length || (one.framework < other.framework ? -1 : 1),
    )
    .slice(0, mostLines);
  const shown = groups.map((line) => ({ ...line, last: line.group.slice(-mostDots) }));
  const times = shown.flatMap(({ last }) => last.map(({ time }) => time));
  const span = { from: Math.min(...times), to: Math.max(...times) };
  return shown.flatMap(({ framework, group, last }) => {
    const newest = last.findLast(({ image }) => isAvailable(image)) ?? last.at(-1);
    const dots = last.map(({ image, time }) => ({ image, at: place(time, span) }));
    return newest === undefined ? [] : [{ framework, count: group.length, newest: newest.image, dots, span }];
  });
}

/** Whether an instance can start from an image, as far as is known. */
export function isAvailable({ status }: PageImage): boolean {
  return status === undefined || status === "Available";
}

function dated(image: PageImage): readonly Dated[] {
  const { framework, date } = image;
  const time = Date.parse(date ?? "");
  return framework === undefined || Number.isNaN(time) ? [] : [{ image, framework, time }];
}

function place(time: number, { from, to }: Span): number {
  return to === from ? 100 : ((time - from) / (to - from)) * 100;
}

/** The beginnings of years that lie on the axis. */
export function yearMarks(lines: readonly Line[]): readonly { readonly year: string; readonly at: number }[] {
  const span = lines[0]?.span;
  if (span === undefined) return [];
  const [first, last] = [span.from, span.to].map((time) => new Date(time).getUTCFullYear());
  if (first === undefined || last === undefined) return [];
  const every = Math.ceil((last - first) / 8) || 1;
  return Array.from({ length: last - first }, (_, index) => first + 1 + index)
    .filter((year) => (last - year) % every === 0)
    .map((year) => ({ year: String(year), at: place(Date.UTC(year, 0), span) }));
}

/** Dots nearer to each other than this, in per cent, lie one above the other. */
const width = 1.3;

/** Places dots in lanes, so that each of them can be seen; what finds no free lane goes into the last. */
export function placeDots(dots: readonly Dot[], mostLanes = 4): readonly (Dot & { readonly lane: number })[] {
  const ends: number[] = [];
  return dots.map((dot) => {
    const free = ends.findIndex((end) => dot.at - end >= width);
    const lane = free >= 0 ? free : Math.min(ends.length, mostLanes - 1);
    ends[lane] = dot.at;
    return { ...dot, lane };
  });
}
