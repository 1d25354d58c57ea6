import { fieldFacts } from "../contract/field.ts";
import { type Image, type ImageMember, image } from "../contract/image.ts";

// Beside the images, so that no output, state or comparison ever meets it, and that the usual image pays nothing.
const oddOf = new WeakMap<Image, readonly ImageMember[]>();

const none: readonly ImageMember[] = [];

let anyNoted = false;

/** Whether any image of the process has an odd member; nearly always none has, and nobody need look. */
export function hasOddImages(): boolean {
  return anyNoted;
}

/**
 * Members that the row of an image had, but not of the documented type. Their values are unknown: in the image itself
 * they look as if the row did not have them.
 */
export function oddMembers(of: Image): readonly ImageMember[] {
  return oddOf.get(of) ?? none;
}

/** Whether one of the members that are read of an image is odd. */
export function anyOdd(of: Image, reads: (image: Image) => readonly ImageMember[]): boolean {
  const odd = anyNoted ? oddMembers(of) : none;
  if (odd.length === 0) return false;
  const members = reads(of);
  return odd.some((member) => members.includes(member));
}

/** Notes the odd members of an image, once. */
export function noteOddMembers(of: Image, members: readonly ImageMember[]): Image {
  if (members.length > 0) {
    anyNoted = true;
    oddOf.set(of, members);
  }
  return of;
}

/** From so many odd rows on, and none that is right, it is the format and not a publisher. */
const leastRows = 10;

/**
 * Wire name of a member that is odd in every image of a listing that has it, and in at least ten: CompShare has changed
 * its format, and every result about that member would be wrong. `undefined` when there is none.
 */
export function changedFormat(images: readonly Image[]): string | undefined {
  if (!anyNoted) return undefined;
  const counts = new Map<ImageMember, number>();
  for (const one of images) {
    for (const member of oddMembers(one)) counts.set(member, (counts.get(member) ?? 0) + 1);
  }
  for (const [member, count] of counts) {
    if (count >= leastRows && !images.some((one) => has(one, member))) {
      const wire = fieldFacts.get(image.shape[member])?.wire;
      return [wire ?? member].flat()[0] ?? member;
    }
  }
  return undefined;
}

/** Whether an image has a value of a member. The empty text and list stand for none, where they are the default. */
function has(one: Image, member: ImageMember): boolean {
  const value = one[member];
  return value !== undefined && value !== "" && !(Array.isArray(value) && value.length === 0);
}
