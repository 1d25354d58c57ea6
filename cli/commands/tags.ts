import type { Image } from "../../provider/contract/image.ts";
import { sourceChoices } from "../../provider/contract/image-sources.ts";
import type { ImageTags } from "../../provider/listings/catalogue.ts";
import { resolveScope, type SourceChoice } from "../../provider/listings/scope.ts";
import { tagKeys, wantedTag } from "../../provider/lookup/filters/tag-spellings.ts";
import { plainText } from "../../provider/messages/plain-text.ts";
import { textTable } from "../../provider/messages/text-table.ts";
import type { Context } from "../context.ts";
import { exitCodes } from "../exit-codes.ts";
import { jsonDocument } from "../output/json-document.ts";
import { command } from "./command.ts";

/** A category of tags; of tags that CompShare puts into none the name is empty. */
interface Category {
  readonly name: string;
  readonly tags: readonly { readonly tag: string; readonly images: number }[];
}

/** Lists the tags that exist. */
export const tags = command({
  usage: "[FLAGS]",
  help: {
    en: "Lists the tags that CompShare offers, by its categories, with how many Available images bear each. Images of the source that is given, else CompShare's own.",
    zh: "按 CompShare 的类别列出标签，以及带有各标签的可用镜像数。只统计所给来源的镜像，默认为平台镜像。",
  },
  examples: ["compshare-images tags", "compshare-images tags --source community"],
  flags: {},
  run: async (context) => {
    const { flags, format, openLookup, signal, stdout } = context;
    const lookup = await openLookup();
    const source: SourceChoice | undefined = sourceChoices.find((one) => one === flags.source);
    const scope = resolveScope({ source }, lookup.scope);
    const [offered, images] = await Promise.all([
      lookup.catalogue.tags(scope, signal),
      lookup.catalogue.images(scope, signal),
    ]);
    const categories = categoriesOf(offered, images);
    if (format === "json") stdout.write(jsonDocument("compshare-tags/1", { categories }));
    else stdout.write(`${lines(categories, context).join("\n")}\n`);
    return exitCodes.done;
  },
});

function categoriesOf({ tags, categories }: ImageTags, images: readonly Image[]): readonly Category[] {
  const available = images.filter(({ status }) => status === "Available").map((image) => tagKeys(image.tags));
  const counted = (tag: string): Category["tags"][number] => {
    const bears = wantedTag(tag);
    return { tag, images: available.filter(bears).length };
  };
  const inOne = new Set(Object.values(categories).flat());
  const others = tags.filter((tag) => !inOne.has(tag));
  return [...Object.entries(categories), ["", others] as const]
    .filter(([, own]) => own.length > 0)
    .map(([name, own]) => ({ name, tags: own.map(counted) }));
}

function lines(categories: readonly Category[], { language, stdout }: Context): readonly string[] {
  const zh = language === "zh";
  const other = zh ? "（未分类）" : "(no category)";
  const title = zh ? ["类别", "标签", "镜像数"] : ["category", "tag", "images"];
  const rows = categories.flatMap(({ name, tags }) =>
    tags.map(({ tag, images }, index) => [
      index === 0 ? plainText(name === "" ? other : name) : "",
      plainText(tag),
      String(images),
    ]),
  );
  const [head = "", ...rest] = textTable([title, ...rows]);
  return [stdout.style("bold", head), ...rest];
}
