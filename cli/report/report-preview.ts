import { readUrn } from "../../provider/contract/urn.ts";
import type { EngineResource, Step } from "../pins/engine-json.ts";
import { imageOfPin, isPin, standingOfPin } from "../pins/engine-pin.ts";
import type { Section } from "./report.ts";
import type { Effect, PinChange } from "./report-schema.ts";

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
  const changed = changedResources(merged);
  const first = preview.steps.map(({ urn }) => readUrn(urn)).find((parts) => parts !== undefined);
  return {
    // A preview that failed before its first step names no stack.
    project: first?.project ?? "",
    stack: first?.stack ?? "",
    failed: preview.failed,
    pins: merged.filter(({ urn }) => isPin(urn)).map((pin) => pinChange(pin, changed)),
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

function pinChange(pin: Merged, changed: readonly Changed[]): PinChange {
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
    effects: kind === "unchanged" ? [] : effectsOf(urn, old?.id, next?.id, changed),
  };
}

function kindOf(wasThere: boolean, deleted: boolean, same: boolean): PinChange["kind"] {
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

/** A resource that changes, and the pins that it may change with. */
interface Changed {
  readonly effect: Effect;
  /** URNs that it depends on. */
  readonly dependencies: ReadonlySet<string>;
  /** Image IDs in its inputs, before and after. */
  readonly before: ReadonlySet<string>;
  readonly after: ReadonlySet<string>;
}

/** Everything but pins that changes; each resource is looked through once, whatever the number of pins. */
function changedResources(all: readonly Merged[]): readonly Changed[] {
  return all.flatMap(({ urn, ops, before, after }) => {
    const op = mainOp(ops);
    const parts = readUrn(urn);
    if (op === undefined || parts === undefined || isPin(urn)) return [];
    return [
      {
        effect: { name: parts.name, type: parts.type, op },
        dependencies: new Set([...(before?.dependencies ?? []), ...(after?.dependencies ?? [])]),
        before: imageIds(before?.inputs),
        after: imageIds(after?.inputs),
      },
    ];
  });
}

/** Resources that depend on the pin, or take its ID, whatever the form of the preview tells. */
function effectsOf(
  urn: string,
  old: string | undefined,
  next: string | undefined,
  changed: readonly Changed[],
): Effect[] {
  return changed
    .filter(
      ({ dependencies, before, after }) =>
        dependencies.has(urn) ||
        (old !== undefined && before.has(old)) ||
        (next !== undefined && after.has(next)),
    )
    .map(({ effect }) => effect);
}

/** The image IDs in a value, by themselves or within a text, at any depth. */
function imageIds(value: unknown, found: Set<string> = new Set()): ReadonlySet<string> {
  if (typeof value === "string") {
    if (value.includes("compshareImage-"))
      for (const [id] of value.matchAll(/compshareImage-[\w-]+/g)) found.add(id);
  } else if (typeof value === "object" && value !== null) {
    for (const member of Object.values(value)) imageIds(member, found);
  }
  return found;
}
