/** The fenced blocks of a page of Markdown, in their order. */
export function codeBlocks(page: string): readonly string[] {
  return [...page.matchAll(/^```\w+\n([^]*?)\n```$/gm)].map(([, block]) => block ?? "");
}
