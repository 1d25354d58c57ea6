import * as z from "zod/mini";
import { CommandFailure } from "../failures.ts";
import { parseJson } from "../parse-json.ts";

const members = z.nullish(z.record(z.string(), z.unknown()));

const resource = z.object({
  urn: z.optional(z.string()),
  type: z.optional(z.string()),
  id: z.optional(z.string()),
  inputs: members,
  outputs: members,
  dependencies: z.nullish(z.array(z.string())),
});

/** A resource as a state or a preview shows it. */
export type EngineResource = z.output<typeof resource>;

const digestStep = z.object({
  op: z.string(),
  urn: z.string(),
  oldState: z.nullish(resource),
  newState: z.nullish(resource),
});

const digest = z.object({
  steps: z.nullish(z.array(digestStep)),
  diagnostics: z.nullish(z.array(z.object({ severity: z.string(), message: z.string() }))),
  changeSummary: z.nullish(z.record(z.string(), z.unknown())),
});

const stepEvent = z.object({
  metadata: z.object({ op: z.string(), urn: z.string(), old: z.nullish(resource), new: z.nullish(resource) }),
});

const event = z.object({
  sequence: z.number(),
  resourcePreEvent: z.optional(stepEvent),
  resOutputsEvent: z.optional(stepEvent),
  diagnosticEvent: z.optional(z.object({ severity: z.optional(z.string()) })),
  summaryEvent: z.optional(z.object({ result: z.optional(z.string()) })),
});

const state = z.object({
  deployment: z.object({ resources: z.nullish(z.array(resource)) }),
});

/** What a preview does to one resource, in the order of the preview. */
export interface Step {
  readonly op: string;
  readonly urn: string;
  readonly before: EngineResource | undefined;
  readonly after: EngineResource | undefined;
}

/** What Pulumi wrote as JSON: the state of a stack, or a preview. */
export type EngineJson =
  | { readonly kind: "state"; readonly resources: readonly EngineResource[] }
  | { readonly kind: "preview"; readonly steps: readonly Step[]; readonly failed: boolean };

/** Reads `pulumi stack export`, or `pulumi preview --json` in either of its forms. `name` is how errors call it. */
export function readEngineJson(text: string, name: string): EngineJson {
  if (text.trim() === "") throw emptyFile(name);
  const whole = parseJson(text);
  if (whole === undefined) return readEvents(text, name);
  if (isObject(whole) && "deployment" in whole) {
    const found = z.safeParse(state, whole);
    if (!found.success) throw unknownForm(name);
    return { kind: "state", resources: found.data.deployment.resources ?? [] };
  }
  if (isObject(whole) && "sequence" in whole) return readEvents(text, name);
  const preview = isObject(whole) && !Array.isArray(whole) ? z.safeParse(digest, whole) : undefined;
  if (preview?.success !== true || !isDigest(preview.data)) throw unknownForm(name);
  return readDigest(preview.data);
}

function isDigest({ steps, diagnostics, changeSummary }: z.output<typeof digest>): boolean {
  return steps !== undefined || diagnostics !== undefined || changeSummary !== undefined;
}

function readDigest({ steps, diagnostics }: z.output<typeof digest>): EngineJson {
  return {
    kind: "preview",
    steps: (steps ?? []).map(({ op, urn, oldState, newState }) => ({
      op,
      urn,
      before: oldState ?? undefined,
      after: newState ?? undefined,
    })),
    failed: (diagnostics ?? []).some(({ severity }) => severity === "error"),
  };
}

/** A preview with PULUMI_ENABLE_STREAMING_JSON_PREVIEW: one event a line. */
function readEvents(text: string, name: string): EngineJson {
  const steps: Step[] = [];
  let failed = false;
  let ended = false;
  for (const [index, line] of text.split("\n").entries()) {
    if (line.trim() === "") continue;
    const read = z.safeParse(event, parseJson(line));
    if (!read.success) throw brokenLine(name, index + 1);
    const { resourcePreEvent, resOutputsEvent, diagnosticEvent, summaryEvent } = read.data;
    const step = (resOutputsEvent ?? resourcePreEvent)?.metadata;
    if (step !== undefined)
      steps.push({ op: step.op, urn: step.urn, before: step.old ?? undefined, after: step.new ?? undefined });
    if (diagnosticEvent?.severity === "error") failed = true;
    if (summaryEvent !== undefined) {
      ended = true;
      if (summaryEvent.result === "failed") failed = true;
    }
  }
  return { kind: "preview", steps, failed: failed || !ended };
}

function isObject(value: unknown): value is object {
  return typeof value === "object" && value !== null;
}

function emptyFile(name: string): CommandFailure {
  return new CommandFailure({
    en: `${name} is empty; did the Pulumi command that wrote it fail?`,
    zh: `${name} 为空；生成它的 Pulumi 命令是否失败了？`,
  });
}

function brokenLine(name: string, line: number): CommandFailure {
  return new CommandFailure({
    en: `${name}, line ${line}: not JSON as \`pulumi preview --json\` or \`pulumi stack export\` writes it`,
    zh: `${name} 第 ${line} 行：不是 \`pulumi preview --json\` 或 \`pulumi stack export\` 输出的 JSON`,
  });
}

function unknownForm(name: string): CommandFailure {
  return new CommandFailure({
    en: `${name} is JSON, but neither of \`pulumi preview --json\` nor of \`pulumi stack export\``,
    zh: `${name} 是 JSON，但既不来自 \`pulumi preview --json\`，也不来自 \`pulumi stack export\``,
  });
}
