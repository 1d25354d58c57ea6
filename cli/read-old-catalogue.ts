import { type CatalogueFile, catalogueSchema } from "../provider/listings/catalogue-file.ts";
import { readCatalogueFile } from "../provider/listings/read-catalogue-file.ts";
import { plainText, quoted } from "../provider/messages/plain-text.ts";
import { readIfThere } from "../provider/settings/read-if-there.ts";
import { CommandFailure } from "./failures.ts";

const schemaFamily = catalogueSchema.slice(0, catalogueSchema.indexOf("/") + 1);

/**
 * The catalogue file that a snapshot is to replace. It says what the snapshot lists, so one that cannot be read is
 * written over only where the command line says what to list (`listingsAreGiven`). Neither is one of a newer schema,
 * which holds what this version does not know of, nor a file that is no catalogue file.
 */
export async function readOldCatalogue(
  path: string,
  listingsAreGiven: boolean,
): Promise<CatalogueFile | undefined> {
  const text = await readIfThere(path);
  if (text === undefined || text.trim() === "") return undefined;
  const read = readCatalogueFile(text);
  if (read.flaw === undefined) {
    if (read.file.schema !== catalogueSchema) throw otherSchema(path, read.file.schema);
    return read.file;
  }
  const { flaw } = read;
  if (flaw.problem === "schema" && flaw.schema.startsWith(schemaFamily)) throw otherSchema(path, flaw.schema);
  if (!text.includes(`"${schemaFamily}`)) throw noCatalogue(path);
  if (!listingsAreGiven) throw broken(path);
  return undefined;
}

function otherSchema(path: string, schema: string): CommandFailure {
  const shown = plainText(path);
  return new CommandFailure({
    en: `${shown} has the schema ${quoted(schema)}, and this version writes ${catalogueSchema}; update compshare-images, or choose another file with -o`,
    zh: `${shown} 的格式为 ${quoted(schema)}，而本版本写入 ${catalogueSchema}；请升级 compshare-images，或用 -o 指定其他文件`,
  });
}

function broken(path: string): CommandFailure {
  const shown = plainText(path);
  return new CommandFailure({
    en: `${shown} is broken, so what it listed is not known; say what to list with --source and --region, or restore the file`,
    zh: `${shown} 已损坏，无法得知其收录的镜像目录；请用 --source 和 --region 指定要收录的内容，或恢复该文件`,
  });
}

function noCatalogue(path: string): CommandFailure {
  const shown = plainText(path);
  return new CommandFailure({
    en: `${shown} is no catalogue file; remove it, or choose another one with -o`,
    zh: `${shown} 不是目录文件；请删除它，或用 -o 指定其他文件`,
  });
}
