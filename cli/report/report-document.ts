import * as z from "zod/mini";
import { CommandFailure } from "../failures.ts";
import { jsonDocument } from "../output/json-document.ts";
import { parseJson } from "../parse-json.ts";
import type { Section } from "./report.ts";
import { reportBody } from "./report-schema.ts";

const schemaName = "compshare-report/1";

const document = z.object({ schema: z.literal(schemaName), ...reportBody.shape });

/** A report as a JSON document. */
export function reportDocument(sections: readonly Section[]): string {
  return jsonDocument(schemaName, {
    sections: sections.map(({ project, stack, failed, pins }) => ({
      project: project ?? null,
      stack: stack ?? null,
      failed,
      pins,
    })),
  });
}

/** Reads such a document, which another job has written: nothing of it is taken for more than text. */
export function readReportDocument(content: string, name: string): readonly Section[] {
  const parsed = z.safeParse(document, parseJson(content));
  if (!parsed.success)
    throw new CommandFailure({
      en: `${name} is no report as \`compshare-images report --json\` writes it`,
      zh: `${name} 不是 \`compshare-images report --json\` 写出的报告`,
    });
  return parsed.data.sections.map(({ project, stack, failed, pins }) => ({
    project: project ?? undefined,
    stack: stack ?? undefined,
    failed,
    pins,
  }));
}
