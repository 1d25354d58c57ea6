import type * as z from "zod/mini";
import { isUnknown } from "../../provider/contract/engine-marks.ts";
import { pinnedInput } from "../../provider/contract/image-pin.ts";
import { tokenOf } from "../../provider/contract/tokens.ts";
import { readUrn } from "../../provider/contract/urn.ts";
import { knownText, type Remembered } from "../../provider/lookup/remembered-image.ts";
import type { knownImage } from "../report/report-schema.ts";
import type { EngineResource } from "./engine-json.ts";

const pinType = tokenOf("ImagePin");

/** What is known of an image without asking CompShare. */
export type KnownImage = z.output<typeof knownImage>;

/** Whether a URN is that of a pin. */
export function isPin(urn: string): boolean {
  return readUrn(urn)?.type === pinType;
}

/** The image of a pin; `undefined` where it is not known yet. Its outputs say more than what its check has added. */
export function imageOfPin({ id, inputs, outputs }: EngineResource): KnownImage | undefined {
  const facts = { ...asMembers(inputs?.[pinnedInput]), ...present(outputs ?? {}) };
  const found = [outputs?.["imageId"], id, facts["imageId"]].find(isImageId);
  if (found === undefined) return undefined;
  const { name, version, publishedAt, price, tags } = facts;
  return {
    id: found,
    name: knownText(name),
    version: knownText(version),
    publishedAt: knownText(publishedAt),
    price: typeof price === "number" ? price : undefined,
    tags: Array.isArray(tags) ? tags.filter((tag) => typeof tag === "string") : undefined,
  };
}

/** The pin of an image as its state has it, where its check has added what a preview may leave out. */
export function rememberedPin(id: string, { inputs, outputs }: EngineResource): Remembered {
  return { id, outputs: { ...asMembers(inputs?.[pinnedInput]), ...outputs } };
}

/** What a refresh wrote about the image of a pin: its state, and a newer image. */
export function standingOfPin({ outputs }: EngineResource): {
  readonly status: string | undefined;
  readonly newer: KnownImage | undefined;
} {
  const newer = asMembers(outputs?.["newerAvailable"]);
  const id = newer["id"];
  return {
    status: knownText(outputs?.["status"]),
    newer: isImageId(id)
      ? {
          id,
          name: knownText(newer["name"]),
          version: knownText(newer["version"]),
          publishedAt: knownText(newer["publishedAt"]),
        }
      : undefined,
  };
}

/** An image ID; what is not known in a preview is text too, and no image has such an ID. */
function isImageId(value: unknown): value is string {
  return typeof value === "string" && /^[\w-]+$/.test(value) && !isUnknown(value);
}

function asMembers(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null ? { ...value } : {};
}

function present(members: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  return Object.fromEntries(
    Object.entries(members).filter(([, value]) => value !== null && value !== undefined),
  );
}
