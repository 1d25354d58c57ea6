// How Pulumi's engine marks what is no plain data, in every language and in every file that it writes.

/** Member that marks an object as more than data. */
export const signatureKey = "4dabf18193072939515e22adb298388d";

/** What that member says of a secret, whose value is beside it. */
export const secretMark = "1b47061264138c4ac30d75fd1eb44270";

/** What that member says of an output, which may be secret, or have no value yet. */
export const outputMark = "d0e6a833031e9bbcd3f4e8bde6ca49a4";

/** Texts that stand for values that are not known yet, one for each kind of value. */
const unknownTexts: ReadonlySet<unknown> = new Set([
  "04da6b54-80e4-46f7-96ec-b56ff0331ba9",
  "1c4a061d-8072-4f0a-a4cb-0ff528b18fe7",
  "3eeb2bf0-c639-47a8-9e75-3b44932eb421",
  "6a19a0b0-7e62-4c92-b797-7f8e31da9cc2",
  "dd056dcd-154b-4c76-9bd3-c8f88648b5ff",
  "030794c1-ac77-496b-92df-f27374a8bd58",
  "e48ece36-62e2-4504-bad9-02848725956a",
]);

/** Whether a value stands for one that is not known yet. */
export function isUnknown(value: unknown): boolean {
  return unknownTexts.has(value);
}
