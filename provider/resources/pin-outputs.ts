import type { Image } from "../contract/image.ts";
import { type ImagePinOutputs, imagePinOutputs } from "../contract/image-pin.ts";
import type { Members } from "../contract/members.ts";
import { imageVersion } from "../lookup/versions/image-version.ts";
import { english, messages } from "../messages/messages.ts";
import { plainText, quoted } from "../messages/plain-text.ts";
import { type Warning, warningText } from "../messages/warnings.ts";
import type { Choice } from "./pin-choice.ts";
import type { ResourceState } from "./resource.ts";

/** All outputs; what is not there is null, since an absent output would be one that is not known yet. */
export function allOutputs(facts: Members): Members {
  return Object.fromEntries(Object.keys(imagePinOutputs.shape).map((name) => [name, facts[name] ?? null]));
}

/** Outputs of a pin that is made now. */
export function pinOutputs({ image, region, warnings }: Choice, time: number): Members {
  return allOutputs({
    ...imageFacts(image),
    region,
    resolvedAt: new Date(time).toISOString().replace(/\.\d+Z$/, "Z"),
    warnings: stateTexts(warnings),
  });
}

/** What a pin says of its image. */
export function imageFacts(image: Image): Members {
  return { ...image, imageId: image.id, version: imageVersion(image)?.text };
}

/** What a pin that stays says anew of its image: the rest is what it was when it was pinned. */
export function seenOutputs({ image, warnings }: Choice): Members {
  return { source: image.source, status: image.status, warnings: stateTexts(warnings) };
}

/** What a pin says of a newer image. */
export function newerOf(image: Image): NonNullable<ImagePinOutputs["newerAvailable"]> {
  const { id, name, publishedAt } = image;
  return { id, name, version: imageVersion(image)?.text, publishedAt };
}

/** An image for the terminal, with its date. */
export function datedImage({ name, id, publishedAt }: Pick<Image, "id" | "name" | "publishedAt">): string {
  return messages().images.pins.dated(quoted(name), plainText(id), publishedAt?.slice(0, 10) ?? "");
}

/** The same for the image of a pin: the state knows it, whatever became of it. */
export function datedPin({ id, outputs: { name, publishedAt } }: ResourceState): string {
  return datedImage({
    id,
    name: String(name),
    publishedAt: typeof publishedAt === "string" ? publishedAt : undefined,
  });
}

/** Warnings as the state keeps them: in English, so that it is the same on every machine. */
export function stateTexts(warnings: readonly Warning[]): string[] {
  return warnings.map((warning) => warningText(warning, english));
}

/** An image for the terminal, with its version, where versions decide. */
export function versionedImage(image: Image): string {
  return versioned(datedImage(image), imageVersion(image)?.text);
}

/** The same for the image of a pin. */
export function versionedPin(state: ResourceState): string {
  const { version } = state.outputs;
  return versioned(datedPin(state), typeof version === "string" ? version : undefined);
}

function versioned(image: string, version: string | undefined): string {
  return version === undefined ? image : messages().images.pins.versioned(image, plainText(version));
}
