import type { Advice, KeptOut, LackingValue, NoId, NoMatch, NotListed, TooFew } from "../errors/no-match.ts";
import { messages } from "./messages.ts";
import { code, plainText, quoted, quotedList } from "./plain-text.ts";
import { changeText, filtersText, namesText, nameText, queryText } from "./query-text.ts";

/** Why no image matches, and what to change: a line for the query, one for what became of it, and one for each piece of advice. */
export function noMatchText(facts: NoMatch): string {
  const words = messages().images.none;
  return [words.noMatch(filtersText(facts.query)), funnelText(facts), ...facts.advice.map(adviceText)].join(
    "\n",
  );
}

/** Fewer matches than are asked for. */
export function tooFewText({ found, least, query }: TooFew): string {
  const words = messages().images.counts;
  return query === undefined ? words.tooFew(found, least) : words.tooFewOf(found, least, queryText(query));
}

/** No image has an ID that was given by hand. */
export function noIdText({ argument, id, region, source }: NoId): string {
  return messages().images.none.noId(argument, quoted(id), plainText(region), source);
}

/** A catalogue file does not have an ID. */
export function notListedText({ argument, id, path, takenAt }: NotListed): string {
  return messages().catalogFile.noId(argument, quoted(id), quoted(path), takenAt);
}

/** How many images were read, and how many each filter left of them. */
export function funnelText({
  query,
  rowsRead,
  funnel,
}: Pick<NoMatch, "query" | "rowsRead" | "funnel">): string {
  const words = messages().images.none;
  const read = words.read(rowsRead, plainText(query.region), query.source);
  if (rowsRead === 0) return words.emptyList(read, words.nothingRead);
  return words.funnel(
    read,
    funnel.map(({ argument, left, unspecified }) => words.leaves(argument, left, unspecified)),
  );
}

function adviceText(advice: Advice): string {
  const words = messages().images.suggestions;
  switch (advice.kind) {
    case "closest":
      return (advice.values.length === 1 ? words.closestIs : words.closestAre)(
        advice.argument,
        quotedList(advice.values),
      );
    case "closestById":
      return words.closestById(advice.argument, quoted(advice.value), byIdText(advice));
    case "known":
      return words.known(advice.argument, quotedList(advice.values), advice.more);
    case "exists":
      return words.exists(advice.argument, quotedList(advice.values), advice.keptOutBy.map(code));
    case "keptOut":
      return keptOutText(advice);
    case "noName":
      return advice.change === undefined ? words.noName : words.allNames(advice.argument);
    case "everySource":
      return words.everySource;
    case "tagsNeverTogether":
      return advice.change === undefined ? words.tagsNeverTogether : words.tagsNeverTogetherAny;
    case "noTag":
      return noTagText(advice);
    case "moreTags":
      return words.moreTags(advice.count);
    case "unreadable":
      return words.unreadable(advice.argument, advice.member, namesText(advice.images, advice.more));
    case "otherCatalogue":
      return otherCatalogueText(advice);
    default:
      return advice satisfies never;
  }
}

/** What takes the place of what: of a pin the ID takes that of the whole query. */
function byIdText({ displaced, change }: Extract<Advice, { kind: "closestById" }>): string {
  const words = messages().images.several;
  const given = changeText(change);
  return change["imageId"] === undefined ? words.displaces(given, displaced) : words.displacesQuery(given);
}

function otherCatalogueText({ source, images, change }: Extract<Advice, { kind: "otherCatalogue" }>): string {
  const words = messages().images.suggestions;
  const shown = namesText(images);
  if (change === undefined) return words.inOtherCatalogue(source, shown);
  return change["source"] === undefined
    ? words.otherCatalogueById(source, shown, Object.hasOwn(change, "source"))
    : words.otherCatalogue(source, shown);
}

function noTagText({ tag, closest, changes, offered }: Extract<Advice, { kind: "noTag" }>): string {
  const words = messages().images.suggestions;
  const shown = quotedList(closest);
  const hint =
    closest.length > 0
      ? changes.length > 0
        ? words.closest(shown)
        : words.closestKeptOut(shown)
      : offered === true
        ? ""
        : words.tagList;
  return offered === true ? words.offeredTag(quoted(tag), hint) : words.noTag(quoted(tag), hint);
}

function keptOutText(advice: Extract<Advice, { kind: "keptOut" }>): string {
  const words = messages().images;
  const { argument, images, more, change } = advice;
  const shown = images.map((image) => {
    const aside = image.value === image.name ? "" : words.none.aside(shownValue(image));
    return `${nameText(image)}${aside}`;
  });
  const list = `${shown.join(words.listSeparator)}${more > 0 ? words.none.andMore(more) : ""}`;
  return words.none.keepsOut(argument, list, remedy(argument, change));
}

function remedy(argument: string, change: Extract<Advice, { kind: "keptOut" }>["change"]): string {
  const words = messages().images.none;
  const statuses = change?.["statuses"];
  if (typeof statuses === "object") return words.allowStatuses(quotedList(statuses));
  return change === undefined ? words.changeIt(argument) : words.changeOrLeaveOut(argument);
}

/** What an image lacks where it lacks a price. */
const prices: ReadonlySet<LackingValue> = new Set(["price", "charge", "chargedPrice"]);

function shownValue({ value, lacking, unread }: KeptOut): string {
  const words = messages().images;
  if (unread !== undefined) return words.none.unread(unread);
  if (value === undefined) return words.none.absent[lacking];
  return prices.has(lacking) ? words.price(Number(value)) : plainText(value, 80);
}
