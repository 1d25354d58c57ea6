import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import type { Metafile } from "esbuild";
import { importsByPackage, keptSources, packageName } from "./bundled-packages.ts";

/** A piece of somebody else's work in the bundle, and what its licences ask to be kept with it. */
export interface Notice {
  readonly name: string;
  readonly version: string;
  readonly license: string;
  readonly texts: readonly string[];
}

/** Code that a package carries but does not name the licence of. The text is the one that its project publishes. */
const carried = [
  {
    sources: /[\\/]undici[\\/]lib[\\/]llhttp[\\/]/,
    name: "llhttp, within undici",
    license: "MIT",
    text: "tools/bundle/llhttp-license.txt",
  },
] as const;

const legalFile = /^(licen[cs]e|notice|copying|copyright)(-[\w-]+)?(\.(md|markdown|rst|txt))?$/i;

/**
 * Gives the notices of everything of others that esbuild put into the bundle. A package without the text of its licence
 * is an error: without it, the bundle must not be given away.
 */
export async function bundledNotices(metafiles: readonly Metafile[]): Promise<readonly Notice[]> {
  const packages = [...importsByPackage(metafiles).keys()].filter((folder) => folder !== "");
  const sources = metafiles.flatMap((metafile) => [...keptSources(metafile)]);
  const within = carried.filter((part) => sources.some((source) => part.sources.test(source)));
  return await Promise.all([
    ...packages.map(packageNotice),
    ...within.map(async ({ name, license, text }) => ({
      name,
      version: "",
      license,
      texts: [await readFile(text, "utf8")],
    })),
  ]);
}

async function packageNotice(folder: string): Promise<Notice> {
  const name = packageName(folder);
  const { version, license }: { version: string; license?: string } = JSON.parse(
    await readFile(join(folder, "package.json"), "utf8"),
  );
  const files = (await readdir(folder)).filter((file) => legalFile.test(file)).toSorted();
  if (license === undefined || files.length === 0)
    throw new Error(`${name} is in the bundle, but its package has no licence or no text of it`);
  const texts = await Promise.all(files.map((file) => readFile(join(folder, file), "utf8")));
  return { name, version, license, texts };
}

/** The file that lies beside the bundle. */
export function noticesText(product: string, notices: readonly Notice[]): string {
  const sections = notices.map(({ name, version, license, texts }) =>
    [`${[name, version].filter(Boolean).join(" ")} (${license})`, ...texts.map(withoutEdges)].join("\n\n"),
  );
  const introduction = `${product} contains code of others, under these licences.`;
  return `${[introduction, ...sections].join(`\n\n${"-".repeat(80)}\n\n`)}\n`;
}

function withoutEdges(text: string): string {
  return text
    .replaceAll("\r\n", "\n")
    .replaceAll(/[ \t]+$/gm, "")
    .trim();
}
