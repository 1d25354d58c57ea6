import * as z from "zod/mini";
import { signatureKey } from "../../provider/contract/engine-marks.ts";
import { type ImagePinInputs, imagePinInputs, pinnedInput } from "../../provider/contract/image-pin.ts";
import { readUrn } from "../../provider/contract/urn.ts";
import { findListed } from "../../provider/lookup/find-images.ts";
import { findNewer, findNews, pinnedStatus } from "../../provider/lookup/find-pinned.ts";
import type { Lookup } from "../../provider/lookup/lookup.ts";
import { rememberedImage, rememberedInputs } from "../../provider/lookup/remembered-image.ts";
import type { Localized } from "../localized.ts";
import type { EngineResource } from "./engine-json.ts";
import { imageOfPin, type KnownImage, rememberedPin, standingOfPin } from "./engine-pin.ts";
import { factsOf } from "./image-facts.ts";
import { absenceFinding, type ImageFinding, type Standing, statusFindings } from "./standing.ts";

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
  const state = rememberedPin(pinned.id, resource);
  const { image, absent } = await findNews(state, inputs, lookup, signal, findListed);
  if (absent?.kind === "noNews") return { ...named, image: pinned, findings: knownFindings(resource) };
  const newer = await findNewer(image ?? rememberedImage(state), state, inputs, lookup, signal);
  const findings = [
    ...(image === undefined ? [absenceFinding(absent)] : statusFindings(pinnedStatus(image, state))),
    ...newerFindings(newer && factsOf(newer)),
  ];
  return { ...named, image: pinned, findings };
}

/** What the last refresh has found. */
function knownFindings(resource: EngineResource): readonly ImageFinding[] {
  const { status, newer } = standingOfPin(resource);
  return [...statusFindings(status), ...newerFindings(newer)];
}

function newerFindings(image: KnownImage | undefined): readonly ImageFinding[] {
  return image === undefined ? [] : [{ kind: "newer", image }];
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

const secretQuery: Localized = {
  en: "its query has secret values, which only Pulumi can read",
  zh: "其查询含有机密，只有 Pulumi 可以读取",
};

const otherVersion: Localized = {
  en: "its query is not one that this version knows",
  zh: "本版本无法识别其查询",
};
