import { type AnnotatedFile, annotatedFiles } from "./annotated-files.ts";
import type { ReadAnnotations } from "./annotation.ts";
import { joinAnnotations } from "./check-labels.ts";
import { readAnnotations } from "./read-annotations.ts";

/** The annotations of a folder, and the files that they stand in. */
export interface CollectedAnnotations extends ReadAnnotations {
  readonly files: readonly AnnotatedFile[];
}

/** Reads the annotations of all files of a folder. */
export async function collectAnnotations(folder: string): Promise<CollectedAnnotations> {
  const files = await annotatedFiles(folder);
  return { files, ...annotationsOf(files) };
}

/** Reads the annotations of files, wherever their texts are from. */
export function annotationsOf(files: readonly AnnotatedFile[]): ReadAnnotations {
  return joinAnnotations(files.map(annotationsIn));
}

function annotationsIn({ path, text }: AnnotatedFile): ReadAnnotations {
  if (text !== undefined) return readAnnotations(path, text);
  const reason = {
    en: "the file is not UTF-8; it is left alone",
    zh: "文件不是 UTF-8 编码，不作处理",
  };
  return { annotations: [], problems: [{ path, line: 1, reason }] };
}
