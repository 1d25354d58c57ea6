import { defaultRegion } from "../contract/configuration.ts";
import type { ImageSource } from "../contract/image.ts";
import type { ScopeArguments } from "../contract/query.ts";
import type { InputProblem } from "../errors/argument-error.ts";
import { messages } from "../messages/messages.ts";

/** One catalogue, or all of them. */
export type SourceChoice = ImageSource | "any";

/** Where to look. */
export interface Scope {
  readonly source: SourceChoice;
  readonly region: string;
  readonly zone: string | undefined;
  readonly projectId: string | undefined;
}

/** Region of a zone: its name without the two digits. */
function zoneRegion(zone: string): string {
  return zone.replace(/-\d{2}$/, "");
}

/** The problem of a zone that is not in the region given beside it, if there is one. */
export function scopeProblems({ region, zone }: ScopeArguments): InputProblem[] {
  if (region === undefined || zone === undefined || zoneRegion(zone) === region) return [];
  const reason = messages().inputs.zoneOutside(zone, zoneRegion(zone), region);
  return [{ property: "zone", reason }];
}

/** What a call says about where it looks. An ID can stand in any catalogue. */
export interface CallScope extends ScopeArguments {
  readonly source?: SourceChoice | undefined;
  readonly id?: string | undefined;
}

/** Where a call looks: its own arguments first, then the provider's configuration. */
export function resolveScope(call: CallScope, provider: ScopeArguments): Scope {
  const source = call.source ?? (call.id === undefined ? "platform" : "any");
  const projectId = call.projectId ?? provider.projectId;
  const region =
    call.region ??
    (call.zone && zoneRegion(call.zone)) ??
    provider.region ??
    (provider.zone && zoneRegion(provider.zone)) ??
    defaultRegion;
  // A zone of the configuration says nothing about another region that the call asks for.
  const fits = provider.zone !== undefined && zoneRegion(provider.zone) === region;
  return { source, region, zone: call.zone ?? (fits ? provider.zone : undefined), projectId };
}
