import { read } from "./documents.ts";

/** Blocks of a page in one language, by the heading right above them. */
export function blocksByHeading(page: string, language: string): ReadonlyMap<string, readonly string[]> {
  const blocks = new Map<string, string[]>();
  let heading = "";
  const parts = read(page).matchAll(/^#+ (?<heading>.*)$|^```(?<language>\w+)\n(?<code>[^]*?)^```$/gm);
  for (const { groups } of parts) {
    if (groups?.["heading"] !== undefined) heading = groups["heading"];
    else if (groups?.["language"] === language)
      blocks.set(heading, [...(blocks.get(heading) ?? []), groups["code"] ?? ""]);
  }
  return blocks;
}

/** The one block of a page in a language under a heading. */
export function blockUnder(page: string, heading: string, language = "sh"): string {
  const [block, ...more] = blocksByHeading(page, language).get(heading) ?? [];
  if (block === undefined || more.length > 0)
    throw new Error(
      `${page} has ${more.length + (block === undefined ? 0 : 1)} blocks of ${language} under ${heading}`,
    );
  return block;
}
