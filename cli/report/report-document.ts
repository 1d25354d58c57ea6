import * as z from "zod/mini";
import { CommandFailure } from "../failures.ts";
import { jsonDocument } from "../output/json-document.ts";
import type { KnownImage } from "../pins/engine-pin.ts";
import type { Section } from "./report.ts";

const schemaName = "compshare-report/1";

const text = z.nullish(z.string());

const image = z.object({
  id: z.string(),
  name: text,
  version: text,
  publishedAt: text,
  price: z.nullish(z.number()),
  tags: z.nullish(z.array(z.string())),
});

const pin = z.object({
  pin: z.string(),
  place: z.nullish(z.object({ path: z.string(), line: z.int().check(z.gte(1)) })),
  kind: z.enum(["created", "moved", "removed", "unchanged"]),
  before: z.nullish(image),
  after: z.nullish(image),
  status: text,
  newer: z.nullish(image),
  effects: z.array(z.object({ name: z.string(), type: z.string(), op: z.string() })),
});

const document = z.object({
  schema: z.literal(schemaName),
  sections: z.array(z.object({ project: text, stack: text, failed: z.boolean(), pins: z.array(pin) })),
});

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
  const parsed = z.safeParse(document, json(content));
  if (!parsed.success)
    throw new CommandFailure({
      en: `${name} is no report as \`compshare-images report --json\` writes it`,
      zh: `${name} 不是 \`compshare-images report --json\` 写出的报告`,
    });
  return parsed.data.sections.map(({ project, stack, failed, pins }) => ({
    project: project ?? undefined,
    stack: stack ?? undefined,
    failed,
    pins: pins.map((one) => ({
      ...one,
      place: one.place ?? undefined,
      status: one.status ?? undefined,
      before: known(one.before),
      after: known(one.after),
      newer: known(one.newer),
    })),
  }));
}

function known(given: z.output<typeof image> | null | undefined): KnownImage | undefined {
  if (given === null || given === undefined) return undefined;
  const { id, name, version, publishedAt, price, tags } = given;
  return {
    id,
    name: name ?? undefined,
    version: version ?? undefined,
    publishedAt: publishedAt ?? undefined,
    price: price ?? undefined,
    tags: tags ?? undefined,
  };
}

function json(content: string): unknown {
  try {
    return JSON.parse(content);
  } catch {
    return undefined;
  }
}
