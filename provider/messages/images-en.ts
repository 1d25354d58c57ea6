const counted = (count: number, one: string, many: string): string =>
  count === 1 ? `1 ${one}` : `${count} ${many}`;

/** Messages about which image is meant, in English. */
export const imagesEnglish = {
  listSeparator: ", ",
  none: {
    noMatch: (query: string) => `no CompShare image matches ${query}.`,
    more: (count: number) => `… ${count} more`,
    read: (count: number, region: string, source: string) =>
      `${counted(count, "image was", "images were")} read (region ${region}, source ${source})`,
    nothingRead:
      "Keys of another gateway see an empty list as well: check `baseUrl`, the keys and `projectId`.",
    leaves: (argument: string, count: number, silent: number) =>
      `\`${argument}\` leaves ${count}${silent === 0 ? "" : ` (${silent} say nothing of it)`}`,
    funnel: (place: string, steps: readonly string[]) => `${place}: ${steps.join(", then ")}.`,
    emptyList: (place: string, hint: string) => `${place}. ${hint}`,
    andMore: (count: number) => ` and ${count} more`,
    keepsOut: (argument: string, shown: string, remedy: string) =>
      `Only \`${argument}\` keeps out ${shown}; ${remedy}.`,
    changeOrLeaveOut: (argument: string) => `change or leave out \`${argument}\``,
    allowStatuses: (statuses: string) => `to allow that, set \`statuses\` to [${statuses}]`,
    aside: (value: string) => ` (${value})`,
    price: (price: number) => `${price} yuan per hour`,
    absent: {
      tags: "no tags",
      type: "no type",
      author: "no author",
      status: "no status",
      group: "no group",
      gpuTypes: "no GPU types",
      framework: "no framework",
      version: "no version",
      price: "no price",
      size: "no size",
      time: "no time",
    },
    noId: (id: string, region: string, source: string) =>
      `no CompShare image has the ID ${id} of \`imageId\` (region ${region}, source ${source}).`,
  },
  suggestions: {
    closestIs: (argument: string, value: string) => `The closest \`${argument}\` is ${value}.`,
    closestAre: (argument: string, values: string) => `The closest values of \`${argument}\` are ${values}.`,
    noName: (argument: string) =>
      `No name is close to it; getCompShareImages without \`${argument}\` lists them all.`,
    everywhere: "Without `source` an ID is looked for in every catalogue that these keys can see.",
    elsewhere: (source: string, shown: string) => `\`source\` ${source} has ${shown}.`,
    neverTogether:
      "Each of these tags exists, but no image has all of them; `tagsAny` takes images that have one.",
    tagList: "getCompShareImageTags lists the tags that exist",
    closest: (values: string) => `closest: ${values}`,
    noTag: (tag: string, hint: string) => `No image has the tag ${tag}; ${hint}.`,
    moreTags: (count: number) => `${count} more of the tags do not exist.`,
    known: (argument: string, values: string, more: boolean) =>
      `Known values of \`${argument}\`: ${values}${more ? ", …" : ""}.`,
  },
  several: {
    mustMeanOne: (count: number) => `${count} images match, and the query has to mean one:`,
    toGetIt: "to get this one",
    itsId: "its `id`",
    rest: (count: number) => `  … and ${count} more`,
    advice: (byPart: boolean) =>
      `Add what the last column says${byPart ? " (`name` takes the place of `nameContains`)" : ""}, or \`mostRecent: true\` to take the newest, or \`orderBy\` to take the first in an order of your own.`,
  },
  counts: {
    tooFew: (found: number, least: number) => `${found} images match, and \`minCount\` asks for ${least}.`,
    tooMany: (found: number, most: number, names: string) =>
      `${found} images match, and \`maxCount\` allows ${most}: ${names}. Narrow the query or raise \`maxCount\`.`,
    minOverMax: (least: number, most: number) =>
      `\`minCount\` ${least} must not be larger than \`maxCount\` ${most}`,
  },
  remarks: {
    tie: (image: string, keys: string, byName: boolean) =>
      `${image} is equal in ${keys}; ${byName ? "name and ID" : "the ID"} decided`,
    status: (status: string) => `the image's status is ${status}; an instance may not start from it`,
    unknownStatus: "not known",
    community: (author: string) => `the image is published by ${author}, not by CompShare`,
    unnamed: "somebody unnamed",
    price: (price: number) => `the image costs ${price} yuan per hour on top of the instance`,
    changedDuringRead:
      "the catalogue changed both times that it was read; an image may be missing, or stand as it was a moment before",
    gone: "CompShare no longer has the image; instances cannot be created from it any more",
    moves: (old: string, next: string) => `moves from ${old} to ${next}`,
    stays: (image: string) => `nothing matches the query any more; stays with ${image}`,
    newer: (image: string) => `a newer image matches the query: ${image}`,
    dated: (name: string, id: string, date: string) =>
      `${name} (${id}${date === "" ? "" : `, published ${date}`})`,
  },
  filters: {
    range: "must be a version range such as `^2.4`, `>=12.4 <13` or `12.x`",
    moment: "must be a date such as `2026-07-22` or an RFC 3339 time such as `2026-07-22T08:00:00Z`",
    tooLong: (most: number) => `must not be longer than ${most} characters`,
    regex:
      "must be a regular expression in RE2's syntax; look-around `(?=` `(?<` and back-references `\\1` do not exist there",
    glob: "must be a glob such as `vLLM v0.1?.*`; a set in brackets needs its members in order",
    trust: (picks: string, source: string) =>
      `\`${picks}\` with \`source\` ${source} needs \`author\`, \`groupId\`, \`officialOnly\` or \`certifiedOnly\`: anybody can publish an image under any name, and the next one would be taken`,
  },
  pin: {
    nothingToAsk: (query: string) =>
      `\`imageId\` names the image, so there is nothing to ask; leave it or ${query} out`,
    noQuery: (policy: string) =>
      `\`policy\` ${policy} moves to what a query finds, and \`imageId\` is none; leave one of them out`,
    needsVersion: "`policy` withinRange needs `version`, the range to stay in, such as `^2.4`",
    noOrder: "`policy` withinRange takes the highest version; leave `orderBy` out",
  },
};
