/** A page as Pulumi's registry takes it: what stands between the first two lines of dashes, and the rest. */
export interface RegistryPage {
  readonly frontMatter: Readonly<Record<string, string>>;
  readonly body: string;
}

/** Reads a page, or throws if it does not begin with front matter: the registry refuses such a page. */
export function registryPage(text: string): RegistryPage {
  const [, head, body] = /^---\n([^]*?)\n---\n([^]*)$/.exec(text) ?? [];
  if (head === undefined || body === undefined) throw new Error("no front matter");
  const lines = head.split("\n").map((line): [string, string] => {
    const [, key, value] = /^(\w+): (.+)$/.exec(line) ?? [];
    if (key === undefined || value === undefined) throw new Error(`front matter: ${line}`);
    return [key, value];
  });
  return { frontMatter: Object.fromEntries(lines), body };
}

/** What the registry's own checks find in a page, line by line, with what stops the build of its site. */
const mistakes: Readonly<Record<string, RegExp>> = {
  "image with a relative path": /<img[^>]+src=["'](?![hH])|!\[[^\]]*\]\((?:\.|\/)/,
  "relative link in HTML": /<a[^>]+href="(?:\.|\/)/,
  "relative link to a file of Markdown": /\]\((?!https?:\/\/)[^)]*\.md[)#]/,
  "relative link, which leads nowhere on the site": /\]\((?!https?:\/\/)/,
  "space inside the braces of a shortcode": /\{\{[\t\p{Zs}]+[<%]/u,
  "variable that only Pulumi's own releases fill in": /\$\{VERSION\}/,
};

/** Each mistake as `LINE: WHAT`. */
export function pageMistakes(text: string): string[] {
  return text
    .split("\n")
    .flatMap((line, at) =>
      Object.entries(mistakes).flatMap(([what, pattern]) =>
        pattern.test(line) ? [`${at + 1}: ${what}`] : [],
      ),
    );
}

/** A choice of the reader's language, and what each language is shown: the text of its block. */
export interface Chooser {
  readonly offered: readonly string[];
  readonly shown: ReadonlyMap<string, string>;
}

/** The choosers of a page by language. */
export function choosers(text: string): Chooser[] {
  const all = text.matchAll(/^\{\{< chooser language "([\w,]+)" >\}\}\n([^]*?)^\{\{< \/chooser >\}\}$/gm);
  return [...all].map(([, offered = "", inside = ""]) => {
    const parts = inside.matchAll(
      /^\{\{% choosable language (\w+) %\}\}\n\n```\w+\n([^]*?)^```\n\n\{\{% \/choosable %\}\}$/gm,
    );
    return {
      offered: offered.split(","),
      shown: new Map([...parts].map(([, language = "", code = ""]) => [language, code])),
    };
  });
}
