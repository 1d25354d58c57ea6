import type { Image } from "../../provider/contract/image.ts";
import type { Annotation } from "../annotations/annotation.ts";
import type { KnownImage } from "../pins/engine-pin.ts";
import { factsOf } from "../pins/image-facts.ts";
import type { Section } from "./report.ts";
import type { PinChange } from "./report-schema.ts";

/** Compares the annotations of two states of a repository. `imagesById` knows what a catalogue says, if one was read. */
export function reportAnnotations(
  before: readonly Annotation[],
  after: readonly Annotation[],
  imagesById: ReadonlyMap<string, Image>,
): Section {
  const left = keyed(before);
  const right = keyed(after);
  const keys = [...new Set([...right.keys(), ...left.keys()])];
  const known = (one: Annotation | undefined): KnownImage | undefined => one && knownImage(one, imagesById);
  const pins = keys.flatMap((key): readonly PinChange[] => {
    const [old, next] = [left.get(key), right.get(key)];
    const one = next ?? old;
    if (one === undefined) return [];
    const kind =
      next === undefined
        ? "removed"
        : old === undefined
          ? "created"
          : old.id === next.id
            ? "unchanged"
            : "moved";
    const place = { path: one.path, line: one.line + 1 };
    const after = known(next);
    // What a catalogue has not is not gone for that.
    const status = next && imagesById.get(next.id)?.status;
    return [{ pin: one.label ?? one.text, place, kind, before: known(old), after, status, effects: [] }];
  });
  return { project: undefined, stack: undefined, failed: false, pins };
}

/** Annotations by what stays when their ID is changed: file, label or query, and which of several that is. */
function keyed(annotations: readonly Annotation[]): ReadonlyMap<string, Annotation> {
  const byKey = new Map<string, Annotation>();
  for (const one of annotations) {
    const name = one.label === undefined ? `:${one.text}` : `(${one.label})`;
    let key = `${one.path}\0${name}`;
    while (byKey.has(key)) key += "\0";
    byKey.set(key, one);
  }
  return byKey;
}

/** What is known of an image: what the catalogue says, else what the line itself says. */
function knownImage({ id, shown }: Annotation, imagesById: ReadonlyMap<string, Image>): KnownImage {
  const image = imagesById.get(id);
  if (image === undefined) return { id, name: shown?.text };
  return factsOf(image);
}
