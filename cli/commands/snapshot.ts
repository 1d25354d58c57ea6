import { randomUUID } from "node:crypto";
import { relative, resolve } from "node:path";
import { sourceChoices } from "../../provider/contract/image-sources.ts";
import { type CatalogueFile, catalogueText } from "../../provider/listings/catalogue-file.ts";
import { readIfThere } from "../../provider/settings/read-if-there.ts";
import { resolveSettings } from "../../provider/settings/resolve-settings.ts";
import { changedImages, saysTheSame } from "../compare-catalogues.ts";
import type { Context } from "../context.ts";
import { exitCodes } from "../exit-codes.ts";
import { isToWrite, type SnapshotResult, snapshotDocument, snapshotText } from "../output/snapshot-text.ts";
import { readOldCatalogue } from "../read-old-catalogue.ts";
import { takeSnapshot, wantedListings } from "../take-snapshot.ts";
import { writeFiles } from "../write-files.ts";
import { command } from "./command.ts";
import { type ReleasesFile, releasesFile } from "./snapshot-releases.ts";

/** Days after which a file is written anew although nothing differs, so that its date does not grow old. */
const freshDays = 7;

const flags = {
  output: {
    type: "string",
    short: "o",
    value: "FILE",
    help: {
      en: "File to write. Default: the catalogue file that is configured, else compshare.catalog.json.",
      zh: "要写入的文件。默认为已配置的目录文件，否则为 compshare.catalog.json。",
    },
  },
  check: {
    type: "boolean",
    help: {
      en: "Writes nothing; exit code 7 if one of the files would be written.",
      zh: "不写文件；只要有一个文件需要写入，退出码就为 7。",
    },
  },
  source: {
    type: "string",
    value: "SOURCE",
    multiple: true,
    choices: sourceChoices,
    help: {
      en: "Catalogue to list; may be repeated. Default: what the file lists already, else platform and community.",
      zh: "要收录的镜像目录，可重复给出。默认为文件已收录的镜像目录，否则为 platform 和 community。",
    },
  },
  region: {
    type: "string",
    value: "REGION",
    multiple: true,
    help: {
      en: "Region to list; may be repeated. Default: what the file lists already, else the configured one.",
      zh: "要收录的地域，可重复给出。默认为文件已收录的地域，否则为已配置的地域。",
    },
  },
} as const;

/** Writes the catalogue file. */
export const snapshot = command({
  usage: "[--check] [-o FILE] [FLAGS]",
  help: {
    en: "Writes what CompShare lists into a file, an image a line, so that previews, tests and this command line can work from it without keys and without a network. It is written only if images differ or if it is 7 days old. Where files in this folder have annotations, the versions that their queries find go into compshare.releases.json beside it, for Renovate.",
    zh: "把 CompShare 的镜像目录写入文件，每行一个镜像，之后预览、测试和本命令行都可以只用该文件作答，不需要密钥，也不访问网络。只有镜像有变化或文件已满 7 天时才会写入。当前文件夹中有带注释的镜像 ID 时，还会在同一位置写入 compshare.releases.json，列出各查询对应的版本，供 Renovate 使用。",
  },
  examples: [
    "compshare-images snapshot",
    "compshare-images snapshot --source platform --region cn-wlcb --region cn-sh2",
    "compshare-images snapshot --check",
  ],
  flags,
  run: async (context) => {
    const path = await outputPath(context.flags.output, context);
    const { source, region } = context.flags;
    const old = await readOldCatalogue(path, source !== undefined || region !== undefined);
    const lookup = await context.openLookup({ live: true });
    const wanted = wantedListings(source, region, old?.listings ?? [], lookup);
    const takenAt = new Date(context.now()).toISOString().slice(0, 10);
    const next = await takeSnapshot(wanted, takenAt, lookup, context.signal);
    const stale =
      old === undefined || Date.parse(takenAt) - Date.parse(old.takenAt) >= freshDays * 86_400_000;
    const known = old !== undefined;
    const differs = stale || !saysTheSame(old, next);
    const releases = await releasesOf(differs ? next : (old ?? next), path, context);
    const result: SnapshotResult = {
      path,
      shownPath: relative(context.cwd, path),
      next,
      known,
      changes: known ? changedImages(old.listings, next.listings) : [],
      write: differs,
      releases,
    };
    const check = context.flags.check === true;
    if (!check) await write(result, releases);
    const { format, stdout } = context;
    stdout.write(format === "json" ? snapshotDocument(result, check) : snapshotText(result, check, context));
    return check && isToWrite(result) ? exitCodes.findings : exitCodes.done;
  },
});

async function write(
  { path, next, write }: SnapshotResult,
  releases: (ReleasesFile & { readonly write: boolean }) | undefined,
): Promise<void> {
  const changes = [
    ...(write ? [{ path, after: catalogueText(next) }] : []),
    ...(releases?.write === true ? [{ path: releases.path, after: releases.text }] : []),
  ];
  await writeFiles(changes, randomUUID());
}

/** The releases file, and whether it is what is there. */
async function releasesOf(
  file: CatalogueFile,
  path: string,
  context: Context,
): Promise<(ReleasesFile & NonNullable<SnapshotResult["releases"]>) | undefined> {
  const releases = await releasesFile(file, path, context);
  if (releases === undefined) return undefined;
  const there = await readIfThere(releases.path);
  const shownPath = relative(context.cwd, releases.path);
  return { ...releases, shownPath, known: there !== undefined, write: there !== releases.text };
}

async function outputPath(
  output: string | undefined,
  { cwd, configuration, environment }: Pick<Context, "cwd" | "configuration" | "environment">,
): Promise<string> {
  if (output !== undefined) return resolve(cwd, output);
  const { catalogFile = "compshare.catalog.json" } = resolveSettings(await configuration(), environment);
  return resolve(cwd, catalogFile);
}
