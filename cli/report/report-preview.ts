import type { EngineResource, Step } from "../pins/engine-json.ts";
import { imageOfPin, isPin, standingOfPin } from "../pins/engine-pin.ts";
import { readUrn } from "../pins/urn.ts";
import type { ChangeKind, Effect, PinChange, Section } from "./report.ts";

/** What a preview does to one resource, all its steps together. */
interface Merged {
  readonly urn: string;
  readonly ops: ReadonlySet<string>;
  readonly before: EngineResource | undefined;
  readonly after: EngineResource | undefined;
}

/** What a preview does to the pins of a stack. */
export function reportPreview(preview: {
  readonly steps: readonly Step[];
  readonly failed: boolean;
}): Section {
  const merged = mergeSteps(preview.steps);
  const first = preview.steps.map(({ urn }) => readUrn(urn)).find((parts) => parts !== undefined);
  return {
    // A preview that failed before its first step names no stack.
    project: first?.project ?? "",
    stack: first?.stack ?? "",
    failed: preview.failed,
    pins: merged.filter(({ urn }) => isPin(urn)).map((pin) => pinChange(pin, merged)),
  };
}

/** A replacement is several steps, and a refresh is one more in front. */
function mergeSteps(steps: readonly Step[]): readonly Merged[] {
  const byUrn = new Map<string, Merged>();
  for (const { op, urn, before, after } of steps) {
    const known = byUrn.get(urn);
    // What is deleted is the old one of a replacement, and comes last.
    const isNext = after !== undefined && op !== "delete-replaced";
    byUrn.set(urn, {
      urn,
      ops: new Set([...(known?.ops ?? []), op]),
      before: known?.before ?? before,
      after: isNext ? after : known?.after,
    });
  }
  return [...byUrn.values()];
}

function pinChange(pin: Merged, all: readonly Merged[]): PinChange {
  const { urn, before, after, ops } = pin;
  const old = before && imageOfPin(before);
  const deleted = ops.has("delete") && !isReplaced(ops);
  const next = deleted || after === undefined ? undefined : imageOfPin(after);
  const kind = kindOf(before !== undefined, deleted, old?.id !== undefined && old.id === next?.id);
  const standing = kind === "unchanged" && after !== undefined ? standingOfPin(after) : undefined;
  return {
    pin: readUrn(urn)?.name ?? urn,
    kind,
    before: old,
    after: next,
    ...standing,
    effects: kind === "unchanged" ? [] : effectsOf(pin, old?.id, next?.id, all),
  };
}

function kindOf(wasThere: boolean, deleted: boolean, same: boolean): ChangeKind {
  if (deleted) return "removed";
  if (!wasThere) return "created";
  return same ? "unchanged" : "moved";
}

const replacing = ["replace", "create-replacement", "delete-replaced", "import-replacement"];

function isReplaced(ops: ReadonlySet<string>): boolean {
  return replacing.some((op) => ops.has(op));
}

/** The operation that people know, of all steps of a resource; `undefined` when nothing happens to it. */
function mainOp(ops: ReadonlySet<string>): string | undefined {
  if (isReplaced(ops)) return "replace";
  return ["create", "import", "update", "delete"].find((op) => ops.has(op));
}

/** Resources that change and depend on the pin, or take its ID, whatever the form of the preview tells. */
function effectsOf(
  pin: Merged,
  old: string | undefined,
  next: string | undefined,
  all: readonly Merged[],
): readonly Effect[] {
  return all.flatMap((other) => {
    const op = mainOp(other.ops);
    const parts = readUrn(other.urn);
    if (op === undefined || parts === undefined || isPin(other.urn)) return [];
    const depends = [other.before, other.after].some((one) => one?.dependencies?.includes(pin.urn) === true);
    const takes = mentions(other.before?.inputs, old) || mentions(other.after?.inputs, next);
    return depends || takes ? [{ name: parts.name, type: parts.type, op }] : [];
  });
}

/** Whether a value holds an ID, by itself or within a text, at any depth. */
function mentions(value: unknown, id: string | undefined): boolean {
  if (id === undefined) return false;
  if (typeof value === "string") return value.includes(id);
  if (typeof value !== "object" || value === null) return false;
  return Object.values(value).some((member) => mentions(member, id));
}
