import { defaultRegion } from "../contract/configuration.ts";
import type { ImageSource } from "../contract/image.ts";
import type { ScopeArguments } from "../contract/query.ts";
import type { Origin } from "../errors/api-error.ts";
import type { InputProblem } from "../errors/input-problem.ts";

/** One catalogue, or all of them. */
export type SourceChoice = ImageSource | "any";

/** What is sent of where to look. */
export interface Place {
  readonly region: string;
  readonly zone: string | undefined;
  readonly projectId: string | undefined;
}

/** Where each part of a scope came from; a part that is not there came from nowhere. */
export type ScopeOrigins = { readonly [Name in "source" | keyof Place]?: Origin | undefined };

/** Where to look. */
export interface Scope extends Place {
  readonly source: SourceChoice;
  /** Absent where nobody has to be told. */
  readonly origins?: ScopeOrigins;
}

/** The part of a scope that is sent. Scopes of other origins, and of other sources, are the same place. */
export function placeOf({ region, zone, projectId }: Scope): Place {
  return { region, zone, projectId };
}

/** Region of a zone: its name without the two digits. */
function zoneRegion(zone: string): string {
  return zone.replace(/-\d{2}$/, "");
}

/** The problem of a zone that is not in the region given beside it, if there is one. */
export function scopeProblems({ region, zone }: ScopeArguments): InputProblem[] {
  if (region === undefined || zone === undefined || zoneRegion(zone) === region) return [];
  const facts = { zone, zoneRegion: zoneRegion(zone), region };
  return [{ property: "zone", problem: { kind: "zoneOutsideRegion", ...facts } }];
}

/** What a call says about where it looks. An ID can stand in any catalogue. */
export interface CallScope extends ScopeArguments {
  readonly source?: SourceChoice | undefined;
  readonly id?: string | undefined;
  /** Region in which a pin was pinned; it stays there unless the call names another region or a zone. */
  readonly pinnedRegion?: string | undefined;
}

/** Where the provider is set to look; what does not say where it came from came from the configuration. */
export interface ConfiguredScope extends ScopeArguments {
  readonly origins?: ScopeOrigins;
}

/** A part of a scope, and where it came from. */
interface Part {
  readonly value: string;
  readonly origin: Origin;
}

const part = (value: string | undefined, origin: Origin): Part | undefined =>
  value === undefined ? undefined : { value, origin };

/** The region of a zone comes from where the zone does. */
const regionOf = (zone: Part | undefined): Part | undefined =>
  zone && { ...zone, value: zoneRegion(zone.value) };

/** Where a call looks: its own arguments first, then the region of its pin, then the provider's configuration. */
export function resolveScope(call: CallScope, provider: ConfiguredScope): Scope {
  const given = (name: keyof Place): Part | undefined => part(call[name], { kind: "argument", name });
  const configured = (name: keyof Place): Part | undefined =>
    part(provider[name], provider.origins?.[name] ?? { kind: "configuration", name });
  const region = given("region") ??
    regionOf(given("zone")) ??
    part(call.pinnedRegion, { kind: "pin", name: "region" }) ??
    configured("region") ??
    regionOf(configured("zone")) ?? { value: defaultRegion, origin: { kind: "default", name: "region" } };
  // A zone of the configuration says nothing about another region that the call asks for.
  const fits = regionOf(configured("zone"))?.value === region.value;
  const zone = given("zone") ?? (fits ? configured("zone") : undefined);
  const projectId = given("projectId") ?? configured("projectId");
  return {
    source: call.source ?? (call.id === undefined ? "platform" : "any"),
    region: region.value,
    zone: zone?.value,
    projectId: projectId?.value,
    origins: {
      source: { kind: call.source === undefined ? "default" : "argument", name: "source" },
      region: region.origin,
      zone: zone?.origin,
      projectId: projectId?.origin,
    },
  };
}
