import type { Image } from "../../provider/contract/image.ts";
import { pageArguments, singleArguments } from "../../provider/contract/query.ts";
import type { Selection } from "../../provider/contract/selection.ts";
import { findList, findOne } from "../../provider/lookup/answer-query.ts";
import { imageVersion } from "../../provider/lookup/versions/image-version.ts";
import { type Warning, warningText } from "../../provider/messages/warnings.ts";
import type { Context } from "../context.ts";
import { type ExitCode, exitCodes } from "../exit-codes.ts";
import { UsageFailure } from "../failures.ts";
import { foundText, leftOutText, noneText } from "../find-texts.ts";
import { imageTable } from "../output/image-table.ts";
import { jsonDocument } from "../output/json-document.ts";
import { readImageQuery, readImagesQuery } from "../query.ts";
import { findFlags, flagsOf, queryInputs } from "../query-flags.ts";
import { command } from "./command.ts";

/** What was found, the same for one image and for a list. */
interface FindResult {
  readonly images: readonly Image[];
  readonly totalCount: number;
  readonly selection: Selection;
  readonly warnings: readonly Warning[];
}

const own = {
  one: {
    type: "boolean",
    help: {
      en: "Exactly one image, by the rules of getCompShareImage: none or several are an error that says what to change.",
      zh: "只要一个镜像，规则与 getCompShareImage 相同：没有或多于一个都会报错，并说明如何修改。",
    },
  },
  "id-only": { type: "boolean", help: { en: "IDs alone, one a line.", zh: "只输出 ID，每行一个。" } },
} as const;

/** Lists the images that match. */
export const find = command({
  usage: "[FLAGS]",
  help: {
    en: "Lists the images that satisfy every flag, newest first. The flags are the arguments of the functions getCompShareImages and, with --one, getCompShareImage.",
    zh: "列出符合所有条件的镜像，最新的在前。选项就是函数 getCompShareImages 的参数；加上 --one 时为 getCompShareImage 的参数。",
  },
  examples: [
    "compshare-images find --framework vLLM",
    "compshare-images find --tags pytorch,深度学习 --cuda-version 12.x --order-by=-version",
    "compshare-images find --one --name-contains vLLM --most-recent --id-only",
  ],
  flags: { ...own, ...findFlags },
  run: async (context) => {
    const { flags } = context;
    const one = flags["one"] === true;
    const idOnly = flags["id-only"] === true;
    checkTogether(flags, one, idOnly && context.format === "json");
    const result = one ? await oneImage(context) : await manyImages(context);
    if (context.format === "json") printJson(result, context);
    else if (idOnly) for (const { id } of result.images) context.stdout.write(`${id}\n`);
    else printTable(result, context);
    for (const warning of result.warnings) context.warn(warningText(warning));
    return exitCodes.done satisfies ExitCode;
  },
});

function checkTogether(flags: Context["flags"], one: boolean, idsInJson: boolean): void {
  const given = (group: object): string | undefined =>
    flagsOf(group).find((name) => Object.hasOwn(flags, name));
  const [lone, other] = one ? [given(pageArguments), "excludes"] : [given(singleArguments), "needs"];
  if (lone !== undefined)
    throw new UsageFailure({
      en: `--${lone} ${other} --one`,
      zh: one ? `--${lone} 不能与 --one 同时使用` : `--${lone} 须与 --one 同时使用`,
    });
  if (idsInJson)
    throw new UsageFailure({
      en: "--id-only and --json exclude each other",
      zh: "--id-only 与 --json 不能同时使用",
    });
}

async function oneImage({ flags, openLookup, signal }: Context): Promise<FindResult> {
  const query = readImageQuery(queryInputs(flags));
  const { image, selection, warnings } = await findOne(query, await openLookup(), signal);
  const images = image === undefined ? [] : [image];
  return { images, totalCount: images.length, selection, warnings };
}

async function manyImages({ flags, openLookup, signal }: Context): Promise<FindResult> {
  const query = readImagesQuery(queryInputs(flags));
  return findList(query, await openLookup(), signal);
}

function printJson({ images, totalCount, selection }: FindResult, { stdout }: Context): void {
  const versions = Object.fromEntries(
    images.flatMap((image) => {
      const version = imageVersion(image);
      return version === undefined ? [] : [[image.id, version.text] as const];
    }),
  );
  stdout.write(jsonDocument("compshare-find/1", { totalCount, images, versions, selection }));
}

function printTable(
  { images, totalCount, selection }: FindResult,
  { stdout, stderr, language }: Context,
): void {
  const { region = "", source = "" } = selection.appliedFilters;
  const where = { region, source };
  if (images.length === 0) {
    stderr.write(`${noneText(selection.rowsScanned, where, language)}\n`);
    return;
  }
  const { lines, leftOut } = imageTable(images, language, stdout.columns);
  const [title = "", ...rows] = lines;
  stdout.write(`${[stdout.style("bold", title), ...rows].join("\n")}\n`);
  const counts = { shown: images.length, matched: totalCount, read: selection.rowsScanned };
  stderr.write(`${foundText(counts, where, language)}${leftOutText(leftOut, language)}\n`);
}
