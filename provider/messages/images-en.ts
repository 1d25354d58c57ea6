import { anyOf } from "./any-of.ts";
import { allOf } from "./join-words.ts";

const counted = (count: number, one: string, many: string): string =>
  count === 1 ? `1 ${one}` : `${count} ${many}`;

/** Messages about which image is meant, in English. */
export const imagesEnglish = {
  listSeparator: ", ",
  about: (name: string, text: string) => `${name}: ${text}`,
  price: (price: number) => `${price} yuan per hour`,
  decided: {
    only: "the only match",
    mostRecent: (of: number) => `most recent of ${of}`,
    first: (of: number, keys: string) => `first of ${of} by ${keys}`,
    none: "no match",
    all: (keys: string) => `all matches by ${keys}`,
    part: (from: number, to: number, of: number, keys: string) =>
      `matches ${from} to ${to} of ${of} by ${keys}`,
    noneOf: (of: number, keys: string) => `none of ${of} matches by ${keys}`,
  },
  none: {
    noMatch: (query: string) => `no CompShare image matches ${query}.`,
    more: (count: number) => `… ${count} more`,
    read: (count: number, region: string, source: string) =>
      `${counted(count, "image was", "images were")} read (region ${region}, source ${source})`,
    nothingRead:
      "Keys for another gateway also return an empty list: check `baseUrl`, the keys and `projectId`.",
    leaves: (argument: string, count: number, unspecified: number) =>
      `\`${argument}\` leaves ${count}${unspecified === 0 ? "" : ` (${unspecified} ${unspecified === 1 ? "does" : "do"} not specify it)`}`,
    funnel: (read: string, steps: readonly string[]) => `${read}: ${steps.join(", then ")}.`,
    emptyList: (read: string, hint: string) => `${read}. ${hint}`,
    andMore: (count: number) => ` and ${count} more`,
    keepsOut: (argument: string, shown: string, remedy: string) =>
      `Only \`${argument}\` keeps out ${shown}; ${remedy}.`,
    changeOrLeaveOut: (argument: string) => `change or leave out \`${argument}\``,
    changeIt: (argument: string) => `change \`${argument}\``,
    allowStatuses: (statuses: string) => `to allow that, set \`statuses\` to [${statuses}]`,
    aside: (value: string) => ` (${value})`,
    unread: (member: string) => `\`${member}\` could not be read`,
    absent: {
      name: "no name",
      tags: "no tags",
      type: "no type",
      author: "no author",
      owner: "no owner",
      status: "no status",
      group: "no group",
      container: "container not specified",
      gpuTypes: "no GPU types",
      framework: "no framework",
      version: "no version",
      price: "no price",
      charge: "no price, not marked as free",
      chargedPrice: "charged for, price unknown",
      size: "no size",
      time: "no time",
    },
    noId: (argument: string, id: string, region: string, source: string) =>
      `no CompShare image has the ID ${id} of \`${argument}\` (region ${region}, source ${source}).`,
  },
  suggestions: {
    closestIs: (argument: string, value: string) => `The closest \`${argument}\` is ${value}.`,
    closestAre: (argument: string, values: string) => `The closest values of \`${argument}\` are ${values}.`,
    closestById: (argument: string, value: string, byId: string) =>
      `The closest \`${argument}\` is ${value}, which cannot be written as it is shown; ${byId}.`,
    exists: (argument: string, values: string, keptOutBy: readonly string[]) =>
      `The closest \`${argument}\` is ${values}, but ${allOf(keptOutBy)} ${keptOutBy.length === 1 ? "keeps" : "keep"} it out.`,
    noName: "No name is close to it.",
    allNames: (argument: string) =>
      `No name is close to it; getCompShareImages without \`${argument}\` lists them all.`,
    everySource: "The ID was looked up in every catalogue that these keys can see.",
    inOtherCatalogue: (source: string, shown: string) => `The catalogue ${source} has ${shown}.`,
    otherCatalogue: (source: string, shown: string) => `\`source\` ${source} has ${shown}.`,
    otherCatalogueById: (source: string, shown: string, sourceGiven: boolean) =>
      `\`source\` ${source} has ${shown}; name it by its ID${sourceGiven ? ", and leave `source` out" : ""}.`,
    tagsNeverTogether: "Each of these tags exists, but no image has all of them.",
    tagsNeverTogetherAny:
      "Each of these tags exists, but no image has all of them; `tagsAny` takes images that have one.",
    tagList: "getCompShareImageTags lists the tags that exist",
    closest: (values: string) => `closest: ${values}`,
    closestKeptOut: (values: string) => `closest: ${values}, which other filters keep out`,
    noTag: (tag: string, hint: string) => `No image has the tag ${tag}; ${hint}.`,
    offeredTag: (tag: string, hint: string) =>
      `CompShare offers the tag ${tag}, but no image here has it${hint === "" ? "" : `; ${hint}`}.`,
    moreTags: (count: number) => `${count} more of the tags are on no image.`,
    known: (argument: string, values: string, more: boolean) =>
      `Values of \`${argument}\` that match: ${values}${more ? ", …" : ""}.`,
    unreadable: (argument: string, member: string, images: string) =>
      `\`${member}\` could not be read, so \`${argument}\` leaves out ${images}.`,
  },
  several: {
    mustMeanOne: (count: number, query: string) =>
      `${count} images match ${query}, and the query has to mean one:`,
    toGetIt: "to get this one",
    itsId: (argument: string) => `its \`${argument}\``,
    rest: (count: number) => `  … and ${count} more`,
    displaces: (given: string, gone: string) => `\`${given}\` takes the place of \`${gone}\``,
    displacesQuery: (given: string) => `\`${given}\` takes the place of the query`,
    advice: (displaced: readonly string[], picks: readonly string[]) =>
      `Add what the last column says${displaced.length === 0 ? "" : ` (${displaced.join(", ")})`}${picks.map((pick) => `, or ${pick}`).join("")}.`,
    mostRecent: (beside: string) =>
      `\`mostRecent: true\`${beside === "" ? "" : ` with \`${beside}\``} to take the newest`,
    orderBy: (beside: string) =>
      `\`orderBy\`${beside === "" ? "" : ` with \`${beside}\``} to take the first in an order of your own`,
  },
  counts: {
    tooFew: (found: number, least: number) =>
      `${counted(found, "image matches", "images match")}, and \`minCount\` asks for ${least}.`,
    tooFewOf: (found: number, least: number, query: string) =>
      `${counted(found, "image matches", "images match")} ${query}, and \`minCount\` asks for ${least}. Widen the query or lower \`minCount\`.`,
    tooMany: (found: number, most: number, names: string, query: string) =>
      `${counted(found, "image matches", "images match")} ${query}, and \`maxCount\` allows ${most}: ${names}. Narrow the query or raise \`maxCount\`.`,
    minOverMax: (least: number, most: number) =>
      `\`minCount\` ${least} must not be larger than \`maxCount\` ${most}`,
  },
  warnings: {
    tie: (image: string, keys: string, decided: string) =>
      `${image} is equal in ${keys}; \`${decided}\` decided`,
    noOrderValue: (key: string) => `no match has a value for \`${key}\` of the order`,
    status: (status: string) => `the image's status is ${status}; instances may fail to start from it`,
    unknownStatus: "not known",
    publisher: (author: string) => `the image is published by ${author}, not by CompShare`,
    unnamed: "somebody unnamed",
    price: (price: number) => `the image costs ${price} yuan per hour on top of the instance`,
    zone: (zone: string, zones: string) =>
      `the image does not list the zone ${zone}, only ${zones}; instances may fail to start there`,
    zones: (zone: string, images: string, more: number) =>
      `the zone ${zone} is not listed by ${images}${more === 0 ? "" : ` and ${more} more`}; instances may fail to start there`,
    hidden: (images: string, more: number) =>
      `left out because of their status: ${images}${more === 0 ? "" : ` and ${more} more`}`,
    groupName: (argument: string, publishers: string) =>
      `no image's own name fits \`${argument}\`${publishers === "" ? "" : ` among those that fit ${publishers}`}; the name of its group does`,
    unreadable: (member: string, argument: string, images: string, more: number) =>
      `\`${member}\` could not be read of ${images}${more === 0 ? "" : ` and ${more} more`}, so \`${argument}\` took it as unknown`,
    unknownMember: (member: string) =>
      `\`${member}\` of the image could not be read; what was known of it stays`,
    changedDuringRead:
      "the catalogue changed both times that it was read; an image may be missing or out of date",
  },
  pins: {
    gone: "CompShare no longer has the image; instances cannot be created from it any more",
    missing: (source: string) =>
      `the image is no longer among the ${source} images, and these keys cannot read every other catalogue, where it may be now; its status stays as it was`,
    pins: (image: string) => `pins ${image}`,
    versioned: (image: string, version: string) => `${image}, version ${version}`,
    moves: (old: string, next: string) => `moves from ${old} to ${next}`,
    keeps: (image: string) => `is replaced, and keeps ${image}`,
    stays: (image: string) => `nothing matches the query any more; stays with ${image}`,
    newer: (image: string) => `a newer image matches the query: ${image}`,
    dated: (name: string, id: string, date: string) =>
      `${name} (${id}${date === "" ? "" : `, published ${date}`})`,
  },
  filters: {
    range: "must be a version range such as `^2.4`, `>=12.4 <13` or `12.x`",
    osRange: "must be a version range, words in front if any, such as `Ubuntu >=22.04`, `Ubuntu` or `22.x`",
    moment: "must be a date such as `2026-07-22` or an RFC 3339 time such as `2026-07-22T08:00:00Z`",
    noTag: "must not hold a tag of spaces and commas alone; leave it out instead",
    tooLong: (most: number) => `must not be longer than ${most} characters`,
    regex:
      "must be a regular expression in RE2's syntax; look-around `(?=` `(?<` and back-references `\\1` do not exist there",
    glob: "must be a glob such as `vLLM v0.1?.*`; a set in brackets needs its members in order",
    trust: (picks: string, source: string, publishers: readonly string[]) =>
      `\`${picks}\` with \`source\` ${source} needs ${anyOf.en(publishers)}: other accounts can put an image there under any name, and the next one would be taken`,
  },
  pin: {
    nothingToAsk: (query: string) =>
      `\`imageId\` names the image, so there is nothing to ask; leave it or ${query} out`,
    noQuery: (policy: string) =>
      `\`policy: ${policy}\` needs a query; it cannot be combined with \`imageId\``,
    needsVersion: "`policy` withinRange needs `version`, the range to stay in, such as `^2.4`",
    noOrder: "`policy` withinRange takes the highest version; leave `orderBy` out",
  },
};
