import type { KnownImage } from "../pins/engine-pin.ts";
import type { Effect, PinChange } from "./report-schema.ts";
import type { ReportWords } from "./words.ts";

/** How values of two images are told: once where they are equal, else old → new. `code` writes text from outside. */
export interface Renderer {
  readonly words: ReportWords;
  readonly code: (text: string) => string;
  /** What stands between an old and a new image. */
  readonly arrow: string;
}

type Pair = Pick<PinChange, "kind" | "before" | "after">;

/** A value of the old and the new image, as one cell. */
function moved({ before, after }: Pair, value: (image: KnownImage) => string | undefined): string {
  const [old, next] = [before && value(before), after && value(after)];
  if (old === undefined || next === undefined || old === next) return next ?? old ?? "";
  return `${old} → ${next}`;
}

/** What is told of each pin that changes; `changeCells` has the same order. */
export function changeTitles({ columns }: ReportWords): readonly string[] {
  const { pin, image, version, published, price, tags, because } = columns;
  return [pin, image, version, published, price, tags, because];
}

/** A pin that changes, by the columns of `changeTitles`. */
export function changeCells(change: PinChange, render: Renderer): readonly [pin: string, ...string[]] {
  return [
    render.code(change.pin),
    imageCell(change, render),
    versionCell(change, render),
    publishedCell(change, render),
    priceCell(change, render),
    tagsCell(change, render),
    effectsCell(change.effects, render),
  ];
}

/** Name and ID of the old and the new image. */
export function imageCell(pair: Pair, { words, code, arrow }: Renderer): string {
  const one = (image: KnownImage | undefined): string =>
    image === undefined
      ? words.unknown
      : [image.name, image.id].flatMap((text) => (text ? [code(text)] : [])).join(" ");
  switch (pair.kind) {
    case "created":
      return words.created(one(pair.after));
    case "removed":
      return words.removed(one(pair.before));
    case "moved":
      return `${one(pair.before)}${arrow}${one(pair.after)}`;
    default:
      return one(pair.after);
  }
}

/** Version, old → new. */
function versionCell(pair: Pair, { code }: Renderer): string {
  return moved(pair, ({ version }) => (version === undefined ? undefined : code(version)));
}

/** Day of publication, old → new. */
function publishedCell(pair: Pair, { code }: Renderer): string {
  return moved(pair, ({ publishedAt }) =>
    publishedAt === undefined ? undefined : code(publishedAt.slice(0, 10)),
  );
}

/** Price of the image itself, old → new. */
function priceCell(pair: Pair, { words }: Renderer): string {
  return moved(pair, ({ price }) =>
    price === undefined ? undefined : price === 0 ? words.free : words.yuan(String(price)),
  );
}

/** Tags that the new image has and the old one has not, and the other way round; of one image alone all that it has. */
function tagsCell({ before, after }: Pair, { code }: Renderer): string {
  if (before === undefined || after === undefined)
    return (after ?? before)?.tags?.map((tag) => code(tag)).join(" ") ?? "";
  const [old = [], next = []] = [before.tags, after.tags];
  // What is not known of one image is no difference.
  if (before.tags === undefined || after.tags === undefined) return "";
  return [
    ...next.filter((tag) => !old.includes(tag)).map((tag) => `+${code(tag)}`),
    ...old.filter((tag) => !next.includes(tag)).map((tag) => `−${code(tag)}`),
  ].join(" ");
}

/** Most resources that one cell names. */
const mostEffects = 8;

/** What else changes: `machine (replace)`. */
function effectsCell(effects: readonly Effect[], { words, code }: Renderer): string {
  const ops: Readonly<Record<string, string>> = words.ops;
  const shown = effects
    .slice(0, mostEffects)
    .map(({ name, op }) => words.effect(code(name), ops[op] ?? code(op)));
  const more = effects.length > mostEffects ? [words.more(effects.length - mostEffects)] : [];
  return [...shown, ...more].join(words.listSeparator);
}
