import { isUnknown } from "../contract/engine-marks.ts";
import type { Image } from "../contract/image.ts";
import type { Members } from "../contract/members.ts";
import { noteOddMembers } from "../ucloud/odd-members.ts";
import { imageVersion } from "./versions/image-version.ts";
import { readVersion } from "./versions/read-version.ts";

/** A pin as its state has it; an output without a value is null there. */
export interface Remembered {
  readonly id: string;
  readonly outputs: Members;
}

/** The text of an output; `undefined` where it is no text, or not known yet. */
export function knownText(value: unknown): string | undefined {
  return typeof value === "string" && !isUnknown(value) ? value : undefined;
}

/**
 * The image of a pin as its state knows it, for what CompShare no longer has. What a state does not keep, or what cannot
 * be read of it, is unknown and not absent, so that it never decides about a move.
 */
export function rememberedImage({ id, outputs }: Remembered): Image {
  const text = (name: string): string | undefined => knownText(outputs[name]);
  const { price } = outputs;
  const facts = {
    publishedAt: text("publishedAt"),
    createdAt: text("createdAt"),
    price: typeof price === "number" ? price : undefined,
  };
  const version = rememberedVersion(text);
  const image = {
    id,
    name: text("name") ?? "",
    source: text("source") ?? "",
    tags: [],
    official: false,
    certified: false,
    ...facts,
    versionName: version,
  };
  const kept = ["publishedAt", "createdAt", "price"] as const;
  return noteOddMembers(image, [
    "cudaVersion",
    "sizeMb",
    // An image without any version has none of its framework either.
    ...(version === undefined ? [] : (["frameworkVersion"] as const)),
    ...kept.filter((name) => facts[name] === undefined && outputs[name] !== null),
  ]);
}

/**
 * The inputs of a pin as its state has them. One that a program only reads by its ID has none at all, not even the one
 * that a check adds, and no query that could find another image.
 */
export function rememberedInputs(id: string, inputs: Members): Members {
  return Object.keys(inputs).length === 0 ? { imageId: id } : inputs;
}

/** The version of a pin. Earlier plugins kept three numbers only: where the image's own texts say more, that counts. */
function rememberedVersion(output: (name: string) => string | undefined): string | undefined {
  const kept = readVersion(output("version"));
  const own = imageVersion({ name: output("name") ?? "", versionName: output("versionName") });
  if (kept === undefined || own === undefined) return (kept ?? own)?.text;
  const isThree = kept.text === kept.numbers.slice(0, 3).join(".");
  const saysMore = isThree && kept.numbers.every((number, index) => own.numbers[index] === number);
  return (saysMore ? own : kept).text;
}
