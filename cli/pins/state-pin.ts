import * as z from "zod/mini";
import { signatureKey } from "../../provider/contract/engine-marks.ts";
import { type Image, type ImageSource, imageSources } from "../../provider/contract/image.ts";
import { type ImagePinInputs, imagePinInputs, pinnedInput } from "../../provider/contract/image-pin.ts";
import { readUrn } from "../../provider/contract/urn.ts";
import { resolveScope, type Scope } from "../../provider/listings/scope.ts";
import { findMatches } from "../../provider/lookup/find-images.ts";
import type { Lookup } from "../../provider/lookup/lookup.ts";
import { newerImage } from "../../provider/lookup/newer-image.ts";
import { rememberedImage, rememberedInputs } from "../../provider/lookup/remembered-image.ts";
import type { Localized } from "../localized.ts";
import type { EngineResource } from "./engine-json.ts";
import { imageOfPin, rememberedPin } from "./engine-pin.ts";
import { findById } from "./find-by-id.ts";
import { factsOf } from "./image-facts.ts";
import { type Finding, type Standing, statusFindings } from "./standing.ts";

/** The image of a pin of a stack, by the state or by a preview. */
export interface StatePin {
  readonly urn: string;
  readonly resource: EngineResource;
}

/** What there is to know of the image of a pin; `undefined` if its image is not known yet. */
export async function statePin(
  { urn, resource }: StatePin,
  lookup: Lookup,
  signal: AbortSignal,
): Promise<Standing | undefined> {
  const pinned = imageOfPin(resource);
  const parts = readUrn(urn);
  if (pinned === undefined || parts === undefined) return undefined;
  const named = { pin: parts.name, stack: `${parts.project}/${parts.stack}` };
  const inputs = queryOf(rememberedInputs(pinned.id, resource.inputs ?? {}));
  if ("en" in inputs) return { ...named, image: pinned, findings: [{ kind: "unknown", reason: inputs }] };
  const scope = scopeOf(inputs, resource, lookup);
  const own = { ...scope, source: ownSource(resource) ?? scope.source };
  const { image, absent } = await findById(pinned.id, own, lookup, signal);
  const known = image ?? rememberedImage(rememberedPin(pinned.id, resource));
  const newer = await newerFinding(inputs, known, { resource, scope }, lookup, signal);
  const findings = [...(absent === undefined ? statusFindings(image.status) : [absent]), ...newer];
  return { ...named, image: pinned, findings };
}

/** The query of a pin without what only the plugin and the pin itself need; or why it cannot be read. */
function queryOf(inputs: Readonly<Record<string, unknown>>): ImagePinInputs | Localized {
  const { [pinnedInput]: _pinned, ...own } = inputs;
  const given = Object.fromEntries(Object.entries(own).filter(([, value]) => value !== null));
  if (Object.values(given).some(isSecret)) return secretQuery;
  const parsed = z.safeParse(imagePinInputs, given);
  return parsed.success ? parsed.data : otherVersion;
}

/** A secret is ciphertext in a state, and a placeholder in a preview. */
function isSecret(value: unknown): boolean {
  if (value === "[secret]") return true;
  return typeof value === "object" && value !== null && signatureKey in value;
}

function scopeOf(inputs: ImagePinInputs, { outputs }: EngineResource, lookup: Lookup): Scope {
  const region = outputs?.["region"];
  const pinnedRegion = typeof region === "string" ? region : undefined;
  return resolveScope({ ...inputs, id: inputs.imageId, pinnedRegion }, lookup.scope);
}

function ownSource({ outputs }: EngineResource): ImageSource | undefined {
  return imageSources.find((source) => source === outputs?.["source"]);
}

async function newerFinding(
  inputs: ImagePinInputs,
  pinned: Image,
  { resource, scope }: { readonly resource: EngineResource; readonly scope: Scope },
  lookup: Lookup,
  signal: AbortSignal,
): Promise<readonly Finding[]> {
  // An image that was given by hand has no query that could find another one.
  if (inputs.imageId !== undefined) return [];
  const file = await lookup.catalogue.file?.();
  if (file?.lists(scope) === false) return [];
  const resolvedAt = resource.outputs?.["resolvedAt"];
  const isNews =
    file === undefined || typeof resolvedAt !== "string" || Date.parse(file.takenAt) > Date.parse(resolvedAt);
  if (!isNews) return [];
  const matches = await findMatches({ filters: inputs, scope }, lookup, signal);
  const newer = newerImage(pinned, matches, inputs);
  return newer === undefined ? [] : [{ kind: "newer", image: factsOf(newer) }];
}

const secretQuery: Localized = {
  en: "its query has secret values, which only Pulumi can read",
  zh: "其查询含有机密，只有 Pulumi 可以读取",
};

const otherVersion: Localized = {
  en: "its query is not one that this version knows",
  zh: "本版本无法识别其查询",
};
