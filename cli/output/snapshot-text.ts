import type { CatalogueFile } from "../../provider/listings/catalogue-file.ts";
import type { Language } from "../../provider/messages/messages.ts";
import { plainText, quoted } from "../../provider/messages/plain-text.ts";
import { textTable } from "../../provider/messages/text-table.ts";
import type { ChangedImage } from "../compare-catalogues.ts";
import type { Context } from "../context.ts";
import { jsonDocument } from "./json-document.ts";

/** What a snapshot came to. */
export interface SnapshotResult {
  readonly path: string;
  /** The same from the folder of the command on. */
  readonly shownPath: string;
  readonly next: CatalogueFile;
  /** Whether there was a file that could be read. */
  readonly known: boolean;
  readonly changes: readonly ChangedImage[];
  /** Whether the file is, or would be, written. */
  readonly write: boolean;
  /** The same of the releases file, where anything is annotated. */
  readonly releases: Pick<SnapshotResult, "path" | "shownPath" | "known" | "write"> | undefined;
}

/** Whether a file is, or would be, written. */
export function isToWrite({ write, releases }: SnapshotResult): boolean {
  return write || releases?.write === true;
}

/** Most changes that the terminal shows. */
const mostShown = 20;

const marks = { added: ["green", "+"], removed: ["red", "-"], changed: ["yellow", "~"] } as const;

/** What a snapshot came to, as JSON. */
export function snapshotDocument(result: SnapshotResult, check: boolean): string {
  const { path, next, changes, releases } = result;
  const changed = isToWrite(result);
  return jsonDocument("compshare-snapshot/1", {
    file: path,
    takenAt: next.takenAt,
    changed,
    written: changed && !check,
    listings: next.listings.map(({ source, region, images }) => ({ source, region, images: images.length })),
    changes,
    ...(releases === undefined ? {} : { releases: { file: releases.path, changed: releases.write } }),
  });
}

/** What a snapshot came to, for people. */
export function snapshotText(
  { shownPath, next, known, changes, write, releases }: SnapshotResult,
  check: boolean,
  { language, stdout }: Pick<Context, "language" | "stdout">,
): string {
  const separator = language === "zh" ? "、" : ", ";
  const listed = next.listings.map(({ source, region, images }) =>
    language === "zh"
      ? `${plainText(region)} 的 ${source} 镜像 ${images.length} 个`
      : `${images.length} ${source} images of ${plainText(region)}`,
  );
  const outcome = outcomeText(known, write, check, language);
  const path = plainText(shownPath);
  const first =
    language === "zh"
      ? `${path}：${listed.join(separator)}；${outcome}`
      : `${path}: ${listed.join(separator)}; ${outcome}`;
  const rows = textTable(changes.slice(0, mostShown).map(changeCells)).map((line, index) => {
    const [color] = marks[changes[index]?.kind ?? "changed"];
    return `  ${stdout.style(color, line)}`;
  });
  const more = changes.length - mostShown;
  const rest = more > 0 ? [language === "zh" ? `  ……另有 ${more} 个` : `  … ${more} more`] : [];
  const ofReleases = releases === undefined ? [] : [releasesText(releases, check, language)];
  return `${[first, ...rows, ...rest, ...ofReleases].join("\n")}\n`;
}

function releasesText(
  { shownPath, known, write }: NonNullable<SnapshotResult["releases"]>,
  check: boolean,
  language: Language,
): string {
  return `${plainText(shownPath)}${language === "zh" ? "：" : ": "}${outcomeText(known, write, check, language)}`;
}

function changeCells({ kind, name, id, members }: ChangedImage): readonly string[] {
  return [marks[kind][1], quoted(name, 48), plainText(id), members.join(", ")];
}

function outcomeText(known: boolean, write: boolean, check: boolean, language: Language): string {
  const [en, zh] = !write
    ? ["nothing differs", "没有变化"]
    : check
      ? ["has to be written", "需要重新写入"]
      : known
        ? ["written anew", "已重新写入"]
        : ["written", "已写入"];
  return language === "zh" ? zh : en;
}
