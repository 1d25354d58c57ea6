import { type Image, type ImageMember, image } from "../contract/image.ts";
import type { Members } from "../contract/members.ts";
import { createFieldReader } from "./read-field.ts";
import { sharedList, sharedText } from "./shared-values.ts";

/**
 * What every image is a copy of, so that all have one shape: V8 keeps objects that grow by twenty names as tables, at
 * twice the memory. Members that a row does not have are as the contract says.
 */
export const blankImage: Members = Object.fromEntries(
  Object.entries(image.shape).map(([name, schema]) => {
    const { missing } = createFieldReader(name, schema);
    return [name, Array.isArray(missing) ? Object.freeze(missing) : missing];
  }),
);

/** The image of members that their schemas have taken one by one, which the types cannot follow. */
export function imageOf(members: Members): Image {
  return members as Image;
}

/** Texts that hardly two images share; looking for equal ones would only take time. */
const ownTexts: ReadonlySet<string> = new Set<ImageMember>(["name", "createdAt", "publishedAt", "updatedAt"]);

/** A value as images keep it: equal ones once. */
export function kept(name: string, value: unknown): unknown {
  if (typeof value === "string") return ownTexts.has(name) ? value : sharedText(value);
  return Array.isArray(value) && typeof value[0] === "string" ? sharedList(value) : value;
}
