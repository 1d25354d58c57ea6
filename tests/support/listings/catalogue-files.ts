import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Image } from "../../../provider/contract/image.ts";
import { type CatalogueFile, catalogueText } from "../../../provider/listings/catalogue-file.ts";
import { makeImage } from "./make-image.ts";

/** A day, counted from today, in UTC. */
export function day(fromToday: number): string {
  return new Date(Date.now() + fromToday * 86_400_000).toISOString().slice(0, 10);
}

/** An image of a file: `vLLM v0.10` published on day 10 of 2026. */
export function fileImage(name: string, publishedOn: number, more: Partial<Image> = {}): Image {
  return makeImage({
    id: `compshareImage-${name.replaceAll(/[^a-z0-9]/gi, "")}`,
    name,
    official: true,
    publishedAt: new Date(Date.UTC(2026, 0, publishedOn)).toISOString().replace(".000Z", "Z"),
    ...more,
  });
}

/** A catalogue file with these platform images of cn-wlcb. */
export function fileOf(images: readonly Image[], more: Partial<CatalogueFile> = {}): string {
  return catalogueText({
    takenAt: day(0),
    listings: [{ source: "platform", region: "cn-wlcb", images }],
    tags: [{ region: "cn-wlcb", tags: ["vLLM"], categories: { 推理: ["vLLM"] } }],
    ...more,
  });
}

/** Name of the file in a project, as the tests configure it. */
export const fileName = "compshare.catalog.json";

/** Writes the catalogue file of a project. */
export function putFile(folder: string, text: string): Promise<void> {
  return writeFile(join(folder, fileName), text);
}
